package sim

import "entangle/sim/units"

// maxModes bounds the modes of an order kind.
const maxModes = 24

// orderForm is what the fields of a kind in a mode must be like, all at once. The
// bounds of numbers that are not used are 0.
type orderForm struct {
	qty, price, share, weeks, when [2]int64 // the least and the most that they may be

	// a lane for each id: what carries into its top bit from the first one on that is not as
	// it may be, and 1 if it must not be 0
	past, must   [2]uint64
	peer, choice [2]int16
	used         fieldSet
	// All its bits where a form has a set, an order that passes the organisation by, and
	// a field that plain looks at without which it does not do.
	set, line, asks int8
}

// off has a sign if a number does not lie within bounds: what is below or above has one,
// so that one look at all numbers of an order is enough. A number so far below that its
// distance has none is far below the upper bound too.
func off(x, least, most int64) int64 { return (x - least) | (most - x) }

// orderForms has a form for each kind and mode; a scenario carries them.
type orderForms [orderKinds][maxModes]orderForm

func (s *Scenario) makeForms() *orderForms {
	all := new(orderForms)
	nothing := [2]int64{1, 0} // no number is within its bounds
	for mode := range all[OrderNone] {
		all[OrderNone][mode].qty = nothing // an order of no kind is refused, whatever it says
	}
	for k := OrderNone + 1; k < orderKinds; k++ {
		modes := len(orderSpecs[k].Modes)
		for mode := range all[k] {
			m := &all[k][mode]
			m.past = [2]uint64{lowest, lowest} // what is not used is 0
			for _, f := range orderSpecs[k].FieldsOf(uint8(mode)) {
				m.enter(f, s)
			}
			if orderSpecs[k].Line {
				m.line = -1
			}
			if mode > modes || (mode > 0) != (modes > 0) {
				m.qty = nothing // there is no such mode
			}
		}
	}
	return all
}

// enter adds a field to a form.
func (m *orderForm) enter(f FieldSpec, s *Scenario) {
	m.used |= 1 << f.Field
	bound, least := [2]int64{f.Min, f.Max}, int16(1)
	if f.Optional {
		least = 0
	}
	switch f.Field {
	case FieldQty:
		m.qty = bound
	case FieldPrice:
		m.price = bound
	case FieldShare:
		m.share = bound
	case FieldWeeks:
		m.weeks = bound
	case FieldPeer:
		m.peer = [2]int16{least, int16(s.Companies())}
	case FieldChoice:
		m.choice = [2]int16{least, int16(len(s.choices) - 1)}
	case FieldWhen:
		m.when = [2]int64{int64(least), int64(lastOrderDate)}
	case FieldSet:
		m.set = -1
	}
	if needs := 1<<FieldChoice | 1<<FieldWhen | 1<<FieldWeights; needs>>f.Field&1 != 0 && !f.Optional {
		m.asks = -1
	}
	if at, ok := laneOf(f.Field); ok {
		lane := 16 * (at % idLanes)
		m.past[at/idLanes] = m.past[at/idLanes]&^(0xffff<<lane) | s.idLimits()[at/idLanes]&(0xffff<<lane)
		if !f.Optional {
			m.must[at/idLanes] |= 1 << (16 * (at % idLanes))
		}
	}
}

// The ids of an order but its peer are looked at four at a time, each in a lane of 16
// bits: the first word has the fields of lanes 0 to 3, the second the others. An id is
// never negative, so the top bit of a lane is free to carry.
const (
	idLanes = 4
	topBit  = 0x8000_8000_8000_8000
	lowest  = 0x7fff_7fff_7fff_7fff // added to a lane, carries into its top bit unless it is 0
)

var laneFields = [2 * idLanes]FieldID{FieldSite, FieldDest, FieldRegion, FieldFamily, FieldModel, FieldPerson, FieldSegment, FieldProgram}

func laneOf(f FieldID) (at int, ok bool) {
	for i, x := range laneFields {
		if x == f {
			return i, true
		}
	}
	return 0, false
}

// inLanes are four ids in a word.
func inLanes(a, b, c, d int16) uint64 {
	return uint64(uint16(a)) | uint64(uint16(b))<<16 | uint64(uint16(c))<<32 | uint64(uint16(d))<<48
}

// idLimits has in each lane what carries into its top bit from the first id on that
// the world does not know.
func (s *Scenario) idLimits() [2]uint64 {
	past := func(of Entity) int16 { return int16(0x7fff - s.Count(of)) }
	return [2]uint64{inLanes(past(OfSite), past(OfSite), past(OfRegion), past(OfFamily)),
		inLanes(past(OfModel), past(OfPerson), past(OfSegment), past(OfProgram))}
}

// plain is 0 if an order has none of the fields that few orders have, which then need no
// closer look.
func (o *Order) plain() uint64 {
	escalates := uint64(0)
	if o.Escalate {
		escalates = 1
	}
	return uint64(o.Offer) | o.Set[0] | o.Set[1] | uint64(o.Weights[0]|o.Weights[1]|o.Weights[2]) | uint64(o.When) | uint64(o.Choice) | escalates
}

// suits tells whether these fields are as the form has them. Orders with weights are left
// to blemish.
//
//go:noinline
func (m *orderForm) suits(o *Order, start units.Date) bool {
	escalates := o.Escalate && m.line == 0
	when := int64(o.When) // a day is none, or none before the start
	if off(int64(o.Choice), int64(m.choice[0]), int64(m.choice[1]))|off(when, m.when[0], m.when[1])|(when-int64(start))&-when < 0 || escalates {
		return false
	}
	return uint64(o.Offer)|(o.Set[0]|o.Set[1])&^uint64(m.set)|uint64(o.Weights[0]|o.Weights[1]|o.Weights[2]) == 0 && m.used&(1<<FieldWeights) == 0
}

// strange has a bit in each lane whose id is not as the form has it: used though it
// should be 0, unknown to the world, or 0 though it must not be.
func (m *orderForm) strange(at int, ids uint64) uint64 {
	over := ids | (ids + m.past[at])
	return (over | ^((ids | topBit) - m.must[at])) & topBit
}

// fieldSet has a bit per FieldID.
type fieldSet uint32

// sets tells which fields of an order are not zero. The field that no kind uses
// yet counts as field 0, which is in no mask.
func (o *Order) sets() (s fieldSet) {
	if o.Offer != 0 {
		s |= 1
	}
	s |= bit(o.Mode != 0, FieldMode) | bit(o.Peer != 0, FieldPeer) | bit(o.Site != 0, FieldSite) | bit(o.Dest != 0, FieldDest)
	s |= bit(o.Family != 0, FieldFamily) | bit(o.Qty != 0, FieldQty) | bit(o.Price != 0, FieldPrice) | bit(o.Share != 0, FieldShare)
	s |= bit(o.Set[0]|o.Set[1] != 0, FieldSet) | bit(o.Weeks != 0, FieldWeeks) | bit(o.Region != 0, FieldRegion)
	s |= bit(o.Model != 0, FieldModel) | bit(o.Person != 0, FieldPerson) | bit(o.Segment != 0, FieldSegment) | bit(o.Choice != 0, FieldChoice)
	s |= bit(o.Program != 0, FieldProgram) | bit(o.When != 0, FieldWhen)
	return s | bit(o.Weights[0]|o.Weights[1]|o.Weights[2] != 0, FieldWeights)
}

// bit is the set of one field if it is set, else empty.
func bit(set bool, f FieldID) fieldSet {
	if set {
		return 1 << f
	}
	return 0
}
