package sim

import "entangle/sim/units"

// Funding is what a company knows of its standing with those who finance it.
type Funding struct {
	Open     bool // there are investors and lenders
	*Finance      // read only
	Debt     units.USD
	Left     float64 // dollars a year left of income after running costs
	Service  float64 // dollars a year for loans
}

// Funding returns the company's own standing.
func (v View) Funding() (f Funding) {
	w := v.w
	f.Finance = &w.finances[v.who]
	if f.Open = w.financed(); f.Open {
		f.Debt, f.Left, f.Service = w.debt(v.who), f.ebitda(), w.service(v.who)
	}
	return f
}

// Guides tells whether results may be promised for the quarter, which has just begun.
func (v View) Guides() bool {
	return v.w.financed() && on(v.w.sc.setup.Switches.Guidance) && v.w.freshQuarter()
}

// Backs is Left of Funding as those count it who lend on something: with rent that tenants
// have signed for, or the money in hand.
func (v View) Backs(k LoanKind) float64 { return v.w.backed(v.who, k) }

// Sentiment is the market's mood, 1 the usual.
func (v View) Sentiment() float64 { return readSentiment(v.w, 0) }

// Trend is the income of the company that analysts expect for the quarter under way.
func (v View) Trend() units.USD {
	if !v.w.financed() {
		return 0
	}
	return v.w.finances[v.who].trend()
}

// QuarterEnd is the last day of the calendar quarter.
func (v View) QuarterEnd() units.Date { return v.w.quarter }

// Value is what investors think all shares of the company are worth.
func (v View) Value() units.USD {
	if !v.w.financed() {
		return 0
	}
	return v.w.valuation(v.who, nil)
}

// Financed tells whether there is anybody who would invest or lend.
func (v View) Financed() bool {
	s := &v.w.sc.setup.Switches
	return v.w.financed() && (on(s.Rounds) || on(s.Debt))
}

// Ruins tells whether companies that cannot pay go under.
func (v View) Ruins() bool { return v.w.ruins() }

// Lendable is how much more the company could borrow on something, and at what rate.
func (v View) Lendable(k LoanKind) (units.USD, units.PPM) {
	most := v.Lends(k)
	return most, v.w.rateFor(v.who, k, most)
}

// Lends is Lendable for those who do not ask for the rate.
func (v View) Lends(k LoanKind) units.USD {
	cover, collateral := v.w.lendable(v.who, k)
	return min(cover, collateral)
}

// Draws tells whether lenders would make the company a loan of a kind, if it is not for too
// much.
func (v View) Draws(k LoanKind) bool {
	return !v.w.companies[v.who].Bust && v.w.mayBorrow(v.who, k).Allowed()
}

// LoanRate is the rate at which lenders would lend the company so much more.
func (v View) LoanRate(k LoanKind, amount units.USD) units.PPM { return v.w.rateFor(v.who, k, amount) }

// ShareCost is the return a year that investors ask of shares.
func (v View) ShareCost() float64 { return v.w.asked() }

// Loans returns the company's own loans.
func (v View) Loans() [loansPerCompany]Loan { return *v.w.loansOf(v.who) }
