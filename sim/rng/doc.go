// Package rng gives every random event of a week a stream of its own.
//
// A stream is named by four things: the run's seed, the week, what the draw is
// for (a StreamID, declared by the caller) and whom it concerns (a subject: an
// owner and the owner's own ordinal, never an index into a slice). Nothing is
// carried from one draw to the next, so an extra draw in one place shifts
// nothing elsewhere, two runs that differ in one decision stay on common random
// numbers, and a save needs only seed and week.
//
//	key := rng.At(seed, week)            // once a week
//	s := key.Stream(slipStream, site)    // about 5 ns to the first draw
//	if s.Float64() < chance { ... }
//
// Start with key.go, then stream.go for the draws and subject.go for names. The
// generator is PCG XSL RR 128/64 from golang.org/x/exp/rand, whose version the
// module file pins; no other package imports it. The mixing, the draws and so
// every published run are pinned by golden values in the tests: changing them
// is a new major version of all results.
package rng
