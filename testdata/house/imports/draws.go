// as: sim/week.go

package sim

import _ "math/rand/v2" // want "may not import math/rand/v2"
