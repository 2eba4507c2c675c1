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

// takeStock adds a site to the sums of its owner, and sums up the power that its
// chips need or will need.
func (w *World) takeStock(s *Site, owner CompanyID) {
	co, use, fleets := &w.companies[owner], w.usedBy(owner), w.fleets
	s.Coming, s.Needed, s.Standing = 0, 0, 0
	own, idle, owned := units.H100e(0), units.H100e(0), units.H100e(0)
	for at := s.Fleets; at != 0; at = fleets[at].Next {
		f := &fleets[at]
		h, needs := w.families[f.Family].H100e, f.draw(f.Ready)
		own += units.H100e(f.Running) * h
		idle += units.H100e(f.Ready-f.Running) * h
		owned += units.H100e(f.Ready+f.Coming) * h
		use[f.Family] += units.H100e(f.Running-min(f.Running, f.Let)) * h
		s.Needed += needs
		if f.Coming == 0 {
			s.Standing += needs
		} else {
			s.Coming += f.draw(f.Coming)
			s.Standing += f.draw(f.Ready + f.Coming)
		}
	}
	co.Own, co.Idle, co.Owned = co.Own+own, co.Idle+idle, co.Owned+owned
}
