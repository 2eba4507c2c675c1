// Package policy holds the built-in strategies: what a company that nobody plays
// decides. Start with builtin.go, which asks one area after the other; each area
// is a file.
//
// A strategy sees a sim.View, writes orders, and remembers only what it puts into
// the Plan of its turn. It names no company: what makes two companies act
// differently is where they stand and their temperament.
package policy
