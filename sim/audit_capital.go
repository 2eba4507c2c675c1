package sim

import "fmt"

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
