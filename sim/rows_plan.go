package sim

import "entangle/sim/units"

// Area is a field of decisions with a strategy and a memory of its own.
type Area uint8

// The areas, in the order in which the built-in leadership looks at them.
const (
	AreaSilicon Area = iota
	AreaPower
	AreaBuild
	AreaPlace
	AreaLet
	AreaRent
	AreaChips
	AreaPrice
	AreaRation
	AreaPort
	AreaTalent
	AreaStars
	AreaCapital
	AreaVentures
	AreaModels
	AreaRelease
	AreaOrganise
	AreaEvents
	AreaSupply
	AreaBook
	AreaCount
)

// Level is a number that an area remembers: few have one.
type Level uint8

// The levels.
const (
	LevelPower Level = iota
	LevelLet
	LevelStars
	LevelOrganise
	LevelCount
)

// Plan is all that a strategy may remember from week to week. Step stores it;
// what it means is the strategy's business.
type Plan struct {
	Wake  units.Date            // when somebody wants to look again: the first of Next
	Next  [AreaCount]units.Date // when the area wants to look again
	Level [LevelCount]int64
	Quiet uint32 // areas whose last look brought no order, a bit each
}
