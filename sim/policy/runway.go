package policy

import "entangle/sim/units"

// What a leadership does by how long its money lasts: with less than a year it raises
// more, at what terms there are; with less than half a year it sits every month and cuts
// what does not earn. Money that the house burns in the time that it wants to be safe
// for is not there to be invested. Where nobody goes under there is nothing to be safe
// from: money that runs out is an order not passed, and no more.
const (
	yearLeft    = 52.0 // weeks
	halfLeft    = 26.0
	quarterLeft = 13.0
	tightTerm   = 26  // weeks of a rental that it still signs with less than a year
	tightRun    = 8.0 // weeks that a run may still train
	tightServes = 0.8 // share of compute that serves, if customers want it, with less than half a year
)

// reckonMoney reckons how long the cash lasts if all goes on as it is, and what the house
// loses in a week, loans apart: nothing while nobody knows yet what comes in.
func (m *mind) reckonMoney() {
	m.drains, m.burn, m.tight = m.spends()-m.income(), 0, false
	if m.drains > 0 && m.Span()-m.Weeks() >= len(m.own.Sales) {
		m.burn = m.drains
		m.tight = m.lasts() < halfLeft
	}
}

// lasts is how many weeks the cash lasts if all goes on as it is.
func (m *mind) lasts() float64 {
	if !m.Ruins() {
		return longest
	}
	return min(float64(max(0, m.own.Cash-m.own.ToPay-m.own.Committed))/float64(max(m.drains, 1)), longest)
}

// lives is how many weeks the cash pays for what is lost in running alone: people who go
// save of that, and nothing of what is owed for chips and halls, which are borrowed on.
func (m *mind) lives() float64 {
	if !m.Ruins() {
		return longest
	}
	return min(float64(max(0, m.own.Cash))/float64(max(m.drains, 1)), longest)
}

// spends is what a week takes: people, power, rent and the rest.
func (m *mind) spends() units.USD {
	rent := units.USD(rounded(float64(weekRent*float64(m.own.Rented)), 0, 1<<50))
	return m.own.Overhead + m.own.Payroll + m.own.PowerBill + rent
}

// overdrawn tells whether more is owed on delivery than there is.
func (m *mind) overdrawn() bool { return m.toPay+m.own.Committed > m.own.Cash-m.own.Policy.CashFloor }

// safeWeeks is for how long what is burnt must be in hand before anything is built.
func (m *mind) safeWeeks() float64 {
	if !m.Ruins() {
		return 0
	}
	return lean(m.Thrift, quarterLeft, 3*quarterLeft)
}

// hold has everything come up within a month when money is tight.
func (m *mind) hold() {
	soon := m.Date().AddWeeks(sittingWeeks)
	for i := range m.out.Plan.Next {
		if next := &m.out.Plan.Next[i]; *next > soon && *next < units.LastDate {
			*next = soon
		}
	}
}
