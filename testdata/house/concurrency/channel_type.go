// as: sim/week.go

package sim

type inbox struct {
	orders chan int32 // want "no channel in"
}
