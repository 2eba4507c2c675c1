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
	if r := w.mayBorrow(o.By, LoanKind(o.Mode)); !r.Allowed() {
		return r
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

// mayBorrow: lenders lend a company on something if it has kept its covenants and has room
// for a loan of the kind, however much it is.
func (w *World) mayBorrow(c CompanyID, k LoanKind) Refusal {
	if r := w.mayFinance(w.sc.setup.Switches.Debt); !r.Allowed() {
		return r
	}
	if w.finances[c].Breaches > 0 || w.finances[c].Called {
		return Refusal{Reason: ReasonLenders}
	}
	if w.rowFor(c, k) == nil {
		return Refusal{Reason: ReasonLoans, Amounts: Amounts{loansPerCompany, loansPerCompany}}
	}
	return Refusal{}
}

// rowFor is the row for a loan: a free one, or else that of a loan of its kind, of which
// the company draws more. There may be neither: only bonds that are traded are reopened.
func (w *World) rowFor(c CompanyID, k LoanKind) (row *Loan) {
	loans := w.loansOf(c)
	for i := range loans {
		switch l := &loans[i]; {
		case l.Kind == 0:
			return l
		case row == nil && l.Kind == k && l.Due > w.Date() && (k != LoanBond || w.finances[c].Listed):
			row = l
		}
	}
	return row
}

func applyBorrow(w *World, o *Order) {
	kind, amount, today := LoanKind(o.Mode), usd(o.Qty), w.Date()
	l, rate := w.rowFor(o.By, kind), w.rateFor(o.By, kind, amount)
	e := w.emit(Event{Kind: EventLoanTaken, By: o.By, Order: o.Kind, Qty: int64(rate), Amount: o.Qty})
	all := int64(l.Owed + amount) // what is drawn on an old loan moves its rate and its term by its part
	mean := func(old, new int64) int64 {
		return units.MulDiv(old, int64(l.Owed), all) + units.MulDiv(new, o.Qty, all)
	}
	l.Rate = units.PPM(mean(int64(l.Rate), int64(rate)))
	l.Due = today + units.Date(mean(int64(max(l.Due-today, 0)), 7*int64(o.Weeks)))
	l.Kind, l.Owed, l.Event = kind, l.Owed+amount, e
	w.pay(Lenders, PartyOf(o.By), FlowLoan, amount)
}
