// Package bench measures how fast the engine is, beside the yardstick of
// package kernel. Start with bench.go: Measure takes all measurements and
// returns a Report, which text.go writes as a table.
//
// What is measured:
//
//   - ratio.go: CPU time per company-week of session.Session.Advance, without
//     hash or audit, in turns with the kernel in one process
//   - phases.go: the time of each phase, by reading a clock between phases
//   - steady.go: allocations, and what the world counts, per company-week
//   - sizes.go: clone, hash and reset of a world, and its bytes
//   - scaling.go: how CPU time grows with companies and with weeks
//
// The world it plays is made by world.go from a pack: the pack's companies,
// many times over, sharing its chip families and customers. Nanoseconds differ
// between machines and from minute to minute; quote the ratios.
package bench
