// as: sim/week.go

package sim

import _ "time" // want "may not import time"
