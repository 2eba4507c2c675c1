// as: sim/attic/attic.go

package attic // want "has no room"

import _ "entangle/sim"
