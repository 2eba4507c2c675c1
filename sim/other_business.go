package sim

import "entangle/sim/units"

// Most of what the largest builders spend was earned by business that no scenario of
// compute plays: search, shops, suites. A scenario says what it leaves in a week and how
// fast that grows (finance.other); it comes in like any other money, and investors count
// it, but nothing a company orders moves it.

// earnOthers takes in what the other business of companies leaves in a week.
func (w *World) earnOthers() {
	customers, investors := till{}, till{}
	for _, c := range w.sc.others {
		f, co, flows := &w.finances[c], &w.companies[c], &w.total[c]
		if f.Other == 0 || co.Bust {
			continue
		}
		customers.gives(co, flows, FlowOther, usd(units.Whole(f.Other, maxOther)))
		f.Other = min(float64(f.Other*f.Pace), maxOther)
		investors.takes(co, flows, FlowEquity, co.payout(f.Payout))
	}
	w.book(Customers, &customers)
	w.book(Investors, &investors)
}

// payout is what a company pays its shareholders of a sum that it pays them each week. Boards
// keep that steady (Lintner 1956), so that it is a sum and no share; they stop at the cash
// floor.
func (co *Company) payout(sum units.USD) units.USD {
	spare := co.Cash - co.Policy.CashFloor - co.PowerBill - co.Overhead - co.Payroll
	return max(0, min(sum, spare))
}

// maxOther keeps it inside what money can count: a thousand times the weekly income of
// the largest company there is.
const maxOther = 1e13

// otherBusiness checks what a scenario says of a company's other business.
func (c *compiler) otherBusiness(path string, id CompanyID, f *FinanceSetup, financed bool) {
	if f.Other.Given {
		c.s.others = append(c.s.others, id)
	}
	switch {
	case f.Pace.Given && !f.Other.Given:
		c.wrong(path, "other_growth without other", "say what other business leaves in a week")
	case f.Payout.Given && !f.Other.Given:
		c.wrong(path, "payout without other", "say what other business leaves in a week, of which shareholders are paid")
	case f.Other.Given && !financed:
		c.wrong(path+".other", "there are no books without capital.multiple", "add capital.multiple")
	}
}
