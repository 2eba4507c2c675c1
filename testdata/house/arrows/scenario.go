// as: sim/scenario/decode.go

package scenario

import _ "entangle/sim/session" // want "sim/scenario may not import sim/session"
