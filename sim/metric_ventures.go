package sim

// programme_odds: the chance that a programme for a business works, as its owner sees
// it: 1 or 0 when customers have told. Chips work once they are done.
func readOdds(w *World, id int32) float64 {
	info, v := &w.sc.programs[id], &w.ventures[id]
	switch {
	case info.kind == ChipProgram:
		if w.programs[id].Stage == SiliconKilled {
			return 0
		}
		return 1
	case v.Stage == VentureLive:
		return 1
	case v.Stage > VentureLive:
		return 0
	}
	return w.odds(ProgramID(id))
}

func whyOdds(w *World, id int32, t *Terms) {
	info, v := &w.sc.programs[id], &w.ventures[id]
	if info.kind == ChipProgram || v.Stage >= VentureLive {
		t.Add(TermStage, readOdds(w, id))
		return
	}
	t.Add(TermStart, -v.Bar)
	t.Add(TermTrials, v.Mean)
	t.Add(TermModels, w.aid(ProgramID(id)))
	t.Add(TermUnsure, v.Sigma)
}

// agents_share: how much of the work of conventional software staff agents do.
func readAgents(w *World, _ int32) float64 { return w.labour.Agents }

func whyAgents(w *World, _ int32, t *Terms) {
	if s := w.sc.coding; s > 0 {
		t.AddOf(TermServed, Ref{OfSegment, int32(s)}, kH(w.segments[s].Served))
	}
}

// hype: what the public hopes for from what it was shown and has not got, in hundredths
// of a log unit of appeal.
func readHype(w *World, id int32) float64 { return float64(100 * w.hype(CompanyID(id))) }

func whyHype(w *World, id int32, t *Terms) {
	for p := 1; p < len(w.ventures); p++ {
		if v := &w.ventures[p]; v.Shown > 0 && v.Stage < VentureLive && w.sc.programs[p].owner == CompanyID(id) {
			t.AddOf(TermShown, Ref{OfProgram, int32(p)}, float64(100*v.Buzz))
		}
	}
}
