// as: sim/week.go

package sim

func idle() {
	select {} // want "select"
}
