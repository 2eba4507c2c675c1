// as: game/screens/map.go

package screens

import _ "entangle/cmd/entangle" // want "game/screens may not import cmd/entangle"
