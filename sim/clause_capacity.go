package sim

import "entangle/sim/units"

// capacitySpec: From runs Qty chips of Family at Site for To. Now: chips that
// ran for the tenant last week; Delivered: chip-weeks so far. What does not run
// is not paid for.
var capacitySpec = clauseSpec{
	Name: "capacity", Needs: []string{"family", "site", "chips"},
	meaning: meanCapacity, load: loadCapacity, release: releaseCapacity,
}

func meanCapacity(c *compiler, path string, _ *ClauseSetup, info *clauseInfo) {
	if info.site != 0 && c.s.sites[info.site].owner != info.from {
		c.wrong(path+".site", "the site belongs to another company than the one that provides the capacity", "")
	}
}

func loadChips(w *World, k *ClauseSetup, c *Clause) { c.Qty = w.whole(&k.Chips) }

// loadCapacity promises the chips, also those that do not run yet: then the
// landlord is short from the start.
func loadCapacity(w *World, k *ClauseSetup, c *Clause) {
	loadChips(w, k, c)
	w.fleets[c.Fleet].Let += units.Chips(c.Qty)
	w.companies[c.To].Owed += w.h100eOf(c)
	w.letAt[c.Site] += w.h100eOf(c)
}

// releaseCapacity gives the chips back to the landlord, on offer again where he
// has an offer open.
func releaseCapacity(w *World, _ *Contract, c *Clause) {
	f := &w.fleets[c.Fleet]
	n := units.Chips(c.Qty)
	w.reloss(c.To, c.Family)
	w.letAt[c.Site] -= w.h100eOf(c)
	if c.Ahead {
		f.Later -= n
		w.companies[c.To].Booked -= w.h100eOf(c)
		w.head.Ahead--
		return
	}
	f.Let -= n
	w.relet(c.Fleet)
	w.ungrant(c)
	if f.Floor > 0 && f.From == 0 {
		f.Posted = min(f.Posted+n, max(0, f.Ready-f.Let))
		w.reoffer(c.Fleet)
	}
}
