// as: sim/rng/key.go

package rng

import (
	_ "fmt"

	_ "entangle/sim/detmath"

	_ "golang.org/x/exp/rand"
)
