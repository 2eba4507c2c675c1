package sim

import "entangle/sim/units"

// portStackSpec: port_stack sets engineers to make the company's software run
// well on a chip family. It takes a block of it to test on. A new order for the
// same family replaces the one at work.
var portStackSpec = OrderSpec{
	Kind: OrderPortStack, Name: "port_stack", Group: GroupCompute, Attention: 1, Line: true,
	Fields: []FieldSpec{
		{Field: FieldFamily, Name: "family"},
		{Field: FieldQty, Name: "engineers", Unit: noUnit, Min: 1, Max: 1_000_000},
		{Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: minTerm, Max: 104},
	},
	check: checkPortStack, apply: applyPortStack,
}

// testBlock is how many chips of a family a port needs: a rack.
const testBlock = 64

func checkPortStack(w *World, o *Order) Refusal {
	ref := Ref{OfFamily, int32(o.Family)}
	t := w.account(o.By, o.Family)
	if t.Penalty == 0 {
		return Refusal{Reason: ReasonRipe, Field: FieldFamily, Ref: ref}
	}
	if have := w.testChips(o.By, o.Family); have < testBlock {
		return Refusal{Reason: ReasonNoTestBlock, Field: FieldFamily, Amounts: Amounts{have, testBlock}, Ref: ref}
	}
	if free := w.engineersFree(o.By) + int64(t.Crew); o.Qty > free {
		return Refusal{Reason: ReasonNoEngineers, Field: FieldQty, Amounts: Amounts{free, o.Qty}, Ref: ref}
	}
	return w.spend(o.By, engineerWeek*units.USD(o.Qty)*minTerm)
}

// testChips is how many chips of a family a company runs for itself, own or
// rented.
func (w *World) testChips(c CompanyID, f FamilyID) (n int64) {
	t := w.account(c, f)
	return int64((t.Kept + t.Hired) / max(w.families[f].H100e, 1))
}

// engineersFree is how many engineers of a company neither port software nor
// design chips.
func (w *World) engineersFree(c CompanyID) int64 {
	free := w.companies[c].Engineers - w.companies[c].Designing
	for _, f := range w.sc.immature {
		free -= int64(w.account(c, f).Crew)
	}
	return max(0, free)
}

func applyPortStack(w *World, o *Order) {
	t := w.account(o.By, o.Family)
	if t.Crew == 0 {
		t.Seen = w.Date()
	}
	t.Crew, t.Until = int32(o.Qty), w.Date().AddWeeks(int(o.Weeks))
	w.reloss(o.By, o.Family)
	w.emit(Event{Kind: EventPortBegun, By: o.By, Peer: w.sc.families[o.Family].designer, Family: o.Family,
		Ref: Ref{OfFamily, int32(o.Family)}, Qty: o.Qty, Amount: int64(o.Weeks)})
}
