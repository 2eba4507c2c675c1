// as: sim/world.go

package sim

import _ "sync" // want "may not import sync"
