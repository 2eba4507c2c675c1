package sim

import "entangle/sim/units"

func bn(x units.USD) float64 { return float64(x) / billion }

func readCash(w *World, id int32) float64 { return bn(w.companies[id].Cash) }

// whyCash starts from the cash at the start and lists what came and went since,
// by reason.
func whyCash(w *World, id int32, t *Terms) {
	c := CompanyID(id)
	t.Add(TermStart, bn(w.companies[c].StartCash))
	for f := Flow(0); f < FlowCount; f++ {
		if v := w.flow(c, f, in); v != 0 {
			t.AddFlow(TermFlowIn, f, bn(v))
		}
		if v := w.flow(c, f, out); v != 0 {
			t.AddFlow(TermFlowOut, f, -bn(v))
		}
	}
}

func readRevenue(w *World, id int32) float64 { return bn(w.income(CompanyID(id))) }

func whyRevenue(w *World, id int32, t *Terms) {
	for f := Flow(0); f < FlowCount; f++ {
		if v := w.flow(CompanyID(id), f, in); v != 0 && earned&(1<<f) != 0 {
			t.AddFlow(TermFlowIn, f, bn(v))
		}
	}
	t.Add(TermDeferred, bn(w.companies[id].ChipSales-w.flow(CompanyID(id), FlowChips, in)))
}

func readCloud(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowRent, in)) }

func whyCloud(w *World, id int32, t *Terms) { t.AddFlow(TermFlowIn, FlowRent, readCloud(w, id)) }

// revenue_datacentre: chips handed over since the start.
func readChipSales(w *World, id int32) float64 { return bn(w.companies[id].ChipSales) }

func whyChipSales(w *World, id int32, t *Terms) {
	paid := bn(w.flow(CompanyID(id), FlowChips, in))
	t.AddFlow(TermFlowIn, FlowChips, paid)
	t.Add(TermDeferred, readChipSales(w, id)-paid)
}

// deferred_revenue: paid ahead for chips that have not come.
func readDeferred(w *World, id int32) (sum float64) {
	for i := 1; i < len(w.clauses); i++ {
		if c := &w.clauses[i]; c.Kind == ClauseDeliver && c.From == CompanyID(id) {
			sum += bn(c.Advance)
		}
	}
	return sum
}

func whyDeferred(w *World, id int32, t *Terms) {
	for i := 1; i < len(w.clauses); i++ {
		if c := &w.clauses[i]; c.Kind == ClauseDeliver && c.From == CompanyID(id) {
			t.AddOf(TermContract, Ref{OfCompany, int32(c.To)}, bn(c.Advance))
		}
	}
}

func allDeferred(w *World, out []float64) {
	clear(out)
	for i := 1; i < len(w.clauses); i++ {
		if c := &w.clauses[i]; c.Kind == ClauseDeliver {
			out[c.From-1] += bn(c.Advance)
		}
	}
}

// revenue_run_rate: the income of the last four weeks as a year's.
func readRunRate(w *World, id int32) float64 {
	co := &w.companies[id]
	sum, weeks := units.USD(0), min(int(w.head.Tick), len(co.Sales))
	for _, s := range co.Sales {
		sum += s
	}
	return float64(bn(sum) * (weeksAYear / float64(max(weeks, 1))))
}

func whyRunRate(w *World, id int32, t *Terms) { t.Add(TermUnits, readRunRate(w, id)) }

// capex: what was paid for chips, deposits included.
func readCapex(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowChips, out)) }

func whyCapex(w *World, id int32, t *Terms) { t.AddFlow(TermFlowOut, FlowChips, readCapex(w, id)) }

// backlog: what others have contracted to pay the company.
func readBacklog(w *World, id int32) float64 {
	sum := 0.0
	for i := 1; i < len(w.clauses); i++ {
		if p := &w.clauses[i]; p.Kind == ClausePay && p.To == CompanyID(id) {
			sum += w.toCome(p)
		}
	}
	return sum
}

func whyBacklog(w *World, id int32, t *Terms) {
	for i := 1; i < len(w.clauses); i++ {
		if p := &w.clauses[i]; p.Kind == ClausePay && p.To == CompanyID(id) {
			t.AddOf(TermContract, Ref{OfCompany, int32(p.From)}, w.toCome(p))
		}
	}
}

func allBacklogs(w *World, out []float64) {
	clear(out)
	for i := 1; i < len(w.clauses); i++ {
		if p := &w.clauses[i]; p.Kind == ClausePay {
			out[p.To-1] += w.toCome(p)
		}
	}
}

// toCome is what a pay clause will still bring, in USD billion, if all is
// provided as promised.
func (w *World) toCome(p *Clause) float64 {
	k := &w.contracts[p.Contract.row()]
	weeks := max(int64(k.End-max(w.Date(), k.Start))/7, 0)
	sum := bn(p.Owed)
	switch p.Base {
	case PayWeekly:
		return sum + float64(bn(units.USD(p.Qty))*float64(weeks))
	case PayRent:
		sum += bn(w.bill(k, p)) // what was provided since the last bill
	}
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		o := &w.clauses[at]
		switch {
		case p.Base == PayRent && o.Kind == ClauseBooking:
			sum += bn(w.dues(k, o, p.Price, o.Now)) - bn(units.USD(p.Qty))
		case p.Base == PayRent && o.Kind == ClauseCapacity:
			sum += bn(units.Rent(p.Price, w.families[o.Family].H100e*units.H100e(o.Qty), hoursAWeek*weeks))
		case p.Base == PayPerChip && o.Kind == ClauseDeliver:
			sum += bn(restOfPrice(p.Price, p.Share, o.Qty-o.Delivered))
		}
	}
	return sum
}

// h100_rental_price: mean rent of the live rentals, weighted by compute; with
// none, the cheapest offer; with none of those, 0.
func readRental(w *World, _ int32) float64 {
	sum, weight := 0.0, 0.0
	for i := 1; i < len(w.clauses); i++ {
		p := &w.clauses[i]
		if p.Kind != ClausePay || p.Base != PayRent {
			continue
		}
		for at := w.contracts[p.Contract.row()].Clauses; at != 0; at = w.clauses[at].Next {
			if o := &w.clauses[at]; o.Kind == ClauseCapacity {
				h := kH(units.H100e(o.Qty) * w.families[o.Family].H100e)
				sum += float64(h*float64(p.Price)) / micro
				weight += h
			}
		}
	}
	if weight > 0 {
		return sum / weight
	}
	if len(w.board) > 0 {
		return float64(w.board[0].Floor) / micro
	}
	return 0
}

func whyRental(w *World, _ int32, t *Terms) {
	some := false
	for i := 1; i < len(w.clauses); i++ {
		if p := &w.clauses[i]; p.Kind == ClausePay && p.Base == PayRent {
			some = true
			t.AddOf(TermContract, Ref{OfCompany, int32(p.From)}, float64(p.Price)/micro)
		}
	}
	if !some && len(w.board) > 0 {
		t.AddOf(TermOffer, Ref{OfCompany, int32(w.board[0].Landlord)}, float64(w.board[0].Floor)/micro)
	}
}
