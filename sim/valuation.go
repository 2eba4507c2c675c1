package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

const (
	yearMonths = weeksAYear / billWeeks
)

// mark notes the books of a month.
func (w *World) mark(c CompanyID) {
	f, income := &w.finances[c], w.income(c)
	f.Month++
	f.Earned[f.Month%marksKept], f.Costs[f.Month%marksKept] = income, w.costs(c)
	w.believe(c, income)
}

// since is the difference of two marks, so many months ago, in dollars.
func (f *Finance) since(ring *[marksKept]units.USD, from, to int32) float64 {
	return float64(ring[(f.Month-to)&(marksKept-1)] - ring[(f.Month-from)&(marksKept-1)])
}

// run is the run rate over the last quarter, and earlier the one three months before it.
func (f *Finance) run() (now, earlier float64) {
	const perYear = yearMonths / 3
	return float64(f.since(&f.Earned, 3, 0) * perYear), float64(f.since(&f.Earned, 7, 4) * perYear)
}

// Bounds of the growth that investors believe in, log a year (economics.md 8; the
// lower one by choice: who shrinks faster is valued by what it owns).
const (
	mostGrowth  = 1.6
	leastGrowth = -0.5
	growthYears = 4 * monthYears // between the two quarters that are compared
)

// growth is that of revenue, log a year.
func (f *Finance) growth() float64 {
	now, earlier := f.run()
	if now <= 0 || earlier <= 0 {
		return 0
	}
	return within(detmath.QuickLog(now/earlier)/growthYears, leastGrowth, mostGrowth)
}

// ebitda is what is left of a year's income after running costs, interest and what is
// bought for longer apart, at the pace of the last seven months.
func (f *Finance) ebitda() float64 {
	const perYear = yearMonths / (marksKept - 1)
	return float64((f.since(&f.Earned, marksKept-1, 0) - f.since(&f.Costs, marksKept-1, 0)) * perYear)
}

// wearYears is over how many years chips are written off (economics.md 3: a chip is
// replaced after four).
const wearYears = 4.0

// gross is a company's gross margin over that at which the multiples were seen: what
// is left of income since the start after the energy, rent and chips behind it, and of
// a year's after the wear of its own chips.
func (w *World) gross(c CompanyID, run, chips float64) float64 {
	income := float64(w.income(c))
	if income <= 0 || run <= 0 {
		return 1
	}
	behind := float64(w.flow(c, FlowEnergy, out) + w.flow(c, FlowRent, out) + w.flow(c, FlowBuilding, out) + w.flow(c, FlowSpot, out))
	behind += float64(chips*income) / float64(wearYears*run)
	return min(max(1-float64(w.sells(c)*behind)/income, 0.1), 0.9) / w.climate.Margin
}

// sells is the part of a company's compute behind what it sells: what research takes is
// spent on what will be sold.
func (w *World) sells(c CompanyID) float64 {
	co := &w.companies[c]
	if co.Research == 0 {
		return 1
	}
	return max(0, 1-float64(co.Research)/float64(max(co.disposal(), 1)))
}

// valuation is what investors think all shares of a company are worth: years of its
// revenue, more of them the faster it grows and the more of it is left, moved by
// the market's mood and its own; then chips, cash and debt. (economics.md 8.)
func (w *World) valuation(c CompanyID, t *Terms) units.USD {
	f, co := &w.finances[c], &w.companies[c]
	chips, cash, debt := float64(w.chipWorth(c)), float64(co.Cash), float64(w.debt(c))
	steady, growing, beside := w.prospects(c, chips)
	mood := float64((steady + growing + beside) * (w.moodOf(c) - 1))
	sum := steady + growing + beside + mood + chips + cash - debt
	if t != nil {
		for _, x := range [...]struct {
			kind  TermKind
			value float64
		}{{TermRevenue, steady}, {TermGrowth, growing}, {TermBeside, beside}, {TermMood, mood}, {TermInstalled, chips}, {TermCash, cash}, {TermDebt, -debt},
			{TermLimited, max(0, -sum)}} {
			if x.kind != TermBeside || f.Times > 0 {
				t.Add(x.kind, x.value/billion)
			}
		}
	}
	return usd(units.Whole(max(sum, 0), maxExact))
}

// prospects is what a company's business is worth in calm markets: what it sells now, the
// growth of that and what is hoped for, and, where its price at the start is known, its
// other business.
func (w *World) prospects(c CompanyID, chips float64) (steady, growing, beside float64) {
	f := &w.finances[c]
	if f.Times > 0 {
		steady, growing = w.coreWorth(f, f.core(), f.Times)
		return steady, growing + w.hopeWorth(c), w.besideWorth(f)
	}
	now, _ := f.run()
	now = float64(now * w.gross(c, now, chips))
	steady, growing = float64(now*w.climate.Multiple), float64(now*float64(w.climate.Slope*f.growth()))
	return steady, max(growing, -float64(0.9*steady)), 0
}

// hypeWorth is the log by which a promise of a new business that moves customers by a
// log unit raises the price of the whole (by choice).
const hypeWorth = 0.3

// moodOf is the price of a company's prospects over the usual one.
func (w *World) moodOf(c CompanyID) float64 {
	f := &w.finances[c]
	return detmath.QuickExp(w.climate.Level + w.climate.Fright + f.Mood + f.Hype + float64(hypeWorth*min(w.hype(c), 1)))
}

// chipWorth is what a company's chips are worth to somebody who would use them.
func (w *World) chipWorth(c CompanyID) units.USD {
	sum := 0.0
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		sum += w.valueAt(s, 0)
	}
	return usd(units.Whole(float64(sum*(billion/brokerPays)), maxExact))
}

// hallCost is what halls cost to build, per kW: about ten million dollars a MW
// (economics.md 2).
const hallCost = 10_000

// hallWorth is what a company's halls cost, and what those under way still will.
func (w *World) hallWorth(c CompanyID) (sum units.USD) {
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		sum += units.USD(w.sites[s].Shell) * hallCost
	}
	return sum + w.companies[c].Committed
}
