package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// What each company owns, runs and has idle, and of each family what it keeps for
// itself, is summed up site by site when power has decided what runs: then the chips
// of the site are at hand. A site where neither chips nor power have moved since is
// left alone, with its part of the sums.

// stirSite has power look at a site again: its chips or its power have moved.
func (w *World) stirSite(id SiteID) { w.stirred[uint(id)/64] |= 1 << (uint(id) % 64) }

// stirSites does so for all sites of a company.
func (w *World) stirSites(c CompanyID) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		w.stirSite(s)
	}
}

// rebill has what a company pays for power reckoned anew this week.
func (w *World) rebill(c CompanyID) { w.unbilled[uint(c)/64] |= 1 << (uint(c) % 64) }

// reloss does so for what it loses to the immature software of a family, while that is to
// ripen.
func (w *World) reloss(c CompanyID, f FamilyID) {
	at := uint(c)*uint(len(w.families)) + uint(f)
	raw := w.unripe[at/64] & (1 << (at % 64))
	w.unlost[at/64] |= raw
	w.ripening[f][(c-1)>>6&1] |= raw >> (at % 64) << ((c - 1) & 63) // whose is to ripen nobody can guess: no branch
}

// seeRipe notes whether a company's software for a family is to ripen.
func (w *World) seeRipe(c CompanyID, f FamilyID) {
	at, raw := uint(c)*uint(len(w.families))+uint(f), uint64(0)
	if w.account(c, f).Penalty > 0 {
		raw = w.sc.immatureSet >> ((f - 1) & 63) & 1
	}
	w.unripe[at/64] = w.unripe[at/64]&^(1<<(at%64)) | raw<<(at%64)
}

// all sets the bits of all companies.
func (w *World) all(bits []uint64) {
	for c := 1; c < len(w.companies); c++ {
		bits[uint(c)/64] |= 1 << (uint(c) % 64)
	}
}

// stirAll has everything reckoned anew, at the start of a run.
func (w *World) stirAll() {
	clear(w.stirred)
	for _, s := range w.sited {
		w.stirSite(s)
	}
	w.all(w.unbilled)
	for c := 1; c < len(w.companies); c++ {
		for f := 1; f < len(w.families); f++ {
			w.reloss(CompanyID(c), FamilyID(f))
		}
	}
	for at := range w.relets {
		w.relets[at] = ^uint64(0)
	}
	w.head.Restock = true
}

// setBits is the rows of a word of a table with a bit each.
type setBits struct {
	first int
	left  uint64
}

// next takes a row out of those left.
func (s *setBits) next() int {
	at := s.first + bits.TrailingZeros64(s.left)
	s.left &= s.left - 1
	return at
}

// comeIn counts n chips more that are being installed in a fleet. They change nothing of
// what runs.
func (w *World) comeIn(f *Fleet, n units.Chips) {
	s, more := &w.sites[f.Site], units.H100e(n)*w.families[f.Family].H100e
	there := f.Ready + f.Coming
	s.Coming += f.draw(f.Coming+n) - f.draw(f.Coming)
	s.Standing += f.draw(there+n) - f.draw(there)
	s.Owned += more
	w.companies[w.sc.sites[f.Site].owner].Owned += more
	f.Coming += n
}

// fleetWords is how many words of a table with a bit for each fleet those there are take.
func (w *World) fleetWords() int { return (len(w.fleets) + 63) / 64 }

// limit is the facility power that a site may draw.
func (w *World) limit(s *Site) units.KW {
	if !on(w.sc.setup.Switches.PowerLimit) {
		return maxExact
	}
	return s.Energised - s.Cut
}

// fillSite sets what runs at a site within a facility power, and returns what it
// draws. It moves the sums of its owner by what has changed there, and sums up the
// power that its chips need or will need. The sums grow in the site's row: as variables
// they would be more than a processor keeps at hand.
func (w *World) fillSite(s *Site, owner CompanyID, live units.KW) (used units.KW) {
	co, fleets, families := &w.companies[owner], w.fleets, w.families
	co.Own, co.Owned, co.Idle = co.Own-s.Own, co.Owned-s.Owned, co.Idle-s.Idle
	s.Own, s.Owned, s.Idle = 0, 0, 0
	s.Coming, s.Needed, s.Standing = 0, 0, 0
	for at, next := s.Fleets, int32(0); at != 0; at = next {
		f := &fleets[at]
		next = f.Next
		h, draw, runs := families[f.Family].H100e, drawSome(f.Ready, f.Watts), f.Ready
		s.Needed += draw
		s.Coming += drawSome(f.Coming, f.Watts)
		s.Standing += drawSome(runs+f.Coming, f.Watts)
		s.Owned += units.H100e(runs+f.Coming) * h
		if draw > live-used {
			runs = fitSome(live-used, f.Watts)
			draw = drawSome(runs, f.Watts)
			s.Idle += units.H100e(f.Ready-runs) * h
		}
		used += draw
		s.Own += units.H100e(runs) * h
		if kept := runs - min(runs, f.Let); (runs^f.Running)|(kept^f.Kept) != 0 { // most blocks of a site stay as they are
			w.setRunning(at, owner, runs, kept)
		}
	}
	co.Own, co.Owned, co.Idle = co.Own+s.Own, co.Owned+s.Owned, co.Idle+s.Idle
	return used
}

// switchOn runs n chips of a block that became ready. Where all chips run and power is left
// for them, nothing else of the site has to be looked at; else power does all of it.
func (w *World) switchOn(at int32, n units.Chips) {
	f := &w.fleets[at]
	s, info, stirred := &w.sites[f.Site], &w.sc.sites[f.Site], w.stirred[uint(f.Site)/64]>>(uint(f.Site)%64)&1
	more := drawSome(f.Ready, f.Watts) - drawSome(f.Ready-n, f.Watts)
	if int64(s.Idle)|int64(s.Gen|s.Cut|s.Burnt)|int64(stirred) != 0 || s.Used+more > w.limit(s) || w.cutOff(info.owner) {
		w.stirSite(f.Site)
		return
	}
	h := units.H100e(n) * w.families[f.Family].H100e
	s.Own, s.Needed, s.Used = s.Own+h, s.Needed+more, s.Used+more
	s.Coming -= drawSome(f.Coming+n, f.Watts) - drawSome(f.Coming, f.Watts)
	w.companies[info.owner].Own += h
	w.setRunning(at, info.owner, f.Ready, f.Ready-min(f.Ready, f.Let))
	if more > 0 {
		w.drawMore(info, more)
	}
}

// setRunning notes that another number of chips of a block run, or are its owner's own.
func (w *World) setRunning(fleet int32, owner CompanyID, runs, kept units.Chips) {
	f := &w.fleets[fleet]
	if min(runs, f.Running) < f.Let && runs != f.Running {
		w.regrant(fleet) // tenants are short, or were
	}
	f.Running = runs
	if kept != f.Kept {
		w.keepBack(f, owner, kept)
	}
}
