// as: sim/scenario/decode.go

package scenario

import l "log"

func stop(err error) {
	l.Fatalf("broken: %v", err) // want "l.Fatalf is for cmd"
}
