package bench

import (
	"runtime"

	"entangle/sim"
	"entangle/sim/session"
)

// Steady is what a company-week comes to, on average over some runs, and what
// the steady state allocates, that is every week after the eighth.
type Steady struct {
	Orders      float64 `json:"orders"`
	Refused     float64 `json:"refused"`
	Draws       float64 `json:"draws"`
	Postings    float64 `json:"postings"`
	Allocations float64 `json:"allocations"`
	Bytes       float64 `json:"bytes_allocated"`
}

// warmWeeks come before the steady state.
const warmWeeks = 8

func measureSteady(sc *sim.Scenario, runs int) Steady {
	game := session.New(sc)
	var head sim.Head
	var mallocs, bytes uint64
	for seed := range uint64(runs) {
		game.Reset(seed)
		for range min(warmWeeks, sc.Weeks()) {
			game.Advance(nil)
		}
		n, b := allocated(func() {
			for !game.World.Over() {
				game.Advance(nil)
			}
		})
		mallocs, bytes = mallocs+n, bytes+b
		h := game.World.Head()
		head.Orders += h.Orders
		head.Refused += h.Refused
		head.Draws += h.Draws
		head.Postings += h.Postings
	}
	all := float64(runs * sc.Companies() * sc.Weeks())
	late := float64(runs * sc.Companies() * max(sc.Weeks()-warmWeeks, 1))
	return Steady{float64(head.Orders) / all, float64(head.Refused) / all, float64(head.Draws) / all,
		float64(head.Postings) / all, float64(mallocs) / late, float64(bytes) / late}
}

// allocated counts what the whole process allocates while f runs.
func allocated(f func()) (mallocs, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}
