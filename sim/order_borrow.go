package sim

import "entangle/sim/units"

var borrowFields = []FieldSpec{
	{Field: FieldMode, Name: "against"},
	{Field: FieldQty, Name: "amount", Unit: money, Min: leastRound, Max: maxExact},
	{Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: 52, Max: 520},
}

// borrowSpec: borrow takes a loan from the lenders outside: on income alone, on
// chips, or on halls. Interest is paid by the month, what is lent on chips and halls
// is repaid by the month as well. Covenants are tested by the quarter.
var borrowSpec = OrderSpec{
	Kind: OrderBorrow, Name: "borrow", Group: GroupCapital, Attention: 2,
	Fields: []FieldSpec{{Field: FieldMode, Name: "against"}},
	Modes: []ModeSpec{{uint8(LoanBond), "bond", borrowFields}, {uint8(LoanChips), "chip_backed", borrowFields},
		{uint8(LoanHalls), "lease", borrowFields}},
	check: checkBorrow, apply: applyBorrow,
}

func checkBorrow(w *World, o *Order) Refusal {
	if r := w.mayFinance(w.sc.setup.Switches.Debt); !r.Allowed() {
		return r
	}
	if w.finances[o.By].Breaches > 0 || w.finances[o.By].Called {
		return Refusal{Reason: ReasonLenders}
	}
	if w.freeLoan(o.By) == nil {
		return Refusal{Reason: ReasonLoans, Amounts: Amounts{loansPerCompany, loansPerCompany}}
	}
	cover, collateral := w.lendable(o.By, LoanKind(o.Mode))
	if collateral < cover && o.Qty > int64(collateral) { // the tighter of the two is named
		return Refusal{Reason: ReasonCollateral, Field: FieldQty, Amounts: Amounts{int64(collateral), o.Qty}}
	}
	if o.Qty > int64(cover) {
		return Refusal{Reason: ReasonCover, Field: FieldQty, Amounts: Amounts{int64(cover), o.Qty}}
	}
	return Refusal{}
}

// freeLoan is a row for a loan, or nil.
func (w *World) freeLoan(c CompanyID) *Loan {
	for i := range w.loansOf(c) {
		if w.loansOf(c)[i].Kind == 0 {
			return &w.loansOf(c)[i]
		}
	}
	return nil
}

func applyBorrow(w *World, o *Order) {
	kind, amount := LoanKind(o.Mode), usd(o.Qty)
	l := w.freeLoan(o.By)
	rate := w.rateFor(o.By, kind, amount)
	e := w.emit(Event{Kind: EventLoanTaken, By: o.By, Order: o.Kind, Qty: int64(rate), Amount: o.Qty})
	*l = Loan{Kind: kind, Owed: amount, Rate: rate, Due: w.Date().AddWeeks(int(o.Weeks)), Event: e}
	w.pay(Lenders, PartyOf(o.By), FlowLoan, amount)
}
