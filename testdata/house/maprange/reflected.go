// as: sim/compile.go

package sim

import "reflect"

func keys(v reflect.Value) []reflect.Value {
	return v.MapKeys() // want "walk over a map"
}
