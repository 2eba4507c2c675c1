package sim

import (
	"math/bits"

	"entangle/sim/detmath"
	"entangle/sim/units"
)

// equitySpec: raise_equity offers new shares to the investors outside. They answer
// in weeks; what they see is the valuation, the market's mood, how long the company
// can wait, and what became of its last promises.
var equitySpec = OrderSpec{
	Kind: OrderRaiseEquity, Name: "raise_equity", Group: GroupCapital, Attention: 2,
	Fields: []FieldSpec{
		{Field: FieldQty, Name: "amount", Unit: money, Min: leastRound, Max: maxExact},
		{Field: FieldPrice, Name: "least", Unit: money, Optional: true, Min: 0, Max: maxExact},
	},
	check: checkEquity, apply: applyEquity,
}

const (
	leastRound = 10_000_000
	roundWeeks = 13 // between rounds
	mostStake  = 2  // inverse of what a round may bring over the valuation before it
)

// mayFinance tells whether a company can turn to those who finance companies.
func (w *World) mayFinance(t Toggle) Refusal {
	if !w.financed() || !on(t) {
		return Refusal{Reason: ReasonNoCapital}
	}
	return Refusal{}
}

func checkEquity(w *World, o *Order) Refusal {
	if r := w.mayFinance(w.sc.setup.Switches.Rounds); !r.Allowed() {
		return r
	}
	f := &w.finances[o.By]
	if weeks := int64(w.Date()-f.Asked) / 7; f.Asked != 0 && weeks < roundWeeks {
		return Refusal{Reason: ReasonTooSoon, Amounts: Amounts{weeks, roundWeeks}}
	}
	if most := int64(w.valuation(o.By, nil)) / mostStake; o.Qty > most {
		return Refusal{Reason: ReasonStake, Field: FieldQty, Amounts: Amounts{most, o.Qty}}
	}
	return Refusal{}
}

func applyEquity(w *World, o *Order) {
	f := &w.finances[o.By]
	draw := w.stream(streamRound, w.sc.companies[o.By].key)
	weeks := 4 + draw.IntN(5) // four to eight
	if f.Listed {
		weeks = 2
	}
	f.Ask, f.Least, f.Asked, f.Answer = usd(o.Qty), usd(int64(o.Price)), w.Date(), w.Date().AddWeeks(int(weeks))
	w.climate.Asking++
	w.answered = min(w.answered, f.Answer)
	f.Event = w.emit(Event{Kind: EventRoundOpened, By: o.By, Order: o.Kind, Qty: weeks, Amount: o.Qty})
}

// Where the market's mood is low, rounds fail (economics.md 8).
const (
	moodWary   = 0.72
	moodShut   = 0.55
	weakNeed   = -0.15 // log of the price for who has cash for less than a quarter
	askAbove   = 0.05  // log by which investors go above what they see
	afterMiss  = -0.1  // log of the price for who broke its last promise, by its mood
	farGap     = 0.2   // log by which an ask is too high to talk about
	promiseFor = 52    // weeks
)

// closeRound closes a round, or has it fail.
func (w *World) closeRound(c CompanyID) {
	f := &w.finances[c]
	amount, least := f.Ask, f.Least
	f.Ask, f.Least = 0, 0
	pre := w.bidFor(c)
	w.climate.Asking--
	if w.refuses(c) || pre < amount || float64(least) > float64(float64(pre)*detmath.QuickExp(askAbove)) {
		f.Failed = min(f.Failed+1, maxUnpaid)
		w.emit(Event{Kind: EventRoundFailed, Cause: f.Event, By: c, Amount: int64(amount)})
		return
	}
	pre = max(pre, least)
	fresh := units.MulDiv(f.Shares, int64(amount), int64(pre))
	f.Shares += fresh
	f.Sold += fresh
	f.Failed = 0
	f.Raised += amount
	w.pay(Investors, PartyOf(c), FlowEquity, amount)
	if f.Promised == 0 {
		f.Promised, f.Judged = w.implied(c, pre), w.Date().AddWeeks(promiseFor)
	}
	w.emit(Event{Kind: EventRoundClosed, Cause: f.Event, By: c, Qty: units.MulDiv(fresh, int64(units.One), f.Shares), Amount: int64(amount)})
}

// refuses draws whether investors have no mind for anything this month, or none for a
// company whose lenders want their money back: half of them see only a hole to fill.
func (w *World) refuses(c CompanyID) bool {
	mood := detmath.QuickExp(w.climate.Level + w.climate.Fright)
	draw := w.stream(streamInvestors, w.sc.companies[c].key)
	return mood < moodShut || draw.Float64() < 0.5 && (mood < moodWary || w.finances[c].Called)
}

// bidFor is the valuation at which investors would buy: less for those who must
// sell soon, or go under.
func (w *World) bidFor(c CompanyID) units.USD {
	push := 0.0
	if weeks := w.runway(c); weeks < roundWeeks && w.ruins() {
		push = float64(weakNeed * (1 - weeks/roundWeeks))
	}
	return usd(units.Whole(float64(float64(w.valuation(c, nil))*detmath.QuickExp(push)), maxExact))
}

// longRunway is given to those who need no cash, in weeks.
const longRunway = 520.0

// runway is how many weeks a company's cash lasts at what it loses, debt service
// included.
func (w *World) runway(c CompanyID) float64 {
	burn := w.service(c) - w.finances[c].ebitda()
	if burn <= 0 {
		return longRunway
	}
	return min(float64(float64(w.companies[c].Cash)*weeksAYear)/burn, longRunway)
}

// service is what a company's loans take in a year, interest and principal.
func (w *World) service(c CompanyID) (sum float64) {
	loans := w.loansOf(c)
	for set := live(loans); set != 0; set &= set - 1 {
		l := &loans[bits.TrailingZeros(set)]
		sum += float64(float64(l.Owed)*float64(l.Rate)) / float64(units.One)
		if years := float64(l.Due-w.Date()) / daysAYear; years < 1 {
			sum += float64(l.Owed)
		} else if l.Kind != LoanBond {
			sum += float64(l.Owed) / years
		}
	}
	return sum
}

// implied is the run rate in a year that a price makes sense at: growth as high as
// the multiple says, in the mood of the day.
func (w *World) implied(c CompanyID, pre units.USD) units.USD {
	f := &w.finances[c]
	now, _ := f.run()
	return usd(units.Whole(float64(now*detmath.QuickExp(min(max(f.growth(), 0.1)+max(0, w.climate.Level+f.Hype), mostGrowth))), maxExact))
}
