package sim

import "entangle/sim/detmath"

// valuation: what all shares of a company are worth.
func readValuation(w *World, id int32) float64 {
	if !w.financed() || w.companies[id].Bust {
		return 0
	}
	return bn(w.valuation(CompanyID(id), nil))
}

func whyValuation(w *World, id int32, t *Terms) {
	if w.financed() && !w.companies[id].Bust {
		w.valuation(CompanyID(id), t)
	}
}

func readDebt(w *World, id int32) float64 { return bn(w.debt(CompanyID(id))) }

// whyDebt starts from what was owed at the start, and lists what was lent, repaid and
// lost since.
func whyDebt(w *World, id int32, t *Terms) {
	c, f := CompanyID(id), &w.finances[id]
	t.Add(TermStart, bn(f.Begun))
	t.AddFlow(TermFlowIn, FlowLoan, bn(w.flow(c, FlowLoan, in)))
	t.AddFlow(TermFlowOut, FlowLoan, -bn(w.flow(c, FlowLoan, out)))
	t.Add(TermLimited, -bn(f.Written))
}

func readInterest(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowInterest, out)) }

func whyInterest(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowInterest, readInterest(w, id))
}

func readRaised(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowEquity, in)) }

func whyRaised(w *World, id int32, t *Terms) { t.AddFlow(TermFlowIn, FlowEquity, readRaised(w, id)) }

// owners_share: of the company, held by who held it at the start.
func readOwners(w *World, id int32) float64 {
	if f := &w.finances[id]; f.Shares > 0 {
		return float64(f.Held) / float64(f.Shares)
	}
	return 1
}

func whyOwners(w *World, id int32, t *Terms) {
	t.Add(TermStart, 1)
	t.Add(TermSold, readOwners(w, id)-1)
}

// profit: income less running costs and interest.
func readProfit(w *World, id int32) float64 {
	c := CompanyID(id)
	return bn(w.income(c) - w.costs(c) - w.flow(c, FlowInterest, out))
}

func whyProfit(w *World, id int32, t *Terms) {
	c := CompanyID(id)
	whyRevenue(w, id, t)
	for f := Flow(0); f < FlowCount; f++ {
		if v := w.flow(c, f, out); v != 0 && (noCost&(1<<f) == 0 || f == FlowInterest) {
			t.AddFlow(TermFlowOut, f, -bn(v))
		}
	}
}

// ebitda: a year's income less running costs, at the pace of the last seven months.
func readEBITDA(w *World, id int32) float64 { return w.finances[id].ebitda() / billion }

func whyEBITDA(w *World, id int32, t *Terms) {
	const perYear = yearMonths / (marksKept - 1)
	f := &w.finances[id]
	t.Add(TermRevenue, float64(f.since(&f.Earned, marksKept-1, 0)*perYear)/billion)
	t.Add(TermCosts, -float64(f.since(&f.Costs, marksKept-1, 0)*perYear)/billion)
}

// guidance_gap: what is promised for the quarter under way over what analysts expect,
// as a share of that; 0 without a promise.
func readGuidanceGap(w *World, id int32) float64 {
	if f := &w.finances[id]; f.Guided > 0 {
		return float64(f.Guided)/float64(max(f.trend(), 1)) - 1
	}
	return 0
}

func whyGuidanceGap(w *World, id int32, t *Terms) { t.Add(TermMood, readGuidanceGap(w, id)) }

// sentiment: what investors pay for the same prospects, over the usual.
func readSentiment(w *World, _ int32) float64 {
	return detmath.QuickExp(w.climate.Level + w.climate.Fright)
}

func whySentiment(w *World, _ int32, t *Terms) {
	market := detmath.QuickExp(w.climate.Level)
	t.Add(TermStart, 1)
	t.Add(TermMarket, market-1)
	t.Add(TermFright, readSentiment(w, 0)-market)
}
