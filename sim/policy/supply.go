package policy

import (
	"entangle/sim"
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// What a company that makes packaging or memory weighs before it builds more: nobody
// needs today what it decides on today. All by choice.
const (
	wellUsed    = 0.95 // share of its capacity that it likes to see used
	quarterWork = 13.0 // weeks of work that it likes to have booked
	earnest     = 0.2  // share of the price that buyers in earnest have paid ahead
	leastExpand = 0.02 // of what it has: smaller expansions are not worth a decision
)

// expandSupply decides on more packaging and memory. What will be asked for when new
// lines are at work is what is used now, grown as the leadership trusts it to grow, more
// with a long queue, above all if it is paid ahead. Of what would be missing then it
// builds a part, as it is thrifty, and as far as money goes.
func expandSupply(m *mind) {
	if !m.MakesSupply() {
		m.out.Plan.Next[sim.AreaSupply] = units.LastDate
		return
	}
	for s := sim.SupplyPackaging; s <= sim.SupplyMemory; s++ {
		b := m.SupplyNow(s)
		if !b.Mine {
			continue
		}
		enough := float64(leastExpand * b.Now)
		if b.Ahead = 1; m.begins(&b) < enough {
			continue // even if all that is waited for were paid ahead
		}
		b.Ahead = m.PaidAhead()
		if add := m.begins(&b); add >= enough {
			m.sure(&sim.Order{Kind: sim.OrderExpandSupply, Mode: uint8(s), Qty: rounded(add, 1, 1<<40)})
		}
	}
}

// begins is how much more of a supply it would build now.
func (m *mind) begins(b *sim.SupplyBooks) float64 {
	add := float64(m.lacking(b) * lean(m.Thrift, 1, 0.5))
	return min(add, float64(float64(m.spare())*lean(m.Risk, 0.1, 0.5))/float64(max(b.Cost, 1)), float64(b.Most))
}

// lacking is how much of a supply will be missing a quarter after what is decided on now
// has come, as the leadership believes.
func (m *mind) lacking(b *sim.SupplyBooks) float64 {
	years := (b.Weeks + quarterWork) / weeksAYear
	booked := float64(b.Booked * (0.5 + float64(0.5*min(b.Ahead/earnest, 1))))
	queue := min(max(detmath.Log(max(booked, 1)/quarterWork), -1), 0.7)
	trust := float64(lean(m.Risk, 0.25, 0.75)*years) + float64(lean(m.Patience, 0.5, 0.25)*queue)
	asked := float64(float64(b.Now*b.Used)*detmath.Exp(trust)) / wellUsed
	return asked - b.Now - b.Begun - b.Coming
}
