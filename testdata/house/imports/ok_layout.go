// as: sim/layout.go

package sim

import (
	_ "math/bits"
	_ "reflect"
	_ "unsafe"
)
