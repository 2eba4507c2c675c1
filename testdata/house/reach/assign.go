// as: sim/session/advance.go

package session

import "entangle/sim"

func cheat() {
	sim.Limits[0] = 9 // want "sim.Limits belongs to its package"
}
