package sim

import (
	"fmt"

	"entangle/sim/units"
)

// lawVentures: what business programmes have spent is what their owners paid for
// them; those at work have their people; and what is out is on offer, with the reach
// that it says.
func lawVentures(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		spent := units.USD(0)
		for p := 1; p < len(w.ventures); p++ {
			if w.sc.programs[p].owner == c {
				spent += w.ventures[p].Spent
			}
		}
		if paid := w.flow(c, FlowVenture, out); paid != spent {
			return fmt.Errorf("%s has paid %d dollars for business programmes, they have spent %d", w.sc.Name(Ref{OfCompany, int32(c)}), paid, spent)
		}
	}
	for p := 1; p < len(w.ventures); p++ {
		if err := w.ventureHolds(ProgramID(p)); err != nil {
			return fmt.Errorf("%s: %w", w.sc.Name(Ref{OfProgram, int32(p)}), err)
		}
	}
	return nil
}

func (w *World) ventureHolds(id ProgramID) error {
	v, info := &w.ventures[id], &w.sc.programs[id]
	if !finite(v.Left, v.Mean, v.Sigma, v.Merit, v.Buzz, v.Gain) || v.Buzz < 0 || v.Sigma < 0 {
		return fmt.Errorf("a mean of %v, give or take %v, a buzz of %v", v.Mean, v.Sigma, v.Buzz)
	}
	if people := v.Stage.workIn() >= 0; people && v.Engineers != v.Crew || !people && v.Stage >= VentureFailed && v.Engineers != 0 {
		return fmt.Errorf("%d engineers at work of %d, in stage %d", v.Engineers, v.Crew, v.Stage)
	}
	if info.kind == ChipProgram {
		return nil
	}
	gains := w.figure(&w.sc.products[int(info.segment)*len(w.companies)+int(info.owner)].reach)
	for p := range w.ventures {
		if o := &w.sc.programs[p]; o.owner == info.owner && o.segment == info.segment {
			gains += w.ventures[p].Gain
		}
	}
	p := w.product(info.segment, info.owner)
	if out := v.Stage == VentureLive || v.Stage == VentureFailed; out && p.Price <= 0 || p.Reach-gains > 1e-9 || gains-p.Reach > 1e-9 {
		return fmt.Errorf("a reach of %v, programmes and channels say %v; price %d", p.Reach, gains, p.Price)
	}
	return nil
}
