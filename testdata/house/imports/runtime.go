// as: sim/world.go

package sim

import _ "runtime" // want "may not import runtime"
