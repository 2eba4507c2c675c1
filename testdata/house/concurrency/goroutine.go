// as: sim/week.go

package sim

func start(f func()) {
	go f() // want "goroutine"
}
