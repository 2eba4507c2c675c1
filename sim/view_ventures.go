package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// Outlook is a business programme as its owner sees it.
type Outlook struct {
	Kind      VentureKind
	Stage     VentureStage
	Segment   SegmentID
	Shown     bool
	Forms     uint8      // how often it was begun anew
	Engineers int64      // that it takes
	Cost      units.USD  // of all stages
	Spent     units.USD  // so far
	Left      units.USD  // that all the rest costs until customers have it
	Weeks     float64    // until then, of work as planned
	Odds      float64    // that it works
	Reach     [3]float64 // low, likely and high appeal to customers, one case of ten beyond each end
	Expected  units.Date // of the first customers, if work goes on
}

// VentureStage is how far a business programme of the company's own has come.
func (v View) VentureStage(id ProgramID) (stage VentureStage, own bool) {
	info := &v.w.sc.programs[id]
	return v.w.ventures[id].Stage, info.owner == v.who && info.kind != ChipProgram
}

// Venture returns a business programme of the company's own; for a chip and for
// another's it is the zero Outlook.
func (v View) Venture(id ProgramID) (row Outlook, own bool) {
	k := &v.w.ventures[id]
	switch own = v.VentureInHand(id, &row); {
	case own && k.Stage >= VentureLive:
		row.Reach = [3]float64{k.Gain, k.Gain, k.Gain}
	case own:
		for i, z := range [3]float64{-tenth, 0, tenth} {
			row.Reach[i] = k.appealOf(k.Mean + float64(z*k.Sigma) + v.w.aid(id) - k.Bar)
		}
	}
	return row, own
}

// VentureInHand writes Venture to row, without its Reach, for those who do not ask for that.
func (v View) VentureInHand(id ProgramID, row *Outlook) (own bool) {
	w, info, k := v.w, &v.w.sc.programs[id], &v.w.ventures[id]
	if info.owner != v.who || info.kind == ChipProgram {
		*row = Outlook{}
		return false
	}
	*row = Outlook{Kind: info.kind, Stage: k.Stage, Segment: info.segment, Shown: k.Shown > 0, Forms: k.Forms,
		Engineers: int64(k.Crew), Cost: k.Cost, Spent: k.Spent, Weeks: k.weeksLeft()}
	if k.Stage >= VentureLive {
		return true
	}
	pace := max(w.pace(v.who), 0.01)
	row.Left = k.weekly() * units.USD(units.Whole(float64(row.Weeks/pace), maxWeeks))
	row.Expected = w.Date().AddWeeks(int(units.Whole(float64(row.Weeks/pace)+0.499, maxWeeks)))
	row.Odds = w.odds(id)
	return true
}

// Promise is what an own business programme would bring in a week if it worked: the
// compute that its customers would ask for on top of what they use now, and what they
// would pay; nothing for another's, and for what is out.
func (v View) Promise(id ProgramID) (takes units.H100e, sales units.USD) {
	w, info, k := v.w, &v.w.sc.programs[id], &v.w.ventures[id]
	if info.owner != v.who || info.kind == ChipProgram || k.Stage >= VentureLive {
		return 0, 0
	}
	likely := max(k.appealOf(k.Mean+w.aid(id)-k.Bar), k.Reach)
	return w.promise(id, likely+k.Buzz)
}

// ProgramKind is what a programme is for. Everybody knows.
func (v View) ProgramKind(id ProgramID) VentureKind { return v.w.sc.programs[id].kind }

// Talk is what the public hopes for from programmes of others, in log units of appeal.
func (v View) Talk() (sum float64) {
	for c := range v.w.companies {
		if CompanyID(c) != v.who {
			sum += v.w.hype(CompanyID(c))
		}
	}
	return sum
}

// Behind is by how many points the best model of another is better than the
// company's own, which everybody can see.
func (v View) Behind() (most float64) {
	for c := range v.w.companies {
		most = max(most, v.w.companies[c].Quality-v.w.companies[v.who].Quality)
	}
	return most
}

// weeksLeft is the work until customers have it, a quiet trial included.
func (v *Venture) weeksLeft() float64 {
	switch v.Stage {
	case VentureIdle, VentureDevelop:
		if v.Stage == VentureDevelop {
			return v.Left + v.Weeks[1] + v.Weeks[2]
		}
		return v.Weeks[0] + v.Weeks[1] + v.Weeks[2]
	case VentureBuilt:
		return v.Weeks[1] + v.Weeks[2]
	case VentureTrial:
		return v.Left + v.Weeks[2]
	case VentureTried:
		return v.Weeks[2]
	case VentureLaunch:
		return v.Left
	}
	return 0
}

// promise is what customers of the segment would buy of a business programme's owner
// in a week, on top of what they buy now, if it came out with an appeal: the compute
// that this takes, and what they would pay.
func (w *World) promise(id ProgramID, reach float64) (units.H100e, units.USD) {
	info, v := &w.sc.programs[id], &w.ventures[id]
	g, own, sum := &w.segments[info.segment], w.product(info.segment, info.owner), 1.0
	for _, c := range w.sellers(info.segment) {
		if c != info.owner && w.product(info.segment, c).On {
			sum += detmath.Exp(w.appeal(info.segment, c, nil))
		}
	}
	kept := *own // customers are asked what they would say if it were out
	if own.Price == 0 {
		own.open(v.Price)
		own.Thirst = detmath.Exp(-float64(g.Depth * detmath.Log(float64(v.Price)/g.Reference)))
	}
	own.Reach += reach
	use := units.H100e(0)
	if found, ok := w.supplies(info.segment, info.owner); ok {
		w.runOn(own, found)
		liked := detmath.Exp(min(w.appeal(info.segment, info.owner, nil), 50))
		share := max(float64(liked/(sum+liked))-kept.Share, 0)
		use = units.H100e(units.Whole(float64(float64(g.Potent*share)*float64(own.Thirst*units.H100eScale)), maxWanted))
	}
	takes, sales := own.compute(use), units.Rent(own.Price, use, hoursAWeek)
	*own = kept
	return takes, sales
}
