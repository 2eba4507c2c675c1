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

// shiftSite has its chips counted again as well, and its turbines: some came or went
// otherwise than out of installation, or got a permit.
func (w *World) shiftSite(id SiteID) {
	w.stirSite(id)
	w.shifted[uint(id)/64] |= 1 << (uint(id) % 64)
}

// stirSites has power look again at all sites of a company.
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
	s.Coming += drawSome(f.Coming+n, f.Watts) - drawSome(f.Coming, f.Watts)
	s.Standing += drawSome(there+n, f.Watts) - drawSome(there, f.Watts)
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
// draws. It moves the sums by what has changed there.
func (w *World) fillSite(s *Site, owner CompanyID, live units.KW) (used units.KW) {
	if s.Idle == 0 && s.Needed <= live {
		return s.Needed // all run, and go on
	}
	more, fleets := units.H100e(0), w.fleets
	for at, next := s.Fleets, int32(0); at != 0; at = next {
		f := &fleets[at]
		next = f.Next
		draw, runs := drawSome(f.Ready, f.Watts), f.Ready
		if draw > live-used {
			runs = fitSome(live-used, f.Watts)
			draw = drawSome(runs, f.Watts)
		}
		used += draw
		if kept := runs - min(runs, f.Let); (runs^f.Running)|(kept^f.Kept) != 0 { // most blocks of a site stay as they are
			more += units.H100e(runs-f.Running) * w.families[f.Family].H100e
			w.setRunning(at, owner, runs, kept)
		}
	}
	co := &w.companies[owner]
	s.Own, co.Own = s.Own+more, co.Own+more
	s.Idle, co.Idle = s.Idle-more, co.Idle-more
	return used
}

// countSite sums up what stands at a site and the power that it needs or will need, and
// moves the sums of its owner by what has changed.
func (w *World) countSite(s *Site, owner CompanyID) {
	co := &w.companies[owner]
	co.Own, co.Owned, co.Idle = co.Own-s.Own, co.Owned-s.Owned, co.Idle-s.Idle
	s.Own, s.Owned, s.Idle = 0, 0, 0
	s.Coming, s.Needed, s.Standing = 0, 0, 0
	for at := s.Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		h := w.families[f.Family].H100e
		s.Own += units.H100e(f.Running) * h
		s.Owned += units.H100e(f.Ready+f.Coming) * h
		s.Idle += units.H100e(f.Ready-f.Running) * h
		s.Coming += f.draw(f.Coming)
		s.Needed += f.draw(f.Ready)
		s.Standing += f.draw(f.Ready + f.Coming)
	}
	co.Own, co.Owned, co.Idle = co.Own+s.Own, co.Owned+s.Owned, co.Idle+s.Idle
}

// switchOn runs n chips of a block that became ready. Where all chips run and power is left
// for them, nothing else of the site has to be looked at, nor where others of the block wait
// for power; else they are idle until power has looked at all of it.
func (w *World) switchOn(at int32, n units.Chips) {
	f := &w.fleets[at]
	s, info := &w.sites[f.Site], &w.sc.sites[f.Site]
	co, h := &w.companies[info.owner], units.H100e(n)*w.families[f.Family].H100e
	blocked := int64(s.Idle) | int64(s.Gen|s.Cut|s.Burnt) | int64(w.stirred[uint(f.Site)/64]>>(uint(f.Site)%64)&1)
	more := drawSome(f.Ready, f.Watts) - drawSome(f.Ready-n, f.Watts)
	s.Needed += more
	s.Coming -= drawSome(f.Coming+n, f.Watts) - drawSome(f.Coming, f.Watts)
	if blocked != 0 || s.Used+more > w.limit(s) || w.cutOff(info.owner) {
		s.Idle, co.Idle = s.Idle+h, co.Idle+h
		if f.Running == f.Ready-n {
			w.stirSite(f.Site)
		}
		return
	}
	s.Own, co.Own = s.Own+h, co.Own+h
	s.Used += more
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
