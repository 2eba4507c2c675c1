package sim

import "entangle/sim/units"

// How a company courts a star.
const (
	CourtPlain  uint8 = iota + 1 // the star forfeits what has not vested
	CourtBuyout                  // the company pays for it
)

// courtStarSpec: court_star offers a named person pay, compute and a mandate. The
// answer comes in one to four weeks; till then others may offer more, and the
// employer may hear of it. A new offer to the same person replaces the old one.
var courtStarSpec = OrderSpec{
	Kind: OrderCourtStar, Name: "court_star", Group: GroupTalent, Attention: 2,
	Fields: []FieldSpec{{Field: FieldMode, Name: "shares"}},
	Modes:  []ModeSpec{{CourtPlain, "leave", courtFields}, {CourtBuyout, "buy_out", courtFields}},
	check:  checkCourt, apply: applyCourt,
}

var courtFields = []FieldSpec{
	{Field: FieldMode, Name: "shares"},
	{Field: FieldPerson, Name: "person"},
	{Field: FieldPrice, Name: "pay", Unit: money, Min: 10_000, Max: maxStarPay},
	{Field: FieldQty, Name: "compute", Unit: h100e, Optional: true, Max: mostPledged},
	{Field: FieldShare, Name: "mandate", Unit: units.KindShare, Optional: true, Max: int64(units.One)},
}

const (
	mostPledged = 1_000_000_000 // thousandths of an H100e per head
	mostMandate = units.One / 2 // of a company's research, that stars decide on together
	// leastOffer is the share of what the market gives below which nobody listens.
	leastOffer = units.One / 2
	// settleWeeks is how long somebody who has just signed hears no offers.
	settleWeeks = 8
	// payReserve is how many weeks' pay must be at hand, beyond what is
	// paid on signing.
	payReserve = 26
	// heardOdds is the chance that an employer hears of an offer (by choice).
	heardOdds = 0.6
)

func checkCourt(w *World, o *Order) Refusal {
	p, ref := &w.people[o.Person], Ref{OfPerson, int32(o.Person)}
	if r := w.courtable(o, p, ref); !r.Allowed() {
		return r
	}
	if least := w.leastOffer(o.Person, o.By); int64(o.Price) < least {
		return Refusal{Reason: ReasonLowPay, Field: FieldPrice, Amounts: Amounts{int64(o.Price), least}, Ref: ref}
	}
	if r := w.canPromise(o, p, ref); !r.Allowed() {
		return r
	}
	s := suitOf(o)
	return w.spend(o.By, w.atOnce(o.Person, &s)+payReserve*weekOf(s.Pay))
}

// courtable tells whether a person listens to a company.
func (w *World) courtable(o *Order, p *Person, ref Ref) Refusal {
	switch {
	case !on(w.sc.setup.Switches.Stars):
		return Refusal{Reason: ReasonNoSuchThing, Field: FieldPerson, Ref: ref}
	case p.Employer == o.By:
		return Refusal{Reason: ReasonOwnStar, Field: FieldPerson, Ref: ref}
	case p.Home != w.sc.companies[o.By].home:
		return Refusal{Reason: ReasonAbroad, Field: FieldPerson, Ref: ref}
	case p.Employer != 0 && w.Date() < p.Since.AddWeeks(settleWeeks):
		return Refusal{Reason: ReasonSettling, Field: FieldPerson, Amounts: Amounts{int64(w.Date()-p.Since) / 7, settleWeeks}, Ref: ref}
	}
	return Refusal{}
}

// leastOffer is the pay a year below which a person does not talk to a company: half
// of what the market gives, and more than the least of those he hears already, of whom
// he hears no more than suitsPerPerson.
func (w *World) leastOffer(id PersonID, by CompanyID) int64 {
	p := &w.people[id]
	least := max(10_000, leastOffer.Of(units.FromFloat(w.starAsk(p), 1, maxStarPay)))
	if s := &p.Suits[w.suitRow(id, by)]; s.By != 0 && s.By != by {
		least = max(least, int64(w.yearly(p, s))+1)
	}
	return least
}

// suitRow is the row of a company's suit for a person, or else a free one, or the one
// that pays least.
func (w *World) suitRow(id PersonID, by CompanyID) (row int) {
	p, free := &w.people[id], -1
	for k := len(p.Suits) - 1; k >= 0; k-- {
		switch p.Suits[k].By {
		case by:
			return k
		case 0:
			free = k
		}
	}
	if free >= 0 {
		return free
	}
	for k := 1; k < len(p.Suits); k++ {
		if w.yearly(p, &p.Suits[k]) < w.yearly(p, &p.Suits[row]) {
			row = k
		}
	}
	return row
}

// canPromise tells whether a company has the compute and the mandate that it
// promises a person, beyond what it has promised others.
func (w *World) canPromise(o *Order, p *Person, ref Ref) Refusal {
	if o.Qty > 0 {
		others, team := w.rosters[o.By].Pledged, int64(max(p.Team, 1))
		if p.Employer == o.By {
			others -= p.Pledge * units.H100e(p.Team)
		}
		if have := max(int64(w.labCompute(o.By)-others), 0) / team; o.Qty > have {
			return Refusal{Reason: ReasonNoCompute, Field: FieldQty, Amounts: Amounts{have, o.Qty}, Ref: ref}
		}
	}
	if o.Share > 0 {
		given := w.rosters[o.By].Given
		if p.Employer == o.By {
			given -= p.Mandate
		}
		if have := max(mostMandate-given, 0); o.Share > have {
			return Refusal{Reason: ReasonNoMandate, Field: FieldShare, Amounts: Amounts{int64(have), int64(o.Share)}, Ref: ref}
		}
	}
	return Refusal{}
}

// suitOf is the suit that an order makes.
func suitOf(o *Order) Suit {
	s := Suit{By: o.By, Pay: units.USD(o.Price), Pledge: units.H100e(o.Qty), Mandate: o.Share, Buyout: o.Mode == CourtBuyout}
	if o.Kind == OrderLiftTeam {
		s = Suit{By: o.By, Package: units.USD(o.Price), Heads: int16(o.Qty)}
	}
	return s
}

func applyCourt(w *World, o *Order) {
	w.enterSuit(o.Person, suitOf(o))
	w.emit(Event{Kind: EventStarCourted, By: o.By, Peer: w.people[o.Person].Employer, Order: o.Kind, Ref: Ref{OfPerson, int32(o.Person)},
		Qty: o.Qty, Amount: int64(o.Price)})
}

// mostAnswer is the most weeks that a star takes to answer.
const mostAnswer = 4

// enterSuit puts a suit beside the others for a person. The first begins the weeks
// until the answer; each may come to the employer's ears.
func (w *World) enterSuit(id PersonID, s Suit) {
	p := &w.people[id]
	draw := w.stream(streamSuit, w.sc.people[id].key+w.sc.companies[s.By].key)
	weeks, heard := 1+draw.IntN(mostAnswer), draw.Float64() < heardOdds
	if p.Answer == 0 {
		p.Answer = w.Date().AddWeeks(int(weeks))
		w.stars.Wake = min(w.stars.Wake, w.weekFrom(p.Answer-6))
	}
	if s.Heard = heard && p.Employer != 0; s.Heard {
		w.alarm(p.Employer, id)
	}
	row := &p.Suits[w.suitRow(id, s.By)]
	if row.By != 0 && row.By != s.By { // somebody who pays less is heard no more
		w.alarm(row.By, id)
		w.emit(Event{Kind: EventStarDeclined, By: row.By, Peer: p.Employer, Ref: Ref{OfPerson, int32(id)}, Amount: int64(row.Pay)})
	}
	*row = s
}
