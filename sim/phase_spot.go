package sim

import (
	"math"

	"entangle/sim/market"
	"entangle/sim/units"
)

// Spot is the market for a week of compute.
type Spot struct {
	Price  units.Price // per H100e-hour, as last made
	Mean   float64     // of the price, over about as many weeks as the scenario says
	Spread float64     // mean distance from Mean
	Volume units.H100e // of last week
	Asked  units.H100e // offered last week
	Sought units.H100e // wanted last week at any price below the ceilings
	Told   bool        // its last move was reported
}

// Who is short of compute wants all of it at three fifths of its ceiling, ever
// less above; who has some to spare begins to sell at its reserve and sells all
// at two fifths above it. So one price answers how tight the week is.
const (
	eager   = 600_000   // of the ceiling
	willing = 1_400_000 // of the reserve
)

// trade clears the spot market: what runs and is neither let nor needed, as far
// as its owner's policy offers it, goes to those who are short, for a week, at
// one price for all; in the weeks between for a week more, see customers_between.go.
func (w *World) trade() {
	w.spot.Volume, w.spot.Asked, w.spot.Sought = 0, 0, 0
	companies, buying, selling, n, m := w.companies, w.room.buying, w.room.selling, uint(0), uint(0)
	for c := 1; c < len(companies); c++ {
		co := &companies[c]
		co.SpotIn, co.SpotOut = 0, 0
		left := co.room() - co.Wanted
		buying[n%MaxCompanies], selling[m%MaxCompanies] = CompanyID(c), CompanyID(c)
		n += countIf(left < 0)
		m += countIf(left > co.Walked) & countIf(co.Policy.Reserve > 0)
	}
	if !w.hasSpot() {
		return
	}
	if n, m = w.buyersOf(buying[:n]), w.sellersOf(selling[:m]); n+m > 0 {
		w.clearSpot(int(n), int(m))
	}
}

// buyersOf notes what those who are short want of the spot market, and who of them can pay for
// any, in that order.
func (w *World) buyersOf(short []CompanyID) (n uint) {
	buyers, buying := w.room.buyers, w.room.buying
	for _, c := range short {
		co := &w.companies[c]
		bid := w.bidOf(co, co.Wanted-co.room())
		buyers[n%MaxCompanies], buying[n%MaxCompanies] = bid, c
		n += countIf(bid.Qty() > 0)
	}
	return n
}

// sellersOf does so for those who have some to spare.
func (w *World) sellersOf(spare []CompanyID) (m uint) {
	sellers, selling := w.room.sellers, w.room.selling
	for _, c := range spare {
		co := &w.companies[c]
		ask := w.askOf(co, co.room()-co.Wanted-co.Walked)
		sellers[m%MaxCompanies], selling[m%MaxCompanies] = ask, c
		m += countIf(ask.Qty() > 0)
	}
	return m
}

// hasSpot tells whether there is a spot market.
func (w *World) hasSpot() bool { return w.params.SpotWeeks > 0 && on(w.sc.setup.Switches.Spot) }

// bidOf is what a company wants of the spot market: what its customers ask beyond
// its room, as far as its cash pays it.
func (w *World) bidOf(co *Company, short units.H100e) market.Curve {
	top := int64(co.Policy.SpotCeiling)
	if top <= 1 {
		return market.Curve{}
	}
	most := units.ShortWeekRent(co.Policy.SpotCeiling, short)
	if !units.WeekFits(co.Policy.SpotCeiling, short) {
		most = units.WeekRent(co.Policy.SpotCeiling, short)
	}
	if most >= co.Cash {
		week := units.Rent(co.Policy.SpotCeiling, units.H100eScale, hoursAWeek) // for one H100e
		short = min(short, units.H100e(units.MulDiv(int64(co.Cash), units.H100eScale, int64(max(week+1, 1)))))
	}
	w.spot.Sought += max(short, 0)
	return market.Wants(int64(short), units.PPM(eager).Of(top), top)
}

// askOf is what a company offers: what its customers leave of its own compute, and
// those who came last week since others turned them away; at most the share that its
// policy gives.
func (w *World) askOf(co *Company, left units.H100e) market.Curve {
	spare := max(min(left, units.H100e(co.Policy.Split.Of(int64(co.Own-co.Let)))), 0)
	w.spot.Asked += spare
	return market.Sells(int64(spare), int64(co.Policy.Reserve), units.PPM(willing).Of(int64(co.Policy.Reserve))+1)
}

// clearSpot makes the price for n buyers and m sellers, hands over the compute and the
// money.
func (w *World) clearSpot(n, m int) {
	all := w.room.grow(n + m)
	got, sold := all[:n], all[n:]
	made, volume, _ := market.Cross(w.room.buyers[:n], w.room.sellers[:m], got, sold, int64(maxRent), spotTick, int64(w.spot.Price))
	w.spot.Price, w.spot.Volume = price(made), units.H100e(volume)
	for i, c := range w.room.buying[:n] {
		w.companies[c].SpotIn = units.H100e(got[i])
	}
	for i, c := range w.room.selling[:m] {
		w.companies[c].SpotOut = units.H100e(sold[i])
	}
	w.paySpot(n, m)
	if w.spot.Mean == 0 {
		w.spot.Mean = float64(made)
	}
	w.noteSpot()
	w.tellSpot()
}

// paySpot has n buyers pay m sellers for a week of what they trade.
func (w *World) paySpot(n, m int) {
	price := w.spot.Price
	fits := units.WeekFits(price, w.spot.Volume) // so then does what each trades
	companies, total, exchange := w.companies, w.total[:len(w.companies)], till{}
	for _, c := range w.room.buying[:n] {
		co := &companies[c]
		due := units.ShortWeekRent(price, co.SpotIn)
		if !fits {
			due = units.WeekRent(price, co.SpotIn)
		}
		exchange.takes(co, &total[c], FlowSpot, due)
	}
	for _, c := range w.room.selling[:m] {
		co := &companies[c]
		due := units.ShortWeekRent(price, co.SpotOut)
		if !fits {
			due = units.WeekRent(price, co.SpotOut)
		}
		exchange.gives(co, &total[c], FlowSpot, due)
	}
	w.book(Exchange, &exchange)
}

// noteSpot takes a week's price into its mean.
func (w *World) noteSpot() {
	off := float64(w.spot.Price) - w.spot.Mean
	w.spot.Mean += off / w.params.SpotWeeks
	w.spot.Spread += (math.Abs(off) - w.spot.Spread) / w.params.SpotWeeks
}

// tellSpot reports a price a fifth off its mean, once until it has come back.
func (w *World) tellSpot() {
	far := w.spot.Volume > 0 && (float64(w.spot.Price) > float64(spotJump*w.spot.Mean) || float64(w.spot.Price) < w.spot.Mean/spotJump)
	if far && !w.spot.Told {
		w.emit(Event{Kind: EventSpotMoved, Qty: int64(w.spot.Volume), Amount: int64(w.spot.Price)})
	}
	w.spot.Told = far
}

const (
	spotJump = 1.2
	spotTick = 1_000 // a tenth of a cent
)
