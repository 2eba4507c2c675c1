package sim

import "entangle/sim/units"

// rentSpec: rent_capacity bids for chips that a landlord offers. All bids of a
// week for the same block are cleared together: see clearBids.
var rentSpec = OrderSpec{
	Kind: OrderRent, Name: "rent_capacity", Group: GroupCompute, Attention: 1, Line: true,
	Fields: []FieldSpec{
		{Field: FieldPeer, Name: "supplier"},
		{Field: FieldFamily, Name: "family"},
		{Field: FieldSite, Name: "site", Optional: true},
		{Field: FieldQty, Name: "chips", Unit: chips, Min: 1, Max: maxChips},
		{Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: minTerm, Max: maxWeeks},
		{Field: FieldPrice, Name: "ceiling", Unit: rent, Min: 1, Max: int64(maxRent)},
	},
	check: checkRent, apply: applyRent,
}

const (
	minTerm   = 4              // weeks: below it is the spot market's
	maxRent   = 100 * microUSD // per H100e-hour: fifty times the rents of 2025
	bidsAWeek = 8              // of one company
	rentAhead = 4              // weeks of rent that a bidder must have
)

func checkRent(w *World, o *Order) Refusal {
	if o.Peer == o.By {
		return Refusal{Reason: ReasonSamePeer, Field: FieldPeer}
	}
	if most := int64(w.params.MaxTerm); int64(o.Weeks) > most {
		return Refusal{Reason: ReasonTooLarge, Field: FieldWeeks, Amounts: Amounts{int64(o.Weeks), max(most, minTerm)}}
	}
	at, r := w.blockFor(o)
	if !r.Allowed() {
		return r
	}
	f := &w.fleets[at]
	if o.Price < f.Floor {
		return Refusal{Reason: ReasonUnderFloor, Field: FieldPrice, Amounts: Amounts{int64(o.Price), int64(f.Floor)}, Ref: Ref{OfSite, int32(f.Site)}}
	}
	if o.Qty > int64(f.Posted) {
		return Refusal{Reason: ReasonOfferTooSmall, Field: FieldQty, Amounts: Amounts{int64(f.Posted), o.Qty}, Ref: Ref{OfSite, int32(f.Site)}}
	}
	if w.room.bids[o.By] >= bidsAWeek {
		return Refusal{Reason: ReasonBidLimit, Amounts: Amounts{bidsAWeek, bidsAWeek}}
	}
	if r := w.roomFor(o.By); !r.Allowed() {
		return r
	}
	return w.spend(o.By, w.rentToCome(o))
}

// rentToCome is the rent that a bidder must have at hand.
func (w *World) rentToCome(o *Order) units.USD {
	return rentOfBid(o.Price, units.H100e(o.Qty)*w.families[o.Family].H100e)
}

func rentOfBid(price units.Price, h units.H100e) units.USD {
	return units.Rent(price, h, rentAhead*hoursAWeek)
}

// blockFor picks the offer of a landlord that an order means: at the site named,
// else the cheapest of the family that does not exclude the company, the larger
// one on a tie.
func (w *World) blockFor(o *Order) (at int32, r Refusal) {
	r = Refusal{Reason: ReasonNotOffered, Field: FieldPeer, Ref: Ref{OfCompany, int32(o.Peer)}}
	from, to := w.sc.companies[o.Peer].siteFrom, w.sc.companies[o.Peer].siteTo
	if o.Site != 0 {
		from, to = max(from, o.Site), min(to, o.Site+1)
	}
	for s := from; s < to; s++ {
		for i := w.sites[s].Fleets; i != 0; i = w.fleets[i].Next {
			f := &w.fleets[i]
			if f.Family != o.Family || f.Posted == 0 {
				continue
			}
			if !w.sc.openTo(o.By, s) {
				if at == 0 {
					r = w.shutOut(o.By, s, FieldPeer)
				}
				continue
			}
			if f.Exclude.Has(o.By) {
				if at == 0 {
					r.Reason, r.Ref = ReasonExcluded, Ref{OfCompany, int32(o.Peer)}
				}
				continue
			}
			if at == 0 || f.Floor < w.fleets[at].Floor || f.Floor == w.fleets[at].Floor && f.Posted > w.fleets[at].Posted {
				at = i
			}
		}
	}
	if at != 0 {
		r = Refusal{}
	}
	return at, r
}

func applyRent(w *World, o *Order) {
	at, _ := w.blockFor(o)
	w.room.bids[o.By]++
	w.pledge(o.By, w.rentToCome(o))
	b := another(&w.bids)
	b.order, b.fleet, b.done = *o, at, false
}
