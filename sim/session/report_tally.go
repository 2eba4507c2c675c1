package session

import "entangle/sim"

// Tally counts the orders of a run and those refused.
type Tally struct {
	Orders  int64
	Refused int64
	Kinds   []TallyKind // by kind, in the order of sim.OrderSpecs
}

// TallyKind counts the orders of one kind.
type TallyKind struct{ Orders, Refused int64 }

// Note counts the last week of a session. Call it after each Advance.
func (t *Tally) Note(s *Session) {
	if t.Kinds == nil {
		t.Kinds = make([]TallyKind, len(sim.OrderSpecs()))
	}
	for _, o := range s.Orders() {
		if k := int(o.Kind) - 1; k >= 0 && k < len(t.Kinds) {
			t.Kinds[k].Orders++
		}
		t.Orders++
	}
	for _, e := range s.World.Events() {
		if e.Kind != sim.EventOrderRefused {
			continue
		}
		if k := int(e.Order) - 1; k >= 0 && k < len(t.Kinds) {
			t.Kinds[k].Refused++
		}
		t.Refused++
	}
}
