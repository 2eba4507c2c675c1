package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// What markets pay for a company that has a price is known, and no multiple for all
// says it: one business is paid twice as dearly as another of the same size. A scenario
// may say what they paid at the start (finance.value). From that follows what a dollar of
// its business was worth to them; later the worth moves with what the business earns.

// equityPremium is what investors ask of shares over the interest of the safest
// borrowers, a year (from memory: 4 to 5 % early in 2025).
const equityPremium = 0.045

// beliefMonths is how long growth must last until investors believe in it: they compare
// a year with the one before.
const beliefMonths = 12.0

// growthMonths is how long they think that growth lasts: what a company adds to its sales
// grows no faster than its market for ever (from memory: growth of large companies halves
// within two years).
const growthMonths = 36.0

// loadPrice derives from a company's price what its business is worth: where it lives by
// business that is not played, of that business, for what is played is worth the usual
// multiple; else of all it sells.
func (w *World) loadPrice(c CompanyID, s *FinanceSetup, run, growth float64) {
	if !s.Value.Given {
		return
	}
	f := &w.finances[c]
	other, pace := float64(f.Other*weeksAYear), w.figure(&s.Pace)
	core := max(run-other, 0)
	if f.Belief = growth; core > 0 {
		f.Belief = min(max((float64(run*growth)-float64(other*pace))/core, leastGrowth), mostGrowth)
	}
	month := float64(float64(core*monthYears) * detmath.Exp(-float64(f.Belief*(monthYears*0.5))))
	for back := 1; back < marksKept; back++ {
		f.Core[marksKept-back] = f.Core[(marksKept-back+1)%marksKept] - usd(units.Whole(month, maxExact))
		month = float64(month * detmath.Exp(-float64(f.Belief*monthYears)))
	}
	steady, growing := w.coreWorth(f, f.core(), 1)
	usual := float64(w.climate.Multiple*weeksAYear) / w.climate.Margin
	rest := w.figure(&s.Value) - float64(w.chipWorth(c)) - float64(w.companies[c].Cash) + float64(f.Begun)
	if f.Times, f.Beside = 1, 0; other >= core && f.Other > 0 {
		f.Beside = max(rest-steady-growing, 0) / f.Other
		return
	}
	f.Times = max(rest/max(steady+growing+float64(f.Other*usual), 1), leastTimes)
	if f.Times > 1 { // what is paid beyond does not multiply with what is sold
		f.Hope = float64((rest - rest/f.Times) * detmath.Exp(float64(hopePerPoint*w.lags(c))))
		f.Times = 1
	}
	f.Beside = float64(f.Times * usual)
}

// What is paid for a company beyond what such business usually costs is paid for what it may
// become: a bet on the frontier where it makes models, and less of one the further
// behind they are (economics.md 8: 0.09 of the log of its worth for a point).
const hopePerPoint = 0.09

// lags is by how many points a company's best model is behind the frontier.
func (w *World) lags(c CompanyID) float64 {
	if q := w.companies[c].Quality; q > 0 {
		return max(w.head.Frontier-q, 0)
	}
	return 0
}

// hopeWorth is what a company's hopes are worth: they were paid for at the start, and
// grow by what investors ask.
func (w *World) hopeWorth(c CompanyID) float64 {
	f := &w.finances[c]
	if f.Hope == 0 {
		return 0
	}
	return float64(f.Hope * detmath.QuickExp(float64(w.asked()*float64(w.head.Tick))/weeksAYear-float64(hopePerPoint*w.lags(c))))
}

// asked is the return a year that investors ask of shares.
func (w *World) asked() float64 { return float64(w.climate.Base)/float64(units.One) + equityPremium }

// leastTimes keeps a company worth something that was paid no more than its cash.
const leastTimes = 0.05

// core is what a year of played business brings, at the pace of the last quarter.
func (f *Finance) core() float64 {
	const perYear = yearMonths / 3
	return float64(f.since(&f.Core, 3, 0) * perYear)
}

// coreWorth is what played business is worth to investors, without and for its growth.
func (w *World) coreWorth(f *Finance, run, times float64) (steady, growing float64) {
	run = float64(run * times)
	steady, growing = float64(run*w.climate.Multiple), float64(run*float64(w.climate.Slope*f.Belief))
	return steady, max(growing, -float64(0.9*steady))
}

// besideWorth is what a company's other business is worth: the growth that it is known
// for was paid for at the start, so that the worth itself grows by what investors ask.
func (w *World) besideWorth(f *Finance) float64 {
	if f.Other == 0 {
		return 0
	}
	weeks := float64(w.head.Tick)
	return float64(float64(f.Other*f.Beside) * detmath.QuickExp(float64(w.asked()*weeks)/weeksAYear-float64(detmath.QuickLog(f.Pace)*weeks)))
}

// believe notes a month of played business and lets investors learn from its growth.
func (w *World) believe(c CompanyID, income units.USD) {
	f := &w.finances[c]
	if f.Times == 0 {
		return
	}
	f.Core[f.Month%marksKept] = income - w.flow(c, FlowOther, in)
	now, before := float64(f.since(&f.Core, 3, 0)), float64(f.since(&f.Core, 7, 4))
	seen := leastGrowth
	if now > 0 && before > 0 {
		seen = min(max(detmath.QuickLog(now/before)/growthYears, leastGrowth), mostGrowth)
	}
	f.Belief += (seen-f.Belief)/beliefMonths - f.Belief/growthMonths
}

// outlook is the growth of all income that analysts reckon with, log a year.
func (f *Finance) outlook() float64 {
	if f.Times == 0 {
		return f.growth()
	}
	core, other := max(f.core(), 0), float64(f.Other*weeksAYear)
	if core+other <= 0 {
		return 0
	}
	return (float64(core*f.Belief) + float64(other*float64(detmath.QuickLog(f.Pace)*weeksAYear))) / (core + other)
}
