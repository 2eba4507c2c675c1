// as: game/screens/map.go

package screens

import u "entangle/sim/units"

func cheat() {
	u.Names.Short++ // want "u.Names belongs to its package"
}
