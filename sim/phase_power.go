package sim

import "entangle/sim/units"

// power runs what energised power allows: at each site the chips with the most
// compute per watt first. What is installed beyond it stays idle. The bill comes
// after the week (payBills); who has not paid for longer than the grace is cut
// off until the arrears are paid.
func (w *World) power() {
	for c := 1; c < len(w.companies); c++ {
		w.companies[c].PowerBill = 0
	}
	for id := SiteID(1); int(id) < len(w.sites); id++ {
		co := &w.companies[w.sc.sites[id].owner]
		if int32(co.Unpaid) >= w.params.GraceWeeks {
			w.darken(id)
			continue
		}
		w.sites[id].Used = w.fillSite(id)
		co.PowerBill += w.energyBill(id, w.sites[id].Used)
	}
}

// darken stops everything at a site.
func (w *World) darken(id SiteID) {
	w.sites[id].Used = 0
	for at := w.sites[id].Fleets; at != 0; at = w.fleets[at].Next {
		w.fleets[at].Running = 0
	}
}

// fillSite sets what runs and returns the facility power it draws.
func (w *World) fillSite(id SiteID) (used units.KW) {
	limited := on(w.sc.setup.Switches.PowerLimit)
	for at := w.sites[id].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		f.Running = f.Ready
		if limited {
			f.Running = min(f.Ready, f.fit(w.sites[id].Energised-used))
		}
		used += f.draw(f.Running)
	}
	return used
}

// energyBill is what a site pays for a week at a facility power.
func (w *World) energyBill(id SiteID, used units.KW) units.USD {
	return units.Energy(w.regions[w.sc.sites[id].region].Energy, used, hoursAWeek, w.params.Load)
}

// draw is the facility power that n chips of the fleet need, PUE included,
// rounded up to a kilowatt.
func (f *Fleet) draw(n units.Chips) units.KW {
	if n <= 0 {
		return 0
	}
	return units.KW((int64(n)*f.Watts + wattsAKW - 1) / wattsAKW)
}

// fit is how many chips of the fleet's family a facility power can run.
func (f *Fleet) fit(power units.KW) units.Chips {
	if power <= 0 {
		return 0
	}
	return units.Chips(int64(power) * wattsAKW / f.Watts)
}

// fleetLike is a fleet of a family at a site without chips, for what-if sums.
func (w *World) fleetLike(site SiteID, family FamilyID) Fleet {
	return Fleet{Site: site, Family: family, Watts: w.wattsAt(site, family)}
}

// wattsAt is the facility power of one chip of a family at a site.
func (w *World) wattsAt(site SiteID, family FamilyID) int64 {
	return max(1, w.sites[site].PUE.Of(w.families[family].Watts))
}

const wattsAKW = 1000
