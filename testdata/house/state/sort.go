// as: sim/week.go

package sim

import "slices"

var kinds = []int32{2, 1}

func ordered() {
	slices.Sort(kinds) // want "handed to Sort"
}
