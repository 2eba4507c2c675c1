package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// financeGrowth looks at the company's money by the quarter, by the month when it runs out:
// it promises results, and finds money where the cash in hand does not reach for what
// it wants to build, or runs out.
func financeGrowth(m *mind) {
	if !m.Financed() {
		return
	}
	f := m.Funding()
	m.guide(&f)
	need := max(m.moneyNeeded(&f), m.chest(&f))
	next := &m.out.Plan.Next[sim.AreaCapital]
	if *next = m.Date().AddWeeks(12); need < smallestFinance {
		*next = m.Date().AddWeeks(14)
	} else if f.Called || m.lasts() < yearLeft {
		*next = m.Date().AddWeeks(4)
	}
	if f.Listed { // the next results are the day to promise more
		if results := m.sittingAfter(m.QuarterEnd()); *next > m.Date().AddWeeks(4) {
			*next = results
		} else {
			*next = min(*next, results)
		}
	}
	if need < smallestFinance {
		m.keepLiquid(&f)
		return
	}
	switch got := m.borrow(&f, need); {
	case 2*got < need:
		m.raise(&f, need-got)
	case 5*got < 4*need: // the rest comes up again before shares are sold for it
		*next = min(*next, m.Date().AddWeeks(4))
	}
}

const (
	smallestFinance = units.USD(50_000_000)
	halfYear        = weeksAYear / 2
)

// moneyNeeded is what the company lacks for half a year: for what it loses, what it
// owes on delivery, its loans, and what it would build if it could; and a year's rent of
// what it has booked, which is due from the day it is handed over, while customers come
// in time: as far as it would sell shares for that at once. It keeps its
// cash floor, and the thrifty some weeks of losses more. Where the most that it could
// build leaves it less than it would ask for, that will do.
func (m *mind) moneyNeeded(f *sim.Funding) units.USD {
	burn := m.yearBurn(f)
	lacks := float64(burn * 0.5) // half a year
	if burn > 0 && m.Ruins() {
		lacks += float64(burn*lean(m.Thrift, 0, 26)) / weeksAYear
		if m.lasts() < yearLeft { // a round is to last for a year and a half
			lacks += burn
		}
	}
	if f.Called {
		lacks += float64(f.Debt)
	}
	if rent := m.awaitedRent(); rent > 0 {
		lacks += min(rent, float64(m.mostSold()*float64(m.marketValue())))
	}
	with := func(capex units.USD) units.USD {
		lacks := lacks + float64(m.toPay+m.own.Committed+m.own.Policy.CashFloor+capex)
		return units.USD(rounded(lacks-float64(m.own.Cash), 0, 1<<53))
	}
	if with(0) < smallestFinance {
		if need := with(m.mostCapex()); need < smallestFinance {
			return need
		}
	}
	return with(m.wantedCapex())
}

// marketValue is what investors think the company is worth; nothing that it decides in a turn
// changes that.
func (m *mind) marketValue() units.USD {
	if !m.priced {
		m.priced, m.price = true, m.Value()
	}
	return m.price
}

// chest is what a company that lives by what investors give takes while they give it,
// twice a year at most: where capacity is booked, landlords look at the money in hand, and
// nobody knows how long the mood lasts (shares are sold when they are dear: Baker and
// Wurgler 2002).
func (m *mind) chest(f *sim.Funding) units.USD {
	if f.Listed || !m.Books() || m.yearBurn(f) <= 0 || m.Sentiment() < m.wary() || f.Asked != 0 && m.Date() < f.Asked.AddWeeks(halfYear) {
		return 0
	}
	return part(m.marketValue(), float64(m.mostSold()*0.5))
}

// yearBurn is what the company loses in a year, loans included: by its books, or at the
// pace of the last month if that is worse.
func (m *mind) yearBurn(f *sim.Funding) float64 {
	burn := f.Service - f.Left
	if m.burn > 0 {
		burn = max(burn, f.Service+float64(weeksAYear*float64(m.burn)))
	}
	return burn
}

// wantedCapex is what chips for the power that waits for them, and halls for the
// power that will be lacking, would cost: if compute is worth it.
func (m *mind) wantedCapex() units.USD {
	if len(m.sites()) == 0 || !m.worthBuilding() {
		return 0
	}
	gap, unfilled := m.powerGap()
	_, live := m.power()
	start := rounded(min(float64(m.startPart()*float64(max(gap, 0))), float64(mostStarted*float64(live))), 0, 1<<40)
	return units.USD(int64(unfilled)*chipsPerKW*halfYear/siteWeeks + start*m.perKW())
}

// mostCapex is no less than wantedCapex, by what stands and is announced: halls that
// are to come are thought to find all the power they need.
func (m *mind) mostCapex() units.USD {
	claimed, live := m.power()
	halls := m.standing + m.HallsBegun()
	start := rounded(float64(mostStarted*float64(live)), 0, 1<<40)
	return units.USD(int64(max(0, halls-claimed))*chipsPerKW*halfYear/siteWeeks + start*m.perKW())
}

// mostStarted is the share of its power beyond which nobody can place more halls in half
// a year, whatever is lacking: builders and plots are not there. By choice.
const mostStarted = 0.35

// keepLiquid borrows where what is signed would take cash below what the company used to
// have in hand (holdings of cash return to a target: Opler and others 1999), with what will
// come in until it is due: if steady income from other business carries the debt, and a bond
// costs less than what shareholders ask.
func (m *mind) keepLiquid(f *sim.Funding) {
	comes := units.USD(rounded(float64((f.Left-float64(f.Payout*weeksAYear))*dueIn)/weeksAYear, 0, 1<<53))
	lacks := m.own.StartCash - m.own.Cash + m.toPay + m.own.Committed - comes
	if f.Other == 0 || lacks < smallestFinance || lacks*worthABond < m.own.StartCash || f.Breaches > 0 || f.Called {
		return
	}
	backs := m.Backs(sim.LoanBond)
	bears := units.USD(rounded(max(float64(backs*lean(m.Risk, leastLevered, mostLevered)), m.usualDebt(f)), 0, 1<<53)) - f.Debt
	amount := min(lacks, bears)
	if backs <= 0 || amount < smallestFinance ||
		float64(m.LoanRate(sim.LoanBond, amount)) >= float64(m.ShareCost()*float64(units.One)) {
		return
	}
	m.order(&sim.Order{Kind: sim.OrderBorrow, Mode: uint8(sim.LoanBond), Qty: int64(amount), Weeks: bondWeeks})
}

// usualDebt is what the company would owe if it owed as much of a year's income as at the
// start: its owners are used to that (shares of debt return to a target as well: Leary and
// Roberts 2005).
func (m *mind) usualDebt(f *sim.Funding) float64 {
	if f.Begun == 0 || f.Start == 0 {
		return 0
	}
	return float64(float64(4*float64(m.Trend()))*float64(f.Begun)) / f.Start
}

const (
	dueIn        = 20  // weeks until what is signed has to be paid for, in the mean: chips wait for as long, halls for longer
	worthABond   = 4   // inverse of the part of its cash that a bond is worth issuing for
	bondWeeks    = 520 // the longest loan that there is: bonds of such companies run for five to forty years
	leastLevered = 0.2 // debt over a year of what is left of income that the careful would have
	mostLevered  = 1.5 // and the bold: above two lenders ask more. By choice
)

// borrow takes the cheapest loan that serves, and says how much it brings: debt is for
// those with income to carry it, the bold up to more of it.
func (m *mind) borrow(f *sim.Funding, need units.USD) units.USD {
	if f.Breaches > 0 || f.Called {
		return 0
	}
	backs := m.Backs(sim.LoanChips)
	bears := units.USD(rounded(float64(backs*lean(m.Risk, 0.5, 4.5)), 0, 1<<53)) - f.Debt
	want := min(need, bears)
	if backs <= 0 || want < smallestFinance || m.own.Policy.CashFloor > m.own.Cash && backs < f.Service {
		return 0
	}
	if !m.Attends(sim.OrderBorrow) {
		return 0
	}
	best := sim.Order{}
	for _, k := range [...]sim.LoanKind{sim.LoanBond, sim.LoanHalls, sim.LoanChips} {
		if best.Qty+best.Qty/4 >= int64(want) {
			break // none can bring more by as much
		}
		most := m.Lends(k)
		o := &sim.Order{Kind: sim.OrderBorrow, Mode: uint8(k), Qty: int64(min(want, most)), Weeks: loanWeeks}
		if k == sim.LoanChips {
			o.Weeks = chipWeeks
		}
		if o.Qty >= int64(smallestFinance) && o.Qty > best.Qty+best.Qty/4 && m.Draws(k) {
			best = *o
		}
	}
	if best.Qty == 0 || float64(m.LoanRate(sim.LoanKind(best.Mode), units.USD(best.Qty))) > lean(m.Risk, cheapDebt, dearDebt) || !m.sure(&best) {
		return 0
	}
	return units.USD(best.Qty)
}

// For how long it borrows: on chips as long as they earn their keep. By choice.
const (
	loanWeeks = 4 * weeksAYear
	chipWeeks = 3 * weeksAYear
)

// Interest a year at which the careful and the bold stop borrowing, in millionths.
const (
	cheapDebt = 70_000
	dearDebt  = 150_000
)

// raise sells shares: not in a bad market, unless money runs out; never for much less
// than they are worth in its own eyes, unless it must.
func (m *mind) raise(f *sim.Funding, need units.USD) bool {
	weeks := float64(longEnough)
	if burn := m.yearBurn(f); burn > 0 && m.Ruins() {
		weeks = float64(float64(float64(max(m.own.Cash-m.toPay, 0))*weeksAYear) / burn)
	}
	urgent := weeks < yearLeft || f.Called || m.overdrawn()
	if !urgent && m.Sentiment() < m.wary() {
		return false
	}
	value := m.marketValue()
	if !urgent && float64(value) < float64(float64(need)*lean(m.Risk, 8, 3)) {
		return false
	}
	share := m.mostSold() // twice or thrice that if it must
	least := part(value, lean(m.Patience, 0.6, 0.85))
	if urgent {
		if share, least = share+share, 0; weeks < halfLeft {
			share += float64(share / 2)
		}
	}
	amount := min(need+need/4, part(value, share))
	if amount < smallestFinance/5 {
		return false
	}
	return m.order(&sim.Order{Kind: sim.OrderRaiseEquity, Qty: int64(amount), Price: units.Price(least)})
}

// wary is the mood of the market, 1 the usual, below which it sells no shares that it need
// not sell.
func (m *mind) wary() float64 { return lean(m.Patience, 0.75, 0.95) }

// mostSold is the share of the company that it sells at a time, at most.
func (m *mind) mostSold() float64 { return lean(m.Risk, 0.06, 0.15) }

// longEnough is given to those who lose nothing, in weeks.
const longEnough = 520

// guide promises results for the quarter that has just begun: the bold promise more
// than the trend, the careful less, to be sure to beat it. Private companies keep
// their books to themselves, unless they want to be paid for them soon.
func (m *mind) guide(f *sim.Funding) {
	if !f.Listed || f.Guided > 0 || !m.Guides() {
		return
	}
	trend := m.Trend()
	if trend < smallestFinance/5 {
		return
	}
	learnt := float64(min(f.Mood, 0) * 0.5) // who has disappointed promises less
	income := int64(part((trend+f.Quarter)/2, lean(m.Risk, 0.85, 1.08)+learnt))
	m.sure(&sim.Order{Kind: sim.OrderGuide, Qty: income})
}
