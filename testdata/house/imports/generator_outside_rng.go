// as: sim/week.go

package sim

import _ "golang.org/x/exp/rand" // want "only by sim/rng"
