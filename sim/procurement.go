package sim

import (
	"math"
	"math/bits"

	"entangle/sim/units"
)

// procurementWeeks is how often procurement looks at what is due, and leastBuy
// the rack below which it does not bother.
const (
	procurementWeeks = 8
	leastBuy         = 72
)

// procure orders chips by standing policy: for each site of a company with a
// cover, as many as the share of the power due there that its chips, orders
// included, do not yet claim. It asks as anybody would and takes no attention.
func (w *World) procure() {
	if int(w.head.Tick)%procurementWeeks != 0 {
		return
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co := &w.companies[c]
		if co.Policy.Cover == 0 || co.Cash-co.Policy.CashFloor-co.ToPay <= 0 {
			continue
		}
		f := w.procured(c)
		if f == 0 {
			continue
		}
		booked := w.slots(f, false)
		for s := w.sc.companies[c].siteFrom; booked >= leastBuy && s < w.sc.companies[c].siteTo; s++ {
			if w.sites[s].Shell+w.sites[s].Grid == 0 && w.sites[s].Projects == 0 {
				continue // an empty plot
			}
			free := co.Cash - co.Policy.CashFloor - co.ToPay - w.room.pledged[c]
			most := min(int64(free/max(w.View(c).Family(f).Cost, 1)), booked)
			if most < leastBuy {
				break
			}
			if o := w.procurement(c, s, f, most); o.Qty >= leastBuy && checkChips(w, &o).Allowed() {
				applyChips(w, &o)
			}
		}
	}
}

// procurement is the order of a family that the policy makes for a site, of so many at
// most; of nothing where nothing is due.
func (w *World) procurement(c CompanyID, s SiteID, f FamilyID, most int64) Order {
	v, co := w.View(c), &w.companies[c]
	wait := int(w.sites[s].Install) + int(units.Whole(w.families[f].Lead, 156))
	due := w.sites[s].Energised + v.PowerDue(s, w.Date().AddWeeks(wait))
	due = units.KW(co.Policy.Cover.Of(int64(due))) - v.Claimed(s)
	return Order{Kind: OrderChips, By: c, Family: f, Site: s, Share: w.leastPrepaid(f), Qty: min(int64(fitOf(due, w.wattsAt(s, f))), most)}
}

// procured is the family that procurement buys: the one preferred, or the one
// with the cheapest compute for sale. Who sells chips buys no rival's unasked.
func (w *World) procured(c CompanyID) (best FamilyID) {
	v, info := w.View(c), &w.sc.companies[c]
	if f := w.companies[c].Policy.Family; f != 0 && v.onSale(f) {
		return f
	}
	if v.SellsAny() {
		return 0
	}
	least, accounts, software := ^uint64(0), w.accountsOf(c), 0.0
	if on(w.sc.setup.Switches.Software) {
		software = 1
	}
	for left := info.orders &^ w.companies[c].Barred & w.toOrder; left != 0; left &= left - 1 {
		f := FamilyID(bits.TrailingZeros64(left) + 1)
		row, account := &w.families[f], &accounts[f]
		bare := row.costs(w.sc.families[f].designer == c)
		cost := float64(bare + units.USD(max(account.Duty, 0).Of(int64(bare)))) // see CostOf
		// of numbers above nothing, and so of their bits, which are compared without a branch
		each := math.Float64bits(float64(cost*(1+float64(software*account.Penalty))) / float64(row.H100e))
		if each < least {
			best = f
		}
		least = min(least, each)
	}
	return best
}

// costs is what one chip of a family costs a company before duties: its own what they take
// to build.
func (row *Family) costs(own bool) units.USD {
	cost, unit := row.List, row.UnitCost
	if own { // no branch: who asks changes all the time
		cost = unit
	}
	return cost
}
