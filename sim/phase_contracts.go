package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// settleContracts pays for the week and closes what has run out, what is
// fulfilled and what has gone unpaid for too long.
func (w *World) settleContracts() {
	next, turn := w.Date()+7, turnOf(w.head.Tick)
	month := next + 7*billWeeks
	for at := range w.due[:len(w.contracts)/64+1] {
		word := w.due[at][turn-1] | w.moved[at]
		for w.moved[at] = 0; word != 0; word &= word - 1 {
			row := int32(64*at + bits.TrailingZeros64(word))
			w.settle(row, next, month)
		}
	}
}

// schedule notes in which of the weeks of a month a contract is looked at: in its turn,
// and in its last week if that comes within a month; each week when a payment was
// missed. An order for chips is only when it calls for it (move). A free row is not, nor
// a booking before its first day.
func (w *World) schedule(row int32) {
	k := &w.contracts[row]
	switch {
	case k.ID == 0 || w.notBegun(k):
		w.lookIn(row, 0)
	case k.Missed > 0:
		w.lookIn(row, 1<<billWeeks-1)
	case k.End == 0 && w.isOrder(k):
		w.lookIn(row, 0)
	case k.Turn == 0:
		w.lookIn(row, 1<<billWeeks-1)
	default:
		w.lookIn(row, w.byMonth(k))
	}
}

// byMonth is the weeks of a month, a bit each, in which a contract is looked at that is
// billed by the month.
func (w *World) byMonth(k *Contract) uint64 {
	turns := uint64(1) << ((k.Turn - 1) & 63)
	if last := int32(k.End-w.sc.setup.Start+6)/7 - 1; k.End != 0 && last-w.head.Tick <= billWeeks {
		turns |= 1 << ((turnOf(last) - 1) & 63)
	}
	return turns
}

// lookIn has a contract looked at in some weeks of a month.
func (w *World) lookIn(row int32, turns uint64) {
	due, bit := &w.due[row>>6], uint64(1)<<(row&63)
	due[0], due[1] = due[0]&^bit|bit&-(turns&1), due[1]&^bit|bit&-(turns>>1&1)
	due[2], due[3] = due[2]&^bit|bit&-(turns>>2&1), due[3]&^bit|bit&-(turns>>3&1)
}

// isOrder tells whether a contract is an order for chips that are paid when they come or
// have been before, and nothing else.
func (w *World) isOrder(k *Contract) bool {
	c := &w.clauses[k.Clauses]
	p := &w.clauses[c.Next]
	paid := c.Next == 0 || p.Kind == ClausePay && p.Base == PayPerChip && p.Next == 0
	return c.Kind == ClauseDeliver && paid
}

// move has an order for chips looked at this week: something is due, or was at the last
// bill, or all has come.
func (w *World) move(c *Clause) {
	row := c.Contract.row()
	w.moved[row>>6] |= 1 << (row & 63)
}

// settleOrder has the buyer pay for n chips that came under an order, and closes it when all
// have come. Contracts of other clauses, and of who owes or cannot pay, are settled with the
// others.
func (w *World) settleOrder(c, p *Clause, n int64) {
	k := &w.contracts[c.Contract.row()]
	due, owed, last := units.USD(0), units.USD(0), c.Next
	if p != nil {
		due, owed, last = restOfPrice(p.Price, p.Share, c.Delivered)-restOfPrice(p.Price, p.Share, c.Delivered-n), p.Owed, p.Next
	}
	if int64(last)|int64(k.End)|int64(k.Missed)|int64(owed) != 0 || due > max(w.companies[c.To].Cash, 0) {
		w.move(c)
		return
	}
	if due != 0 {
		w.settlePay(k, p, due)
	}
	if c.Delivered == c.Qty {
		w.end(k, EventContractEnded, k.Signed, 0)
	}
}

// billIn says in which week of four a contract is billed.
func (w *World) billIn(id ContractID, turn uint8) {
	w.contracts[id.row()].Turn = turn
	w.schedule(id.row())
}

// Rentals are billed every four weeks, for what ran in these, and in their last week.
// Who has not paid a bill in full is billed each week until he has. Orders for
// chips are billed in the weeks in which designers share out what they built.
const billWeeks = 4

// turnOf is the turn of the contracts that are billed in a week.
func turnOf(tick int32) uint8 { return 1 + uint8(tick)%billWeeks }

// turnFrom is the turn of a rental that begins on a day.
func (w *World) turnFrom(begins units.Date) uint8 {
	return turnOf(int32(begins-w.sc.setup.Start)/7 + billWeeks - 1)
}

// settle pays what a contract asks for this week, and closes it if it is over; one that ends
// before a day, or of which a payment was missed or is no longer, is scheduled anew. Most are
// rentals of which nothing is owed or paid ahead, and there is the money for what ran since
// the last bill.
func (w *World) settle(row int32, next, month units.Date) {
	k := &w.contracts[row]
	c := &w.clauses[k.Clauses]
	p := &w.clauses[c.Next]
	if int64(p.Base^PayRent)|int64(c.Kind^ClauseCapacity)|int64(p.Next)|int64(c.To^p.From)|int64(p.Owed)|p.Qty != 0 {
		w.settleOther(k, c, p, next, month)
		return
	}
	from, to := uint(p.From), uint(p.To)
	tenant, landlord := &w.companies[from], &w.companies[to]
	due := units.WeekRent(p.Price, w.families[c.Family].H100e*units.H100e(w.ran(c))) - units.USD(p.Delivered)
	if (tenant.Cash-due)|(due-1) < 0 {
		w.settleOther(k, c, p, next, month)
		return
	}
	w.head.Postings++
	tenant.Cash -= due
	landlord.Cash += due
	w.total[from][out][FlowRent] += due
	w.total[to][in][FlowRent] += due
	p.Now = int64(due)
	p.Delivered += int64(due)
	if k.stirs(0, true, month) < 0 {
		w.endSettling(k, 0, true, next)
	}
}

// ends is below nothing if a contract ends before a day; an end of 0 is far away.
func (k *Contract) ends(day units.Date) int64 {
	return int64(uint32(k.End-1)) - int64(uint32(day))
}

// endSettling concludes what was settled of a contract, and schedules it.
//
//go:noinline
func (w *World) endSettling(k *Contract, owed units.USD, open bool, next units.Date) {
	id := k.ID
	if w.conclude(k, owed, open, next); k.ID == id { // else it is over, and the row free or taken anew
		w.schedule(id.row())
	}
}

// settleOther is the same for contracts that are not as most are, of which c and p are the
// first clauses.
func (w *World) settleOther(k *Contract, c, p *Clause, next, month units.Date) {
	if c.Kind == ClausePay || p.Kind != ClausePay || p.Next != 0 {
		w.settleMany(k, next, month)
		return
	}
	due := units.USD(p.Qty) // something for money
	if p.Base != PayWeekly {
		if due = w.fallsDue(p, c); p.Base.sinceStart() {
			due -= p.billed()
		}
	}
	if due|p.Owed|units.USD(p.Now) != 0 {
		w.settlePay(k, p, due)
	}
	open := c.Kind != ClauseDeliver || c.Delivered < c.Qty || p.Base == PayWeekly
	if k.stirs(p.Owed, open, month) < 0 {
		w.endSettling(k, p.Owed, open, next)
	}
}

// stirs is below nothing if there is something to endSettling, as there mostly is not.
func (k *Contract) stirs(owed units.USD, open bool, month units.Date) int64 {
	return k.ends(month) | -int64(k.Missed) | -int64(owed) | (int64(countIf(open)) - 1)
}

// settleMany is the same for a contract of any clauses.
func (w *World) settleMany(k *Contract, next, month units.Date) {
	owed, open := units.USD(0), false
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		c := &w.clauses[at]
		if c.Kind == ClausePay {
			if due := w.bill(k, c); due|c.Owed|units.USD(c.Now) != 0 {
				w.settlePay(k, c, due)
			}
			if c.Base != PayCredit { // a tenant does not leave because his landlord owes him
				owed += c.Owed
			}
		}
		open = open || c.open()
	}
	if k.stirs(owed, open, month) < 0 {
		w.endSettling(k, owed, open, next)
	}
}

// conclude counts missed payments and ends a contract whose time has come.
func (w *World) conclude(k *Contract, owed units.USD, open bool, next units.Date) {
	k.Missed++
	if owed == 0 {
		k.Missed = 0
	}
	over := k.End != 0 && k.End <= next
	switch {
	case owed > 0 && (over || int32(k.Missed) >= w.params.GraceWeeks):
		w.penalise(k)
		w.end(k, EventContractBroken, k.Signed, 0)
	case !open && owed == 0:
		w.end(k, EventContractEnded, k.Signed, 0)
	case over:
		w.lapse(k)
	}
}

// open tells whether a clause still asks for something; payments for what other
// clauses provide end with those.
func (c *Clause) open() bool {
	switch c.Kind {
	case ClausePay:
		return c.Base == PayWeekly
	case ClauseDeliver:
		return c.Delivered < c.Qty
	}
	return true
}
