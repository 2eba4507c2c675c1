// Package experiment plays a scenario many times and counts what came out.
// Start with run.go: Run deals the runs out to workers in chunks and merges the
// chunks in their order.
//
// Run i of an experiment has the seed rng.Run(experiment's seed, i); playing
// that seed alone gives the same run. What is kept of a run:
//
//   - outcomes.go: a Row with the final figures of the standings, revenue being
//     that of the year, handed to the
//     caller in the order of runs and then forgotten
//   - series.go: for each metric of each entity in each calendar month one number,
//     counted in a Histogram (histogram.go)
//
// So memory does not grow with the number of runs. All results are the same for
// any number of workers: counts are integers, rows go by run. An experiment that
// is cancelled, or fails, has merged the runs 0 to n-1 for some n, and these
// exactly.
//
// study.go plays variants of a scenario on common seeds and compares them pair by
// pair: outcome*.go is what it looks at, player.go who may play, effect.go what
// comes out. switches.go, vital*.go and verdict.go make an ablation of it. crew.go
// deals the work out for both kinds of experiment.
//
// describe.go says which experiment it was, for those who find its files.
//
// Quantiles come from bins at most 1 percent wide and are within half a percent
// of the exact ones. The q-quantile of n numbers is the one of rank q*n, rounded
// up: the smallest bin up to which at least that many lie.
package experiment
