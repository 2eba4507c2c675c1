package sim

import (
	"math/bits"

	"entangle/sim/units"
)

const (
	mostCover   = 7.0     // debt over what is left of a year's income: the covenant (economics.md 8)
	openCover   = 5.0     // the same, up to which new loans are made on income alone
	safeCover   = 2.0     // and up to which nothing is added to the rate
	coverRate   = 0.02    // a year, for each year of income that is owed beyond it; by choice
	badTimes    = 0.1     // added to the rate of who owes that much, by the log of sentiment below par; by choice
	mostAdded   = 0.15    // both together: nobody who asks for more is lent to; by choice
	chipAdvance = 600_000 // of what chips are worth, that is lent on them
	chipTest    = 0.8     // the same, that a covenant allows
	hallAdvance = 700_000
	breachRate  = 30_000
	callWeeks   = 13
)

// bookedCounts is the part of a year's rent of what tenants have booked and were not
// handed yet that lenders count as income: less energy and upkeep, and what may come to
// nothing. By choice.
const bookedCounts = 0.5

// handCounts is the part of the money in hand that counts as a year's income of who earns
// less, where all that is owed rests on chips and halls: lenders to those who lose money ask
// them to keep about what they owe (covenants of least liquidity). By choice.
const handCounts = 0.15

// backed is the income that loans of a kind to a company rest on: what it earns, or the
// money in hand, which backs no bond, nor anything beside one.
func (w *World) backed(c CompanyID, k LoanKind) float64 {
	earned := w.earned(c)
	if hand := float64(handCounts * float64(w.companies[c].Cash)); earned < hand && k != LoanBond && w.owed(c, LoanBond) == 0 {
		return hand
	}
	return earned
}

// earned is what is left of a year's income, and what tenants have signed for.
func (w *World) earned(c CompanyID) float64 {
	left, open := w.finances[c].ebitda(), w.companies[c].Pledged
	for row := w.head.Bookings; open > 0 && row != 0; row = w.clauses[row].Mate {
		if b := &w.clauses[row]; b.From == c && b.Now < b.Qty {
			open -= units.H100e(b.Qty - b.Now)
			year := float64(units.Rent(w.rentOf(&w.contracts[b.Contract.row()]).Price, units.H100e(b.Qty-b.Now), hoursAWeek*weeksAYearWhole))
			left += float64(bookedCounts * year)
		}
	}
	return left
}

// spreadOf is what a kind of loan costs beyond the base rate.
func spreadOf(k LoanKind) units.PPM {
	switch k {
	case LoanChips:
		return 25_000 // chips age
	case LoanHalls:
		return 10_000
	}
	return 0
}

// rateFor is the yearly rate at which lenders would lend a company so much more. What they
// ask beyond the base rate is for what they expect to lose: nothing where nobody fails, and
// little more in bad times from those who owe little.
func (w *World) rateFor(c CompanyID, k LoanKind, amount units.USD) units.PPM {
	if !w.ruins() {
		return w.climate.Base
	}
	return w.rateAt(k, float64(w.debt(c)+amount)/max(w.backed(c, k), 1))
}

// rateAt is that rate for who owes so many years of the income that its loans rest on.
func (w *World) rateAt(k LoanKind, cover float64) units.PPM {
	more := float64(coverRate * max(0, cover-safeCover))
	worry := float64(float64(badTimes*max(0, -(w.climate.Level+w.climate.Fright))) * min(float64(cover/safeCover), 1))
	return w.climate.Base + spreadOf(k) + units.PPM(units.Whole(float64(min(more+worry, mostAdded)*float64(units.One)), int64(units.One)))
}

// lendable is how much more lenders would lend a company on something: as far as its
// income carries it and what it rests on covers it.
func (w *World) lendable(c CompanyID, k LoanKind) (cover, collateral units.USD) {
	left, limit := w.backed(c, k), openCover
	if k != LoanBond {
		limit = mostCover - 1
	}
	cover = usd(units.Whole(float64(left*limit), maxExact)) - w.debt(c)
	switch k {
	case LoanChips:
		collateral = usd(units.PPM(chipAdvance).Of(int64(w.chipWorth(c)))) - w.owed(c, k)
	case LoanHalls:
		collateral = usd(units.PPM(hallAdvance).Of(int64(w.hallWorth(c)))) - w.owed(c, k)
	default:
		collateral = maxExact
	}
	return max(cover, 0), max(collateral, 0)
}

// owed is what a company owes on loans of a kind.
func (w *World) owed(c CompanyID, k LoanKind) units.USD {
	var l *[4]Loan = w.loansOf(c) // this does not compile if there are more
	return l[0].owed(k) + l[1].owed(k) + l[2].owed(k) + l[3].owed(k)
}

// owed is what is owed on a loan if it is of a kind.
func (l *Loan) owed(k LoanKind) units.USD {
	sum := l.Owed
	if l.Kind != k {
		sum = 0
	}
	return sum
}

// serveLoans pays a month's interest and what of the principal falls due.
func (w *World) serveLoans(c CompanyID) {
	f, lenders := &w.finances[c], till{}
	f.Default = false // who has found the money since is forgiven
	loans := w.loansOf(c)
	for set := live(loans); set != 0; set &= set - 1 {
		w.serveLoan(c, &loans[bits.TrailingZeros(set)], &lenders)
	}
	w.book(Lenders, &lenders)
	if f.Called && w.debt(c) == 0 {
		f.Called, f.Breaches = false, 0
	}
}

// live has a bit for each loan that is owed. Nobody could guess which are.
func live(l *[4]Loan) (set uint) {
	return countIf(l[0].Kind != 0) | countIf(l[1].Kind != 0)<<1 | countIf(l[2].Kind != 0)<<2 | countIf(l[3].Kind != 0)<<3
}

func (w *World) serveLoan(c CompanyID, l *Loan, lenders *till) {
	co, flows, today := &w.companies[c], &w.total[c], w.Date()
	due := l.Late + w.monthOf(l)
	l.Late = due - lenders.takesUpTo(co, flows, FlowInterest, due)
	part := units.USD(0)
	switch {
	case l.Due <= today:
		part = l.Owed
	case l.Kind != LoanBond:
		part = l.Owed / (units.USD(l.Due-today)/(7*billWeeks) + 1)
	}
	if part > 0 {
		l.Owed -= lenders.takesUpTo(co, flows, FlowLoan, part)
	}
	switch {
	case l.Owed == 0:
		w.emit(Event{Kind: EventLoanRepaid, Cause: l.Event, By: c, Amount: int64(part)})
		*l = Loan{}
	case l.Due <= today:
		w.finances[c].Default = true
	case l.Late > 0:
		w.emit(Event{Kind: EventPaymentMissed, Cause: l.Event, By: c, Amount: int64(l.Late)})
	}
}

// monthOf is a month's interest on a loan.
func (w *World) monthOf(l *Loan) units.USD {
	return usd(units.Whole(float64(float64(float64(l.Owed)*float64(l.Rate))*(monthYears/float64(units.One))), maxExact))
}

// breach tells whether a company breaks a covenant: it owes more than seven years of
// what backs its loans, or too much on chips that have aged, or interest.
func (w *World) breach(c CompanyID) bool {
	debt, late := w.debt(c), units.USD(0)
	if debt == 0 {
		return false
	}
	for _, l := range w.loansOf(c) {
		late += l.Late
	}
	if late > 0 || float64(debt) > float64(mostCover*w.backed(c, LoanChips)) {
		return true
	}
	owed := w.owed(c, LoanChips)
	return owed > 0 && float64(owed) > float64(chipTest*float64(w.chipWorth(c)))
}

// test holds a company to its covenants at the end of a quarter. The first time its
// lenders ask more and lend no more; the second time they want their money back.
func (w *World) test(c CompanyID) {
	f := &w.finances[c]
	was := f.Breaches
	if !w.breach(c) {
		if f.Breaches = 0; was > 0 && !f.Called {
			w.moveRates(c, -breachRate)
		}
		return
	}
	if f.Breaches = min(was+1, maxUnpaid); f.Called {
		return
	}
	e := w.emit(Event{Kind: EventCovenantBroken, By: c, Amount: int64(w.debt(c))})
	if was == 0 {
		w.moveRates(c, breachRate)
		return
	}
	f.Called = true
	loans := w.loansOf(c)
	for i := range loans {
		if l := &loans[i]; l.Kind != 0 {
			l.Due = min(l.Due, w.Date().AddWeeks(callWeeks))
		}
	}
	w.emit(Event{Kind: EventLoanCalled, Cause: e, By: c, Qty: callWeeks, Amount: int64(w.debt(c))})
}

// moveRates moves the rate of all loans of a company.
func (w *World) moveRates(c CompanyID, by units.PPM) {
	loans := w.loansOf(c)
	for i := range loans {
		if l := &loans[i]; l.Kind != 0 {
			l.Rate = max(l.Rate+by, 0)
		}
	}
}
