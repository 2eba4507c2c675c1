// as: sim/session/advance.go

package session

import _ "entangle/sim/kernel" // want "sim/session may not import sim/kernel"
