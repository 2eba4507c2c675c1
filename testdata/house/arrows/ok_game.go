// as: game/screens/map.go

package screens

import (
	_ "entangle/assets"
	_ "entangle/game/widgets"
	_ "entangle/sim/session"
)
