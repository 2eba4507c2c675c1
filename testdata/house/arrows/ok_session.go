// as: sim/session/advance.go

package session

import (
	_ "strings"

	_ "entangle/sim"
	_ "entangle/sim/chronicle"
	_ "entangle/sim/policy"
)
