package sim

import "entangle/sim/units"

// guideSpec: guide promises an income for the quarter under way, if it has just
// begun, or for the next. What is promised above the trend is paid for at once and
// compared with what comes.
var guideSpec = OrderSpec{
	Kind: OrderGuide, Name: "guide", Group: GroupCapital, Attention: 1,
	Fields: []FieldSpec{{Field: FieldQty, Name: "income", Unit: money, Min: 1, Max: maxExact}},
	check:  checkGuide, apply: applyGuide,
}

// freshWeeks is for how long a quarter counts as just begun.
const freshWeeks = 5

func checkGuide(w *World, o *Order) Refusal {
	if r := w.mayFinance(w.sc.setup.Switches.Guidance); !r.Allowed() {
		return r
	}
	f := &w.finances[o.By]
	if given := w.guidanceFor(f); *given > 0 {
		return Refusal{Reason: ReasonGuided, Amounts: Amounts{Have: int64(*given)}}
	}
	if o.Qty <= units.MulDiv(int64(f.Quarter), 3, 2) { // mostly: nobody need ask analysts
		return Refusal{}
	}
	most := max(units.MulDiv(int64(max(f.trend(), f.Quarter)), 3, 2), 10_000_000)
	if o.Qty > most {
		return Refusal{Reason: ReasonTooHigh, Field: FieldQty, Amounts: Amounts{most, o.Qty}}
	}
	return Refusal{}
}

// guidanceFor is where a promise given now is kept.
func (w *World) guidanceFor(f *Finance) *units.USD {
	if w.freshQuarter() {
		return &f.Guided
	}
	return &f.Next
}

// freshQuarter tells whether the quarter under way has just begun: fewer than freshWeeks of
// it have been played.
func (w *World) freshQuarter() bool {
	return w.sc.fresh[w.head.Tick]
}

// freshWeeksOf tells of each week whether freshQuarter holds before it, by which close a
// quarter.
func freshWeeksOf(closing []bool) []bool {
	list := make([]bool, len(closing))
	for i := range list {
		for t := i; t > i-freshWeeks; t-- {
			list[i] = list[i] || t <= 0 || closing[t-1]
		}
	}
	return list
}

func applyGuide(w *World, o *Order) {
	f := &w.finances[o.By]
	*w.guidanceFor(f) = usd(o.Qty)
	f.Hype = f.hype()
	w.emit(Event{Kind: EventGuidanceSet, By: o.By, Order: o.Kind, Amount: o.Qty})
}
