// as: sim/policy/buyer.go

package policy

import "entangle/sim"

func decide() int64 {
	return sim.Peek().Cash[0] // want "may not hold the World"
}
