// as: sim/detmath/exp.go

package detmath

import _ "unsafe"

//go:linkname clock runtime.nanotime  want "linkname"
func clock() int64 { return 0 }
