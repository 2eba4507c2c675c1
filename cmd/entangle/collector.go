package main

import "runtime/debug"

// frugal has the collector keep the heap within a fifth more than what lives in it,
// until the function it returns is called: what a study holds grows to tens of
// megabytes once, and hardly any garbage is made after that.
func frugal() (back func()) {
	before := debug.SetGCPercent(20)
	return func() { debug.SetGCPercent(before) }
}

// lavish has the collector wait for tens of megabytes, until the function it returns
// is called: reading the largest scenario makes less than that, and then is done.
func lavish() (back func()) {
	before := debug.SetGCPercent(1000)
	return func() { debug.SetGCPercent(before) }
}
