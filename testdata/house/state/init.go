// as: sim/week.go

package sim

func init() { // want "no init function"
}
