// as: sim/policy/buyer.go

package policy

import "entangle/sim"

type everything = sim.World // want "may not hold the World"
