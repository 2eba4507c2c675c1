package sim

import "entangle/sim/units"

// What each company owns, runs and has idle, and of each family what it keeps for
// itself, is summed up site by site when power has decided what runs: then the chips
// of the site are at hand.

// beginStock begins the sums.
func (w *World) beginStock() {
	clear(w.room.use)
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		co.Own, co.Let, co.Rented, co.Owed, co.Owned, co.Idle = 0, 0, 0, 0, 0, 0
	}
}

// limit is the facility power that a site may draw.
func (w *World) limit(s *Site) units.KW {
	if !on(w.sc.setup.Switches.PowerLimit) {
		return maxExact
	}
	return s.Energised - s.Cut
}

// fillSite sets what runs at a site within a facility power, and returns what it
// draws. It adds the site to the sums of its owner, and sums up the power that its
// chips need or will need.
func (w *World) fillSite(s *Site, owner CompanyID, live units.KW) (used units.KW) {
	co, use, fleets := &w.companies[owner], w.usedBy(owner), w.fleets
	own, owned, needed, coming, more := units.H100e(0), units.H100e(0), units.KW(0), units.KW(0), units.KW(0)
	for at := s.Fleets; at != 0; at = fleets[at].Next {
		f := &fleets[at]
		h, needs := w.families[f.Family].H100e, f.draw(f.Ready)
		draw, runs := needs, f.Ready
		if draw > live-used {
			runs = f.fit(live - used)
			draw = f.draw(runs)
			co.Idle += units.H100e(f.Ready-runs) * h
		}
		f.Running = runs
		used, needed = used+draw, needed+needs
		own, owned = own+units.H100e(runs)*h, owned+units.H100e(f.Ready)*h
		use[f.Family] += units.H100e(runs-min(runs, f.Let)) * h
		if f.Coming != 0 {
			owned += units.H100e(f.Coming) * h
			coming += f.draw(f.Coming)
			more += f.draw(f.Ready+f.Coming) - needs
		}
	}
	s.Coming, s.Needed, s.Standing = coming, needed, needed+more
	co.Own, co.Owned = co.Own+own, co.Owned+owned
	return used
}
