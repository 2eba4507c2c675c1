// as: sim/units/date.go

package units

import _ "entangle/sim" // want "sim/units may not import sim"
