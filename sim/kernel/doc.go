// Package kernel is the yardstick: a small, frozen simulation whose only use is
// to be timed beside the engine. How fast the engine is, is quoted as a ratio of
// CPU times, engine to kernel, measured turn by turn in one process: a ratio
// survives a busy or a slow machine, nanoseconds do not. It stays a yardstick
// only while nobody improves it, so it is frozen: the tests pin digests of its
// state, and its numbers, its order of operations and its data layout are not to
// be changed, not even to mend something. It imports nothing of the engine, and
// no simulating package imports it.
//
// Its mechanics were chosen for what they cost, not for what they say. In one
// week each company
//
//   - takes in chips of 4 families from an 8-week ring of deliveries, powers
//     them from 6 sites in 4 regions, pays energy and wages
//   - keeps or loses staff of 4 grades, does research, gains or loses reputation
//     (2 normal draws), trains 2 models
//   - sells in 4 segments by logit shares (4 exp), buys chips in 4 markets
//     cleared by 16 bisections each, hires from 4 pools
//   - settles about 4 deals, some of which end and look for a new partner among
//     all companies, then its books
//   - scores 30 actions on 12 features with noise and a cooldown, and takes the
//     best (15 draws of 64 bits)
//
// which is about 1,600 floating-point operations on some 300 numbers, in 17 KB
// for 16 companies. It allocates nothing after New.
//
// The reference run is 16 companies, 64 deals, 104 weeks. The goals: with
// everything in, the engine may take up to three times the kernel's CPU time per
// company-week; twice is what we aim for, one and a half is excellent.
//
// Start with week.go, the list of phases; state.go has the rows, model.go the
// numbers. Products are guarded against fusing as in the engine, so the digests
// hold on every architecture.
package kernel
