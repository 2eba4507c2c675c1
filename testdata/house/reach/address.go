// as: sim/experiment/sweep.go

package experiment

import "entangle/sim/market"

func cheat() *float64 {
	return &market.Tolerance // want "market.Tolerance belongs to its package"
}
