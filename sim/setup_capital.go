package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// CapitalSetup is what those who finance companies are like.
type CapitalSetup struct {
	Multiple   Figure `yaml:"multiple" unit:"number" range:"0.1,100" opt:"" doc:"years of revenue that investors pay for a company that does not grow; absent: nobody invests, lends or values"`
	Slope      Figure `yaml:"growth_multiple" unit:"number" range:"0,100" opt:"" doc:"years of revenue more for each log unit of growth a year; absent: 0"`
	Margin     Figure `yaml:"margin" unit:"share" range:"10000,1000000" opt:"" doc:"gross margin of the companies that the multiples were seen at; others are worth more or less in proportion; absent: 60 %"`
	Noise      Figure `yaml:"noise" unit:"number" range:"0,0.5" opt:"" doc:"weekly standard deviation of the log of what investors pay; absent: 0"`
	NoiseWeeks Figure `yaml:"noise_weeks" unit:"weeks" range:"2,208" opt:"" doc:"weeks over which their mood fades; needed with noise"`
	OwnNoise   Figure `yaml:"own_noise" unit:"number" range:"0,0.5" opt:"" doc:"the same of each company apart from the others; it fades over half a year; absent: 0"`
	Frights    Figure `yaml:"frights" unit:"number" range:"0,12" opt:"" doc:"market scares a year, which take 8 to 25 % off all values, mostly the less, and fade over months; absent: none"`
	Interest   Figure `yaml:"interest" unit:"share" range:"0,300000" opt:"" doc:"yearly interest that the safest borrowers pay; absent: 5 %"`
}

// FinanceSetup is how a company is financed at the start.
type FinanceSetup struct {
	Value   Figure `yaml:"value" unit:"usd" range:"1000000,100000000000000" opt:"" doc:"what investors paid for all shares at the start, from which follows what they pay for its business; absent: the usual multiples"`
	Listed  Toggle `yaml:"listed" opt:"" doc:"its shares are traded, so that it sells new ones within two weeks at their price; off: it raises money in rounds"`
	RunRate Figure `yaml:"run_rate" unit:"usd" range:"0,10000000000000" opt:"" doc:"yearly revenue at the start; absent: 0"`
	Growth  Figure `yaml:"growth" unit:"number" range:"-2,4" opt:"" doc:"yearly log growth of revenue before the start; absent: 0"`
	Earning Figure `yaml:"earning" unit:"share" range:"-9000000,1000000" opt:"" doc:"share of revenue that was left after all running costs before the start; absent: 0"`
	Other   Figure `yaml:"other" unit:"usd" range:"0,1000000000000" opt:"" doc:"what business that the scenario does not play leaves a week, after its own costs; absent: none"`
	Pace    Figure `yaml:"other_growth" unit:"number" range:"-2,2" opt:"" doc:"yearly log growth of other; absent: 0"`
	Payout  Figure `yaml:"payout" unit:"usd" range:"0,1000000000000" opt:"" doc:"what it pays its shareholders a week, as dividends or for shares that it buys back, while it has more than its cash floor; needs other; absent: nothing"`
	Debt    Figure `yaml:"debt" unit:"usd" range:"0,10000000000000" opt:"" doc:"debt at the start, on its income if it has other business, else on its chips and halls as far as lenders lend on them; absent: none"`
	Term    Figure `yaml:"debt_weeks" unit:"weeks" range:"13,520" opt:"" doc:"weeks over which it is repaid; needed with debt"`
}

func (c *compiler) capital() {
	k := &c.s.setup.Capital
	if k.Noise.Given != k.NoiseWeeks.Given {
		c.wrong("capital", "noise and noise_weeks come together", "add the one that is missing")
	}
	if !k.Multiple.Given && (k.Slope.Given || k.Margin.Given || k.Noise.Given || k.Frights.Given || k.OwnNoise.Given || k.Interest.Given) {
		c.wrong("capital", "without multiple nobody invests or lends", "add capital.multiple")
	}
	for i := range c.s.setup.Companies {
		co := &c.s.setup.Companies[i]
		path := "companies." + co.ID + ".finance"
		c.otherBusiness(path, CompanyID(i+1), &co.Finance, k.Multiple.Given)
		if co.Finance.Value.Given && !k.Multiple.Given {
			c.wrong(path+".value", "nobody values companies without capital.multiple", "add capital.multiple")
		}
		if co.Finance.Debt.Given != co.Finance.Term.Given {
			c.wrong(path, "debt and debt_weeks come together", "add the one that is missing")
		} else if co.Finance.Debt.Given && !k.Multiple.Given {
			c.wrong(path+".debt", "it is owed to nobody without capital.multiple", "add capital.multiple")
		}
	}
}

// Usual values where a scenario is silent.
const (
	usualMargin   = 0.6
	usualInterest = 50_000
)

// firstShares is how many shares a company has at the start: enough that a sale of
// a millionth of it is counted.
const firstShares = 1_000_000_000

// loadCapital fills the rows of capital. Before the start the books are those of a
// company that grew as the scenario says.
func (w *World) loadCapital() {
	k := &w.sc.setup.Capital
	w.climate = Climate{Multiple: w.figure(&k.Multiple), Slope: w.figure(&k.Slope), Margin: usualMargin, Noise: w.figure(&k.Noise),
		Fade: max(w.figure(&k.NoiseWeeks), 1), Frights: w.figure(&k.Frights), Own: w.figure(&k.OwnNoise), Base: usualInterest}
	if k.Margin.Given {
		w.climate.Margin = float64(w.whole(&k.Margin)) / float64(units.One)
	}
	if k.Interest.Given {
		w.climate.Base = units.PPM(w.whole(&k.Interest))
	}
	for c := CompanyID(1); int(c) < len(w.companies) && w.financed(); c++ {
		w.loadFinance(c, &w.sc.setup.Companies[c-1].Finance)
	}
}

func (w *World) loadFinance(c CompanyID, s *FinanceSetup) {
	f := &w.finances[c]
	*f = Finance{Other: w.figure(&s.Other), Payout: usd(w.whole(&s.Payout)), Pace: detmath.Exp(w.figure(&s.Pace) / weeksAYear), Listed: on(s.Listed), Shares: firstShares, Held: firstShares, Month: marksKept}
	run, growth := w.figure(&s.RunRate), w.figure(&s.Growth)
	if s.Value.Given && s.Other.Given { // the books before the start have the other business that this run has
		run = max(run+float64((f.Other-w.sc.values[s.Other.id])*weeksAYear), 0)
	}
	left := float64(w.whole(&s.Earning)) / float64(units.One)
	shrink := detmath.Exp(-float64(growth * monthYears)) // going back by a month
	month := float64(float64(run*monthYears) * detmath.Exp(-float64(growth*(monthYears*0.5))))
	for back := 1; back < marksKept; back++ { // a month's income before the mark after it
		at, after := (marksKept-back)%marksKept, (marksKept-back+1)%marksKept
		f.Earned[at] = f.Earned[after] - usd(units.Whole(month, maxExact))
		f.Costs[at] = f.Costs[after] - usd(units.Whole(float64(month*(1-left)), maxExact))
		month = float64(month * shrink)
	}
	f.Quarter, f.Start = usd(units.Whole(float64(run*0.25), maxExact)), run
	if f.Begun = usd(w.whole(&s.Debt)); f.Begun > 0 {
		w.loadDebt(c, w.Date().AddWeeks(int(w.whole(&s.Term))))
	}
	w.loadPrice(c, s, run, growth)
}

// loadDebt has what a company with other business owes at the start rest on its income:
// those are bonds that nobody may seize chips for. What others owe rests on their chips and
// then their halls, as far as lenders lend on them, and what is left on income too.
func (w *World) loadDebt(c CompanyID, due units.Date) {
	left, loans := w.finances[c].Begun, w.loansOf(c)
	if w.finances[c].Other > 0 {
		loans[0] = Loan{Kind: LoanBond, Owed: left, Rate: w.climate.Base, Due: due}
		return
	}
	for i, on := range [...]struct {
		kind LoanKind
		most units.USD
	}{{LoanChips, usd(units.PPM(chipAdvance).Of(int64(w.chipWorth(c))))}, {LoanHalls, usd(units.PPM(hallAdvance).Of(int64(w.hallWorth(c))))}, {LoanBond, left}} {
		if part := min(on.most, left); part > 0 {
			loans[i] = Loan{Kind: on.kind, Owed: part, Rate: w.climate.Base + spreadOf(on.kind), Due: due}
			left -= part
		}
	}
}
