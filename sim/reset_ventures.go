package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// loadVentures fills the business programmes, and draws how good each of them is.
func (w *World) loadVentures(seed uint64) {
	clear(w.ventures)
	key := rng.At(seed, -1)
	for i := range w.sc.setup.Programs {
		s, info := &w.sc.setup.Programs[i], &w.sc.programs[i+1]
		if info.kind == ChipProgram {
			continue
		}
		if p := w.product(info.segment, info.owner); p.Price == 0 {
			p.open(0) // later
		}
		merit := key.Stream(streamVenture, info.key)
		w.head.Draws++
		w.ventures[i+1] = Venture{Cost: usd(w.whole(&s.Cost)), Crew: int32(w.whole(&s.Engineers)),
			Weeks: [ventureWork]float64{w.figure(&s.Develop), w.figure(&s.Trial), w.figure(&s.Launch)},
			Bar:   detmath.Quantile(1 - w.figure(&s.Odds)/float64(units.One)), Merit: merit.Normal(), Sigma: 1,
			Reach: w.figure(&s.Reach), Hype: w.figure(&s.Hype), Price: units.Price(w.whole(&s.Price)),
			Returns: units.PPM(w.whole(&s.Returns)), Widens: w.figure(&s.Widens)}
	}
}
