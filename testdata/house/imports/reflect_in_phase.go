// as: sim/phase_power.go

package sim

import _ "reflect" // want "reflect may be imported only by sim/layout.go"
