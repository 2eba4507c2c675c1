// as: sim/week.go

package sim

import (
	_ "entangle/sim/market"
	_ "entangle/sim/policy" // want "sim may not import sim/policy"
	_ "entangle/sim/units"
)
