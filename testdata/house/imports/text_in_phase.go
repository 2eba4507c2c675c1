// as: sim/phase_power.go

package sim

import _ "fmt" // want "fmt may be imported only by"
