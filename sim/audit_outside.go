package sim

import (
	"fmt"

	"entangle/sim/detmath"
	"entangle/sim/units"
)

// lawOutside: what phases read of events from outside is the sum of the effects that are
// at work, each in its time; and only those who are asked have chosen, among the choices
// of the event.
func lawOutside(w *World) error {
	if len(w.incidents) == 1 {
		return nil
	}
	for id := 1; id < len(w.incidents); id++ {
		row, info := &w.incidents[id], &w.sc.incidents[id]
		name := w.sc.Name(Ref{OfIncident, int32(id)})
		if !finite(row.Severity, row.Monthly) || row.Times < 0 || row.Due != 0 && row.Due < w.Date() {
			return fmt.Errorf("%s: severity %v, due on day %d", name, row.Severity, row.Due)
		}
		for c := CompanyID(1); int(c) < len(w.companies); c++ {
			k := *w.chosen(IncidentID(id), c)
			if k != 0 && (k < info.choices[0] || k >= info.choices[1] || !row.Struck.Has(c)) {
				return fmt.Errorf("%s: %s chose %d", name, w.sc.Name(Ref{OfCompany, int32(c)}), k)
			}
		}
	}
	for i := range w.burdens {
		b := &w.burdens[i]
		if last := w.Date() - 7; b.On && (b.From >= w.Date() || b.Until <= last) || !b.On && b.From < w.Date() && b.From < last {
			return fmt.Errorf("effect %d on company %d from day %d to %d is at work: %t", b.Effect, b.By, b.From, b.Until, b.On)
		}
	}
	return w.burdensAddUp()
}

// borne is the sum of the effects of a kind at work, as far as they are meant for a row.
func (w *World) borne(kind EffectKind, meant func(info *incidentInfo, by CompanyID) bool) (sum units.PPM) {
	for i := range w.burdens {
		b := &w.burdens[i]
		if x := &w.sc.effects[b.Effect]; b.On && x.kind == kind && meant(&w.sc.incidents[x.incident], b.By) {
			sum += units.PPM(b.Size)
		}
	}
	return sum
}

func (w *World) burdensAddUp() error {
	for r := 1; r < len(w.regions); r++ {
		all := func(info *incidentInfo, by CompanyID) bool { return info.region == RegionID(r) && by == 0 }
		if got, want := w.regions[r].Dearer, w.borne(EffectEnergy, all); got != want {
			return fmt.Errorf("%s: energy is dearer by %d, events say %d", w.sc.Name(Ref{OfRegion, int32(r)}), got, want)
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if err := w.bears(c); err != nil {
			return fmt.Errorf("%s: %w", w.sc.Name(Ref{OfCompany, int32(c)}), err)
		}
	}
	return nil
}

// bears holds what a company bears to what events say.
func (w *World) bears(c CompanyID) error {
	for r := 1; r < len(w.regions) && len(w.ties) > 1; r++ {
		t := w.tie(c, RegionID(r))
		own := func(info *incidentInfo, by CompanyID) bool { return info.region == RegionID(r) && by == c }
		if extra, down := w.borne(EffectEnergy, own), w.borne(EffectPower, own); t.Extra != extra || t.Down != down {
			return fmt.Errorf("region %d: a surcharge of %d and %d of the power missing, events say %d and %d", r, t.Extra, t.Down, extra, down)
		}
	}
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		bent := w.borne(EffectReach, func(info *incidentInfo, by CompanyID) bool { return info.segment == s && by == c })
		if strain := detmath.Log(1 + float64(max(bent, leastAppeal))/float64(units.One)); p.Bent != bent || p.Strain != strain {
			return fmt.Errorf("segment %d: an appeal bent by %d (%v), events say %d (%v)", s, p.Bent, p.Strain, bent, strain)
		}
	}
	shut := uint64(0)
	for f := FamilyID(1); int(f) < len(w.families); f++ {
		meant := func(info *incidentInfo, by CompanyID) bool {
			return (info.family == 0 || info.family == f) && (info.set == (CompanySet{}) || info.set.Has(c)) &&
				w.sc.companies[c].orders&(1<<(f-1)) != 0 && (by == 0 || by == c || by == w.sc.families[f].designer)
		}
		a := w.account(c, f)
		if sales, levy, duty := w.borne(EffectSales, meant), w.borne(EffectLevy, meant), w.borne(EffectDuty, meant); a.Barred != sales || a.Levy != levy || a.Duty != duty {
			return fmt.Errorf("family %d: %d withheld, a levy of %d and a duty of %d, events say %d, %d and %d", f, a.Barred, a.Levy, a.Duty, sales, levy, duty)
		}
		if a.barred() == units.One {
			shut |= 1 << (f - 1)
		}
	}
	if shut != w.companies[c].Barred {
		return fmt.Errorf("families %b may not be ordered, events say %b", w.companies[c].Barred, shut)
	}
	return nil
}
