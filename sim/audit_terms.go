package sim

import (
	"fmt"
)

// lawTerms: no contract outlives its day or the patience with its debtor.
func lawTerms(w *World) error {
	for row := 1; row < len(w.contracts); row++ {
		k := &w.contracts[row]
		if k.ID == 0 || w.head.Tick == 0 {
			continue
		}
		if k.End != 0 && k.End <= w.Date() || int32(k.Missed) >= w.params.GraceWeeks {
			return fmt.Errorf("contract %d of %s and %s lives on %s, ends %s, payments missed for %d weeks", k.ID,
				w.sc.Name(Ref{OfCompany, int32(k.Parties[0])}), w.sc.Name(Ref{OfCompany, int32(k.Parties[1])}), w.Date(), k.End, k.Missed)
		}
	}
	return nil
}

// lawRows: each row of the book is in use or on its free list.
func lawRows(w *World) error {
	free, live := 0, 0
	for row := w.head.FreeContract; row != 0 && free <= len(w.contracts); row = w.contracts[row].Clauses {
		free++
	}
	for row := 1; row < len(w.contracts); row++ {
		if w.contracts[row].ID != 0 {
			live++
		}
	}
	if free+live != len(w.contracts)-1 {
		return fmt.Errorf("%d contracts live, %d rows are free, there are %d", live, free, len(w.contracts)-1)
	}
	free, live = 0, 0
	for row := w.head.FreeClause; row != 0 && free <= len(w.clauses); row = w.clauses[row].Next {
		free++
	}
	for row := 1; row < len(w.clauses); row++ {
		if w.clauses[row].Kind != ClauseNone {
			live++
		}
	}
	if free+live != len(w.clauses)-1 {
		return fmt.Errorf("%d clauses live, %d rows are free, there are %d", live, free, len(w.clauses)-1)
	}
	return nil
}

// lawBuilding: nobody builds more in a month than its capacity.
func lawBuilding(w *World) error {
	for f := 1; f < len(w.families); f++ {
		if r := &w.families[f]; r.Built < 0 || r.Built > billWeeks*r.Capacity || r.Built > r.Made {
			return fmt.Errorf("%s: %d chips built in a month, %d possible a week", w.sc.Name(Ref{OfFamily, int32(f)}), r.Built, r.Capacity)
		}
	}
	return nil
}

// lawBilling: what was provided was paid, is owed, or waits for a bill that comes
// within four weeks. The bills are reckoned anew here, in floats.
func lawBilling(w *World) error {
	for i := 1; i < len(w.clauses) && w.head.Tick > 0; i++ {
		c := &w.clauses[i]
		k := &w.contracts[c.Contract.row()]
		if c.Kind != ClausePay || c.Base == PayFee || k.Start >= w.Date() {
			continue
		}
		least, most := w.provided(c)
		had := float64(c.Now) + float64(c.Owed)
		if c.Base == PayRent || c.Base == PayCredit {
			had = float64(c.billed())
			if k.Turn == 0 || k.Turn == turnOf(w.head.Tick-1) || k.Missed > 0 {
				least = most // nothing waits
			}
		}
		if had < least-1 || c.Base.sinceStart() && had > most+1 {
			return fmt.Errorf("%s paid or owes %.0f for what cost from %.0f to %.0f", w.sc.Name(Ref{OfCompany, int32(c.From)}), had, least, most)
		}
	}
	return nil
}

// provided is the worth in dollars of what a payment counts: of the last week, for
// rent since the start, the last weeks without a bill left out and counted in.
func (w *World) provided(pay *Clause) (least, most float64) {
	if pay.Base == PayWeekly {
		return float64(pay.Qty), float64(pay.Qty)
	}
	for at := w.contracts[pay.Contract.row()].Clauses; at != 0; at = w.clauses[at].Next {
		c := &w.clauses[at]
		price := float64(pay.Price) / micro
		switch {
		case c.Kind == ClauseBooking && pay.Base == PayCredit && c.From == pay.From:
			part := float64(price * (hoursAWeek / 1000.0))
			most += float64(part * float64(c.Delivered))
			least += float64(part * float64(max(0, c.Delivered-(billWeeks-1)*c.Qty)))
		case c.To != pay.From:
		case c.Kind == ClauseCapacity && pay.Base == PayRent:
			week := float64(price*float64(w.families[c.Family].H100e*hoursAWeek)) / 1000
			most += float64(week * float64(w.ran(c)))
			least += float64(week * float64(max(0, w.ran(c)-(billWeeks-1)*c.Qty)))
		case c.Kind == ClauseDeliver && pay.Base == PayPerChip && w.families[c.Family].turn(c.Family) == turnOf(w.head.Tick-1):
			rest := float64(price * (1 - float64(pay.Share)/1e6))
			most += float64(rest * float64(c.Now))
			least = most
		}
	}
	return least, most
}

// lawBlocks: no tenant gets more than was promised, all tenants of a block
// together no more than runs there.
func lawBlocks(w *World) error {
	for i := 1; i < len(w.fleets); i++ {
		f, sum := &w.fleets[i], int64(0)
		for k := 1; k < len(w.clauses); k++ {
			c := &w.clauses[k]
			if c.Kind != ClauseCapacity || c.Fleet != int32(i) {
				continue
			}
			sum += c.Now
			if c.Now < 0 || c.Now > c.Qty {
				return fmt.Errorf("%d chips run for a tenant who was promised %d", c.Now, c.Qty)
			}
		}
		if sum > int64(f.Running) {
			return fmt.Errorf("%s: %d chips run for tenants, %d run at all", w.sc.Name(Ref{OfSite, int32(f.Site)}), sum, f.Running)
		}
	}
	return nil
}
