package bench

import (
	"time"

	"entangle/sim"
	"entangle/sim/session"
)

// Sizes is what handling a whole world costs.
type Sizes struct {
	Bytes   int     `json:"world_bytes"`
	CloneNs float64 `json:"clone_ns"`
	HashNs  float64 `json:"hash_ns"`
	ResetNs float64 `json:"reset_ns"`
}

// measureSizes looks at a world in the middle of a run.
func measureSizes(sc *sim.Scenario, least time.Duration) Sizes {
	game := session.New(sc)
	game.Reset(1)
	for range sc.Weeks() / 2 {
		game.Advance(nil)
	}
	w, copied := game.World, sim.New(sc)
	out := Sizes{Bytes: w.Size()}
	out.CloneNs = each(least, func() { copied.CopyFrom(w) })
	sum := uint64(0)
	out.HashNs = each(least, func() { sum += w.Hash().Sum() })
	out.ResetNs = each(least, func() { copied.Reset(sum) })
	return out
}

// each is the CPU time of one call in nanoseconds, the least of three tries.
func each(least time.Duration, call func()) float64 {
	call()
	best := 0.0
	for try := range 3 {
		n, from := 0, cpuTime()
		for until := now() + least/3; n == 0 || now() < until; n += 64 {
			for range 64 {
				call()
			}
		}
		if ns := float64((cpuTime() - from).Nanoseconds()) / float64(n); try == 0 || ns < best {
			best = ns
		}
	}
	return best
}
