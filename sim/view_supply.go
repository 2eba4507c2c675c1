package sim

import "entangle/sim/units"

// SupplyBooks is what the company that makes a supply knows of it, and only it.
type SupplyBooks struct {
	Mine   bool
	Now    float64   // units a week that it can make
	Begun  float64   // of what was under construction at the start, still to come
	Coming float64   // units a week that its orders will bring
	Next   float64   // weeks until the next of them is planned to be at work
	Used   float64   // share of all capacity that designers use
	Booked float64   // weeks of work that chips waited for are
	Ahead  float64   // share of their price that buyers of these chips have paid
	Price  float64   // over that of the start
	Cost   units.USD // of capacity for one unit a week more
	Weeks  float64   // until it is at work
	Most   int64     // units a week that can be begun now
}

// MakesSupply tells whether the company makes packaging or memory.
func (v View) MakesSupply() bool {
	return v.who != 0 && (v.w.maker(SupplyPackaging).Of == v.who || v.w.maker(SupplyMemory).Of == v.who)
}

// Supply opens the books of a supply to the company that makes it.
func (v View) Supply(s Supply) SupplyBooks {
	b := v.SupplyNow(s)
	if b.Mine {
		b.Ahead = v.w.paidAhead()
	}
	return b
}

// PaidAhead is the Ahead of Supply, which takes a look at all orders; 0 to all others.
func (v View) PaidAhead() float64 {
	if !v.MakesSupply() {
		return 0
	}
	return v.w.paidAhead()
}

// SupplyNow is Supply without it.
func (v View) SupplyNow(s Supply) SupplyBooks {
	w, m := v.w, v.w.maker(s)
	if m.Of != v.who || m.Of == 0 {
		return SupplyBooks{}
	}
	k := &w.chain
	b := SupplyBooks{Mine: true, Now: w.ownNow(s), Coming: m.coming(), Price: m.Price, Cost: m.Cost, Weeks: m.Weeks, Most: w.expandable(s)}
	start, growth, used, of := k.Wafers, k.Growth, k.Packed, k.CanPack
	if s == SupplyMemory {
		start, growth, used, of = k.GB, k.GBGrowth, k.Stacked, k.CanStack
	}
	b.Begun = max(0, m.ownAt(start, growth, m.Begun)-m.ownAt(start, growth, min(float64(w.head.Tick), m.Begun)))
	if of > 0 {
		b.Used, b.Booked = min(used/of, 1), m.Booked/of
	}
	for i := range m.Works {
		if x := &m.Works[i]; x.Add > 0 && !x.Live {
			if left := float64(max(x.Plan-w.head.Tick, 1)); b.Next == 0 || left < b.Next {
				b.Next = left
			}
		}
	}
	return b
}

// paidAhead is the share of the price of all chips on order that buyers have paid.
func (w *World) paidAhead() float64 {
	ahead, all := 0.0, 0.0
	for f := 1; f < len(w.families); f++ {
		if w.families[f].PerWafer == 0 {
			continue
		}
		for at := w.families[f].Book; at != 0; at = w.clauses[at].Behind {
			c := &w.clauses[at]
			if p := w.priceOf(c); p != nil {
				ahead += float64(c.Advance)
				all += float64(deposit(p.Price, units.One, c.Qty-c.Delivered))
			}
		}
	}
	if all == 0 {
		return 0
	}
	return ahead / all
}
