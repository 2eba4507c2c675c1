package sim

import "entangle/sim/units"

// Resource is one of the scarce things of a company.
type Resource uint8

// The resources.
const (
	ResourcePower Resource = iota
	ResourceChips
	ResourceCash
	ResourceAttention
	ResourceCount
)

var resourceNames = [ResourceCount]string{"power", "chips", "cash", "attention"}

// Name returns the resource as outputs spell it.
func (r Resource) Name() string { return resourceNames[r] }

// Endow gives a company a share more of a resource, out of nothing: energised
// power and installed chips at each of its sites, cash, or one point of attention.
// It is for what-ifs on cloned worlds (shadow values are checked with it), never
// part of a run; the books are moved along, so that the laws go on holding.
func (w *World) Endow(c CompanyID, r Resource, share units.PPM) {
	w.room.forget()
	co := &w.companies[c]
	switch r {
	case ResourceCash:
		more := usd(share.Of(int64(co.Cash)))
		co.Cash += more
		co.StartCash += more
		w.head.Money += more
	case ResourceAttention:
		co.Attention++
	case ResourcePower, ResourceChips:
		for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
			w.endowSite(s, r, share)
		}
	}
}

func (w *World) endowSite(id SiteID, r Resource, share units.PPM) {
	s := &w.sites[id]
	if r == ResourcePower {
		more := units.KW(share.Of(int64(s.Energised)))
		s.AtStart += more // halls and grid
		s.Shell += more
		s.Grid += more
		was, owner := s.Energised, w.sc.sites[id].owner
		s.Energised = w.feed(id, s.Grid, w.putToWork(id))
		w.live[owner] += s.Energised - was
		w.stirSite(id)
		return
	}
	w.shiftSite(id)
	for at := s.Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		more := units.Chips(share.Of(int64(f.Ready)))
		f.Ready += more
		w.families[f.Family].AtStart += more
	}
}

// GrossMargin is what a company earned since the start, less what providing it
// cost: power, rent, and chips built to be sold.
func (w *World) GrossMargin(c CompanyID) units.USD {
	return w.income(c) - w.flow(c, FlowEnergy, out) - w.flow(c, FlowRent, out) - w.flow(c, FlowSpot, out) - w.flow(c, FlowBuilding, out)
}

// Reseed gives the world another future: the same state, other draws from here
// on. It is for what-ifs on cloned worlds, as Endow is.
func (w *World) Reseed(seed uint64) { w.head.Seed = seed }
