package bench

import (
	"context"
	"time"

	"entangle/sim"
	"entangle/sim/kernel"
	"entangle/sim/session"
)

// Ratio compares the engine with the kernel, in nanoseconds of CPU time per
// company-week. Each pair is a round of the one and the round of the other that
// follows it.
type Ratio struct {
	Companies int    `json:"companies"`
	Weeks     int    `json:"weeks"`
	Rounds    int    `json:"rounds"`
	Engine    Spread `json:"engine_ns"`
	Kernel    Spread `json:"kernel_ns"`
	Pairs     Spread `json:"ratio"`
}

// measureRatio plays kernel and engine in turns, each for about a round's time.
// Starting a run is not counted on either side.
func measureRatio(ctx context.Context, sc *sim.Scenario, rounds int, round time.Duration) (Ratio, error) {
	yard := kernel.New(kernel.RefCompanies, kernel.RefDeals)
	game := session.New(sc)
	seed := uint64(0)
	a := func() (time.Duration, int) {
		seed++
		yard.Init(seed)
		from := cpuTime()
		for range kernel.RefWeeks {
			yard.Tick()
		}
		return cpuTime() - from, kernel.RefWeeks * kernel.RefCompanies
	}
	b := func() (time.Duration, int) {
		seed++
		game.Reset(seed)
		from := cpuTime()
		for !game.World.Over() {
			game.Advance(nil)
		}
		return cpuTime() - from, sc.Weeks() * sc.Companies()
	}
	a() // both are warm before the first round
	b()
	out := Ratio{Companies: sc.Companies(), Weeks: sc.Weeks(), Rounds: rounds}
	var engine, yards, pairs []float64
	for range rounds {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		y := repeat(round, a)
		e := repeat(round, b)
		yards, engine, pairs = append(yards, y), append(engine, e), append(pairs, e/y)
	}
	out.Engine, out.Kernel, out.Pairs = spreadOf(engine), spreadOf(yards), spreadOf(pairs)
	return out, nil
}

// repeat plays runs until they have taken some time, and returns nanoseconds
// per company-week.
func repeat(least time.Duration, run func() (took time.Duration, companyWeeks int)) float64 {
	var sum time.Duration
	units := 0
	for until := now() + 4*least; sum < least && now() < until || units == 0; {
		took, n := run()
		sum += took
		units += n
	}
	return float64(sum.Nanoseconds()) / float64(units)
}
