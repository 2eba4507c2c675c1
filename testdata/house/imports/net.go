// as: sim/world.go

package sim

import _ "net" // want "may not import net"
