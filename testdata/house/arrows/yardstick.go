// as: sim/kernel/kernel.go

package kernel

import _ "entangle/sim/rng" // want "sim/kernel may not import sim/rng"
