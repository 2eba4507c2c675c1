// as: sim/policy/buyer.go

package policy

import "entangle/sim"

// World is the strategy's own word.
type World struct{ v sim.View }

func decide(v sim.View) int64 {
	w := World{v}
	return w.v.Cash() + sim.Limits[0]
}
