package sim

import (
	"fmt"

	"entangle/sim/units"
)

// lawLoans: what companies owe is what they owed at the start and what they were lent
// since, less what they repaid and what lenders lost.
func lawLoans(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		f := &w.finances[c]
		want := f.Begun + w.flow(c, FlowLoan, in) - w.flow(c, FlowLoan, out) - f.Written
		for i := range w.loansOf(c) {
			if l := &w.loansOf(c)[i]; l.Owed < 0 || l.Late < 0 || (l.Kind == 0) != (*l == Loan{}) {
				return fmt.Errorf("%s owes %d and %d of interest on a loan of kind %d", w.sc.Name(Ref{OfCompany, int32(c)}), l.Owed, l.Late, l.Kind)
			}
		}
		if have := w.debt(c); have != want || f.Written < 0 {
			return fmt.Errorf("%s owes %d dollars; what it was lent, repaid and what was lost makes %d", w.sc.Name(Ref{OfCompany, int32(c)}), have, want)
		}
	}
	return nil
}

// lawOwners: all shares of a company were there at the start or sold in rounds, and
// each round was paid.
func lawOwners(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		f := &w.finances[c]
		if f.Shares != f.Held+f.Sold || f.Sold < 0 || f.Raised != w.flow(c, FlowEquity, in) || f.Sold > 0 && f.Raised == 0 {
			return fmt.Errorf("%s has %d shares, %d of the start and %d sold since for %d dollars; it got %d", w.sc.Name(Ref{OfCompany, int32(c)}),
				f.Shares, f.Held, f.Sold, f.Raised, w.flow(c, FlowEquity, in))
		}
	}
	return nil
}

// lawBankrupt: who is in the hands of administrators serves nobody, employs no
// engineers, rents nothing and waits for nothing.
func lawBankrupt(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co := &w.companies[c]
		if co.Bust && (co.Quality != 0 || co.Engineers != 0 || co.Rentals != 0 || co.Orders != 0) {
			return fmt.Errorf("%s is bankrupt and has quality %g, %d engineers, rentals or orders", w.sc.Name(Ref{OfCompany, int32(c)}), co.Quality, co.Engineers)
		}
	}
	return nil
}

// deferSlack is by how many dollars what was paid ahead for an order may differ from its
// part of the price: additions to it round the mean price.
const deferSlack = 1000

// lawDeferred: what was paid for chips, before the start or since, and not given back was
// earned by handing them over, or is owed in chips. Bills count when they fall due.
func lawDeferred(w *World) error {
	owed := make([]units.USD, len(w.companies))
	for i := 1; i < len(w.clauses); i++ {
		c := &w.clauses[i]
		switch {
		case c.Kind == ClausePay && c.Base == PayPerChip:
			owed[c.To] -= c.Owed
		case c.Kind == ClauseDeliver:
			owed[c.From] += c.Advance
			p := &w.clauses[c.Next]
			if p.Kind != ClausePay || p.Base != PayPerChip || p.Next != 0 {
				p = &Clause{}
			}
			if off := c.Advance - deposit(p.Price, p.Share, c.Qty-c.Delivered); p.Kind == ClausePay && (off > deferSlack || off < -deferSlack) {
				return fmt.Errorf("%s paid %d dollars ahead for %d chips, %d more than it should", w.sc.Name(Ref{OfCompany, int32(c.To)}),
					c.Advance, c.Qty-c.Delivered, off)
			}
		}
	}
	sold, had := units.USD(0), units.USD(0)
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co := &w.companies[c]
		sold, had = sold+co.ChipSales, had+co.ChipsHad
		paid := co.Advanced + w.flow(c, FlowChips, in) - w.flow(c, FlowRefund, out)
		if paid != co.ChipSales+owed[c] {
			return fmt.Errorf("%s was paid %d dollars for chips, has earned %d and owes %d in chips", w.sc.Name(Ref{OfCompany, int32(c)}),
				paid, co.ChipSales, owed[c])
		}
	}
	if sold != had {
		return fmt.Errorf("chips for %d dollars were handed over, and for %d came", sold, had)
	}
	return nil
}
