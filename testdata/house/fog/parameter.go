// as: sim/policy/buyer.go

package policy

import "entangle/sim"

func decide(w *sim.World) { // want "may not hold the World"
}
