package sim

import "entangle/sim/units"

// Climate is what those who finance companies feel. Without a multiple there are
// none: nobody invests, lends or values.
type Climate struct {
	Multiple float64 // years of revenue paid for a company that does not grow
	Slope    float64 // of these, more for each log unit of growth a year
	Margin   float64 // gross margin of the companies that the multiples were seen at
	Noise    float64 // standard deviation of the level a week
	Fade     float64 // weeks over which the level returns
	Frights  float64 // a year
	Own      float64 // like Noise, of each company's mood apart
	Base     units.PPM
	Level    float64 // log of the price of the same prospects over the usual one
	Fright   float64 // of it, by the last frights: it fades faster
	Asking   int16   // rounds under way
}

// marksKept is how many monthly marks of a company's books are kept, a power of two:
// the income of seven months lies between them.
const marksKept = 8

// Finance is a company's standing with those who finance it.
type Finance struct {
	// What each month takes stands together, see Company,
	Mood     float64    // its own, by its results: log
	Times    float64    // what investors pay for it over the usual; 0: nobody says what they paid at the start
	Belief   float64    // growth of what is played that investors reckon with, log a year
	Promised units.USD  // run rate that the last round was priced for, 0 none
	Ask      units.USD  // of the round under way, 0 none
	Month    int32      // of the last mark, counted from marksKept
	Answer   units.Date // drawn when asked
	Judged   units.Date
	Listed   bool  // its shares are traded; else it raises money in rounds
	Called   bool  // its loans fall due
	Default  bool  // it could not repay what fell due
	Breaches uint8 // quarters in a row with a covenant broken
	Failed   uint8 // rounds in a row

	// then the rest.
	Earned [marksKept]units.USD // income since the start, of the last months, a ring
	Costs  [marksKept]units.USD // the same of costs
	Core   [marksKept]units.USD // income since the start without that of its other business; kept with Times

	Other  float64   // dollars that its other business leaves this week
	Payout units.USD // to shareholders, a week
	Pace   float64   // of that, from week to week, as a factor

	Hope    float64   // dollars that were paid at the start beyond the usual, as if it made the best model there is
	Beside  float64   // worth at the start of a dollar that its other business leaves in a week
	Hype    float64   // by what it promised for the quarter: log, gone with the results
	Guided  units.USD // income promised for the quarter under way, 0 none
	Next    units.USD // the same for the one after it
	Quarter units.USD // income of the last quarter
	Opening units.USD // income since the start when the quarter began

	Shares int64 // all there are
	Held   int64 // of these, by who held shares at the start
	Sold   int64 // of these, sold in rounds
	Raised units.USD

	Least units.USD // valuation that it accepts
	Asked units.Date
	Event EventID

	Begun   units.USD  // debt at the start
	Written units.USD  // of its debt, lost to lenders
	Under   units.Date // when administrators came, 0 never
	Start   float64    // run rate at the start, 0 if nobody says
	_       [4]uint64  // so that each row begins where a piece does
}

// LoanKind is what a loan rests on; it is the mode of borrow.
type LoanKind uint8

// The kinds of loan.
const (
	LoanBond  LoanKind = iota + 1 // on income alone; repaid at its end
	LoanChips                     // on chips, which age: repaid by the month
	LoanHalls                     // on halls: repaid by the month
)

// loansPerCompany is how many loans a company may have at a time.
const loansPerCompany = 4

// Loan is a debt of a company to the lenders outside.
type Loan struct {
	Kind  LoanKind   // 0: the row is free
	Owed  units.USD  // principal
	Rate  units.PPM  // a year
	Late  units.USD  // interest that fell due and stayed unpaid
	Due   units.Date // of all that is owed then
	Event EventID
}

// loansOf are a company's rows.
func (w *World) loansOf(c CompanyID) *[loansPerCompany]Loan {
	return (*[loansPerCompany]Loan)(w.loans[int(c)*loansPerCompany:])
}

// debt is what a company owes on its loans.
func (w *World) debt(c CompanyID) (sum units.USD) {
	l := w.loansOf(c)
	return l[0].Owed + l[1].Owed + l[2].Owed + l[3].Owed
}

// financed tells whether there is anybody who invests and lends.
func (w *World) financed() bool { return w.climate.Multiple > 0 }
