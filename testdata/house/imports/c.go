// as: sim/detmath/exp.go

package detmath

import "C" // want "may not import C"
