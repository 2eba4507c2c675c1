package sim

import "entangle/sim/units"

// Person is somebody whom companies court by name.
type Person struct {
	Employer CompanyID // 0: free
	Last     CompanyID // the one before, 0 none
	Since    units.Date
	Pay      units.USD   // a year
	Vest     units.Date  // until which leaving forfeits shares; 0: nothing to forfeit
	Home     RegionID    // of the companies that he works for, 0: those that name none
	Team     int32       // who work with him
	Know     float64     // know-how that goes with him, in index points
	Rank     float64     // his know-how over that of the mean star
	Tastes   [4]float64  // what compute, mission, money and power count with him; 1 is usual
	Pledge   units.H100e // of compute per head of the team, promised by the employer
	Mandate  units.PPM   // of the employer's research, that he decides on
	Lever    units.Date  // since when he threatens to leave; 0: he does not
	Broken   bool        // he knows that the pledge is broken
	Answer   units.Date  // when he answers those who court him; 0: nobody does
	Suits    [suitsPerPerson]Suit
}

// suitsPerPerson is how many companies can court a person at a time.
const suitsPerPerson = 4

// Suit is what a company offers a person.
type Suit struct {
	By      CompanyID // 0: the row is free
	Buyout  bool      // pays what leaving forfeits
	Heard   bool      // the employer knows of it
	Heads   int16     // of the team, that come along; 0: those who follow by themselves
	Pay     units.USD // a year
	Package units.USD // paid at once to leader and team
	Pledge  units.H100e
	Mandate units.PPM
}

// SeveralPeople stands for more than one person.
const SeveralPeople PersonID = -1

// Roster is what a company has in named people.
type Roster struct {
	Stars   int16
	Alarm   int32       // week in which it last heard that somebody may leave, or has answered, and 1
	Heard   PersonID    // of whom, SeveralPeople of more than one
	Pledged units.H100e // promised to stars and their teams
	Given   units.PPM   // of research, that stars decide on
	Bill    units.USD   // a week
	Owed    units.USD   // since the last payday, up to the beginning of the week Counted
	Counted int32
	Lesson  float64   // how well it is known that threats pay here, 0 to 1
	Grudge  float64   // what outsiders' pay and mandates took from morale, fading
	Gained  int64     // people who came with stars, since the start
	Lost    int64     // people who left with them
	Shaken  int16     // teams taken from it since the start
	Bonuses units.USD // paid at once since the start

	Hiring   units.Date // since when it has hired those of Hired, see countHire
	Hired    int16
	Promised units.USD // to them, a year
}

// StarMarket is the market of named people. It rests where the scenario names none.
type StarMarket struct {
	Level   float64 // pay a year of a star of middling know-how, as recent signings show it
	AtStart float64
	Signed  int32             // moves and retentions since the start
	Wake    int32             // first week in which somebody answers; 0: look now
	Known   int8              // of Places
	Places  [mostPlaces]place // that are worth most, as stars saw them when they last looked around
}
