// Package policy holds the built-in strategies: what a company that nobody plays
// decides. Start with builtin.go, which asks one area after the other; each area
// is a file: build.go, power.go and chips.go for what is built and bought, let.go, rent.go
// and market.go for what is let and sold, talent.go, stars.go and campaign.go for people, models.go,
// release.go and ventures.go for what is made, capital.go for money, organise.go for the
// house itself, meet.go for events from outside. deputy.go decides the same way for the areas that a player delegates.
//
// A strategy sees a sim.View, writes orders, and remembers only what it puts into
// the Plan of its turn. It names no company: what makes two companies act
// differently is where they stand and their temperament.
package policy
