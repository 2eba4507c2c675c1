// as: sim/world.go

package sim

import _ "sync/atomic" // want "may not import sync/atomic"
