// as: sim/policy/buyer.go

package policy

import "entangle/sim"

func cheat() {
	sim.Limits[0] = 9 // want "Limits is assigned"
}
