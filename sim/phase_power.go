package sim

import "entangle/sim/units"

// power runs what energised power allows: at each site the chips with the most
// compute per watt first. What is installed beyond it stays idle. The bill comes
// after the week (payBills); who has not paid for longer than the grace is cut
// off until the arrears are paid.
func (w *World) power() {
	if len(w.ties) > 1 {
		w.peaks()
	}
	for i, word := range w.stirred {
		w.stirred[i] = 0
		for sites := (setBits{64 * i, word}); sites.left != 0; {
			w.runSite(SiteID(sites.next()))
		}
	}
	w.closeMeters()
}

// runSite runs what power allows at a site, and reads its meter.
func (w *World) runSite(id SiteID) {
	s, info := &w.sites[id], &w.sc.sites[id]
	if s.Fleets == 0 {
		return // no chips
	}
	shifted := w.shifted[uint(id)/64] >> (uint(id) % 64) & 1
	if shifted != 0 {
		w.shifted[uint(id)/64] &^= 1 << (uint(id) % 64)
		w.countSite(s, info.owner)
	}
	drawn, burnt := s.Used-s.Burnt, s.Burnt
	s.Cut, s.Burnt = 0, 0
	if w.cutOff(info.owner) {
		s.Used = w.fillSite(s, info.owner, 0)
	} else {
		if s.Flexible > 0 {
			w.curtail(id)
		}
		if len(w.burdens) > 0 && len(w.ties) > 1 {
			if down := w.tie(info.owner, info.region).Down; down > 0 {
				s.Cut = max(s.Cut, units.KW(min(down, units.One).Of(int64(s.Energised))))
			}
		}
		s.Used = w.fillSite(s, info.owner, w.limit(s))
		if s.Gen > 0 {
			w.burn(id)
		}
	}
	switch {
	case shifted != 0 && burnt|s.Burnt != 0: // or one got its permit
		w.countTurbines(info.owner)
	case burnt != s.Burnt:
		w.burnMore(info, s, burnt)
	}
	if drawn += s.Burnt - s.Used; drawn == 0 && burnt == s.Burnt {
		return
	}
	w.drawMore(info, -drawn)
}

// drawMore counts what more a site draws from the grid.
func (w *World) drawMore(info *siteInfo, more units.KW) {
	if len(w.ties) > 1 {
		w.tie(info.owner, info.region).Drawn += more
		w.regions[info.region].Drawn += more
		w.drawing[info.owner] |= 1 << (info.region & 63)
	}
	w.rebill(info.owner)
}

// cutOff tells whether a company has not paid for power longer than is borne.
func (w *World) cutOff(c CompanyID) bool { return int32(w.companies[c].Unpaid) >= w.params.GraceWeeks }

// curtail takes of the flexible part of a site's grid power what a week loses in which the
// grid is short. Batteries and turbines stand in, those that rest as well.
func (w *World) curtail(id SiteID) {
	s, r := &w.sites[id], &w.regions[w.sc.sites[id].region]
	if !r.Peak {
		return
	}
	if s.Cut = max(0, s.Energised-min(s.Shell, s.Grid-r.peak(s)+s.Batteries+s.Gen)); s.Cut > 0 {
		w.emit(Event{Kind: EventCurtailed, By: w.sc.sites[id].owner, Ref: Ref{OfSite, int32(id)}, Amount: int64(s.Cut)})
	}
}

// peak is what a week in which the grid is short takes of a site's power.
func (r *Region) peak(s *Site) units.KW { return units.KW(r.PeakCut.Of(int64(s.Flexible))) }

// burn sets how much of a site's draw its turbines make: what the grid does not
// give, and all they can where the grid is dearer.
func (w *World) burn(id SiteID) {
	s := &w.sites[id]
	r := &w.regions[w.sc.sites[id].region]
	grid := s.Grid
	if r.Peak {
		grid -= r.peak(s)
	}
	s.Burnt = min(max(s.Used-grid, 0), s.Gen)
	if r.Energy > turbinePrice {
		s.Burnt = max(s.Burnt, min(s.Used, w.putToWork(id)))
	}
}

// draw is the facility power that n chips of the fleet need, PUE included,
// rounded up to a kilowatt.
func (f *Fleet) draw(n units.Chips) units.KW { return drawOf(n, f.Watts) }

// drawOf is the same for chips of some facility power each.
func drawOf(n units.Chips, watts int64) units.KW { return drawSome(max(n, 0), watts) }

// drawSome is the same for chips that are there.
func drawSome(n units.Chips, watts int64) units.KW {
	return units.KW((uint64(n)*uint64(watts) + wattsAKW - 1) / wattsAKW)
}

// fit is how many chips of the fleet's family a facility power can run.
func (f *Fleet) fit(power units.KW) units.Chips { return fitOf(power, f.Watts) }

// fitOf is the same for chips of some facility power each.
func fitOf(power units.KW, watts int64) units.Chips {
	if power <= 0 {
		return 0
	}
	return fitSome(power, watts)
}

// fitSome is the same for a power that is there.
func fitSome(power units.KW, watts int64) units.Chips {
	return units.Chips(uint64(power) * wattsAKW / uint64(watts))
}

// wattsAt is the facility power of one chip of a family at a site.
func (w *World) wattsAt(site SiteID, family FamilyID) int64 {
	return int64(w.watts[int(site)*len(w.families)+int(family)])
}

// loadWatts reckons it for a run, once the site and the families are known.
func (w *World) loadWatts(site SiteID) {
	families, pue := w.families, w.sites[site].PUE
	row := w.watts[int(site)*len(families):][:len(families)]
	for f := range families {
		row[f] = int32(max(1, pue.Of(families[f].Watts)))
	}
}

const wattsAKW = 1000

// reportHalls tells at the end of a quarter which sites have most of their power
// unused: sockets without boxes, the opposite of idle chips.
func (w *World) reportHalls() {
	for s := SiteID(1); len(w.ties) > 1 && int(s) < len(w.sites); s++ {
		row := &w.sites[s]
		if unused := row.Energised - row.Used; row.Energised >= idleHall && 2*unused > row.Energised {
			w.emit(Event{Kind: EventHallsIdle, By: w.sc.sites[s].owner, Ref: Ref{OfSite, int32(s)}, Amount: int64(unused)})
		}
	}
}

// idleHall is the power from which an unused hall is news.
const idleHall = units.KW(20_000)
