package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// Attention is what a leadership can push in a week, in points (play.md 2):
// three, more for a larger organisation, less for open crises and for a thick
// book of contracts. What an order takes stands in its spec.

const (
	baseAttention  = 3
	leastAttention = 2
	mostSpan       = 4
	staffForSpan   = 250 // people working on AI; each doubling of them adds a point
	mostCrises     = 2
	freeClauses    = 20 // live clauses that take no attention
	clausesAPoint  = 20
	weekOfDelay    = 20 // points of bureaucracy that make an order wait a week
	mostDelay      = 5  // weeks
	busyWeeks      = 8  // over which it is remembered how much was used
	mostWaiting    = 16 // orders of a company that can wait in its organisation
)

// attentionOf is a company's attention for a week, without what it carried over.
func (w *World) attentionOf(c CompanyID, clauses int64, t *Terms) int64 {
	co, form := &w.companies[c], w.orgs[c].Form
	if t != nil {
		t.Add(TermStart, baseAttention)
		t.Add(TermStaff, float64(co.span()))
		t.Add(TermForm, float64(formSpan(form, co.span())))
		t.Add(TermCrises, -float64(co.crises(w.suits[c])))
		t.Add(TermClauses, -float64(entangled(clauses)))
	}
	return co.points(form, co.crises(w.suits[c])+entangled(clauses))
}

// points is the attention for a week of a leadership to which crises and clauses leave
// less.
func (co *Company) points(form Form, less int64) int64 {
	span := co.span()
	return max(leastAttention, baseAttention+span+formSpan(form, span)-less)
}

// span is the attention that a company has for its size.
func (co *Company) span() int64 {
	return int64(bits.Len64(min(uint64(co.Staff)/(2*staffForSpan), 1<<mostSpan-1)))
}

// entangled is the attention that live clauses take: a point for each clausesAPoint beyond
// those that are free, two at most. Nobody could guess who has how many.
func entangled(clauses int64) int64 {
	one, two := countIf(clauses >= freeClauses+clausesAPoint), countIf(clauses >= freeClauses+2*clausesAPoint)
	return int64(one + two)
}

// crises is how many things burn at a company that has so many suits on its hands, as
// far as they count.
func (co *Company) crises(suits int16) int64 {
	late := min(int64(co.Unpaid), 1) // for power
	return min(mostCrises, int64(suits)+late)
}

// meet opens the next week's leadership meeting: fresh attention, and of what was
// not used last week at most half of a week's worth.
func (w *World) meet() {
	companies := w.companies
	orgs, suits := w.orgs[:len(companies)], w.suits[:len(companies)]
	for c := 1; c < len(companies); c++ {
		co, org := &companies[c], &orgs[c]
		full := co.points(org.Form, co.crises(suits[c])+entangled(int64(co.Clauses)))
		used := min(int64(co.Points)-co.Attention, full)
		rest := co.Pressed - float64(co.Pressed/busyWeeks)
		co.Pressed = rest + float64(float64(used)/float64(full)/busyWeeks)
		co.Attention = full + min(co.Attention, int64(uint64(full+1)/2)) // full is above none
		co.Points = int16(co.Attention)
		org.Acted = [groups]uint8{}
	}
}

// Cost is the attention that an order takes: double when it passes the
// organisation by, nothing for standing policies in the week that closes a
// quarter, when they are on the table anyway.
func (w *World) Cost(o Order) int64 {
	if o.Kind >= orderKinds {
		return 0
	}
	return w.costOf(&o)
}

// costOf is what an order takes; those of deputies take nothing.
func (w *World) costOf(o *Order) int64 {
	if o.Deputy {
		return 0
	}
	return w.cost(o.By, o.Kind, o.Escalate)
}

func (w *World) cost(by CompanyID, kind OrderKind, escalate bool) int64 {
	return w.orgs[by].cost(w.paces[kind], kind, escalate)
}

func (o *Org) cost(p orderPace, kind OrderKind, escalate bool) int64 {
	points := p.attention
	if escalate {
		points *= 2
	}
	if o.Room != 0 {
		return o.inRoom(kind, points)
	}
	return points
}

// Wait is how many weeks an order of the company waits in its organisation.
func (w *World) Wait(o Order) int32 {
	if o.Kind >= orderKinds {
		return 0
	}
	return w.delay(o.By, o.Kind, o.Escalate)
}

func (w *World) delay(by CompanyID, kind OrderKind, escalate bool) int32 {
	return w.companies[by].delay(w.orgs[by].Form, w.paces[kind].passing(escalate))
}

// passing is how an order waits that may pass the organisation by.
func (p orderPace) passing(escalate bool) waits {
	if escalate {
		return waitsNot
	}
	return p.waits
}

func (co *Company) delay(form Form, waits waits) int32 {
	return weeksOfDelay(co.meets(form, waits))
}

// meets is the bureaucracy that an order meets.
func (co *Company) meets(form Form, waits waits) float64 {
	return co.Bureaucracy + waitPoints[waits][form]
}

// orderPace is what goes for all orders of a kind in a scenario.
type orderPace struct {
	attention int64 // points of it, without a war room
	waits     waits
}

// waits is how orders of a kind wait in organisations.
type waits uint8

const (
	waitsNot waits = iota
	waitsPlain
	waitsLonger // in some forms: see hurried
	waitsCount
)

// waitPoints is the bureaucracy that orders meet beyond their company's own, by how they
// wait and by its form: added, not asked for, since nobody could guess which order comes
// next. For what does not wait it is less than all there can be.
var waitPoints = makeWaitPoints()

func makeWaitPoints() (points [waitsCount][formCount]float64) {
	for f := range formSpecs {
		points[waitsNot][f] = -mostDelay * weekOfDelay
		points[waitsLonger][f] = formSpecs[f].after
	}
	return points
}

type orderPaces [orderKinds]orderPace

// turnPage notes the day on which the coming week begins, and what goes for orders in it.
func (w *World) turnPage() {
	w.today = w.sc.setup.Start + units.Date(7*w.head.Tick)
	if w.today > w.quarter || w.head.Tick == 0 {
		w.quarter = w.today.EndOfQuarter()
	}
	w.paces = w.sc.paces
	if w.closesQuarter() {
		w.paces = w.sc.tabled
	}
}

// tabled is the same for the week that closes a quarter, when standing policies are on
// the table anyway.
func (p *orderPaces) tabled() *orderPaces {
	all := *p
	all[OrderSetPolicy] = orderPace{}
	return &all
}

func makePaces(s *Switches) *orderPaces {
	all := new(orderPaces)
	for k := OrderNone + 1; k < orderKinds; k++ {
		if on(s.Attention) {
			all[k].attention = orderSpecs[k].Attention
		}
		switch {
		case !orderSpecs[k].Line || !on(s.Bureaucracy):
		case orderSpecs[k].Group.hurried():
			all[k].waits = waitsPlain
		default:
			all[k].waits = waitsLonger
		}
	}
	return all
}

// terms are cost and delay of an order that does not pass the organisation by.
func (w *World) terms(by CompanyID, kind OrderKind) (cost int64, weeks int32) {
	return w.cost(by, kind, false), w.delay(by, kind, false)
}

// weeksOfDelay is how long orders of the line wait at a bureaucracy: a week for each
// twenty points, which no rounding moves across a week.
func weeksOfDelay(bureaucracy float64) int32 {
	return int32(min(max(units.Cut(bureaucracy/weekOfDelay), 0), mostDelay))
}

// closesQuarter tells whether the books of a quarter close with the coming week:
// it belongs to the quarter that holds most of it.
func (w *World) closesQuarter() bool { return w.sc.closing[w.head.Tick] }

// closings tells of each week whether it closes a quarter, the week after the
// last one included.
func closings(start units.Date, weeks int32) []bool {
	list := make([]bool, weeks+1)
	for i := range list {
		middle := start + units.Date(7*i) + 3
		list[i] = (middle + 7).EndOfQuarter() != middle.EndOfQuarter()
	}
	return list
}

// attentive tells of most orders that the leadership has the attention, without a look
// at all that may make them cheaper or dearer; the others it leaves to attend.
func (o *Order) attentive(co *Company, org *Org, desk *orderDesk) bool {
	left, ofDeputy := co.Attention-int64(desk.attention), int64(deputyOrders-1)-int64(org.Acted[desk.area])
	if org.Deputies&desk.office == 0 {
		ofDeputy = -1
	}
	if o.Deputy { // nobody could guess who gives an order
		left = ofDeputy
	}
	if o.Escalate {
		left = -1
	}
	// one branch for all: none of these may be below nothing
	return left|int64(mostWaiting-1-co.Waiting)|-int64(org.Room) >= 0
}

// attend refuses what the leadership has no attention left for.
func (w *World) attend(o *Order) Refusal {
	co := &w.companies[o.By]
	if o.Deputy {
		if r := w.entrusted(o); !r.Allowed() {
			return r
		}
	} else if need := w.cost(o.By, o.Kind, o.Escalate); need > co.Attention {
		return Refusal{Reason: ReasonAttention, Amounts: Amounts{co.Attention, need}}
	}
	if co.Waiting >= mostWaiting && w.delay(o.By, o.Kind, o.Escalate) > 0 {
		return Refusal{Reason: ReasonPending, Amounts: Amounts{int64(co.Waiting), mostWaiting}}
	}
	return Refusal{}
}
