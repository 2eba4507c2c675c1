// as: sim/world.go

package sim

import _ "log" // want "may not import log"
