package sim

import (
	"math"

	"entangle/sim/units"
)

const (
	starPoints = 0.10 // index points that a star with a team of starTeam holds (economics.md 7)
	starTeam   = 20
	longServed = 208 // weeks with the employer where the scenario is silent
	usualTaste = 5
)

// loadPeople fills the rows of named people and of those who employ them.
func (w *World) loadPeople() {
	clear(w.people)
	clear(w.rosters)
	w.stars = StarMarket{}
	s := &w.sc.setup
	if len(s.People) == 0 {
		return
	}
	level, sum := w.figure(&s.Stars.MarketPay), 0.0
	w.stars.Level, w.stars.AtStart = level, level
	for i := range s.People {
		w.loadPerson(&w.people[i+1], &s.People[i], &w.sc.people[i+1])
		sum += w.people[i+1].Know
	}
	for i := 1; i < len(w.people); i++ {
		p := &w.people[i]
		p.Rank = float64(p.Know*float64(len(w.people)-1)) / sum
		if p.Employer == 0 {
			p.Pay = usd(units.Whole(float64(level*p.Rank), maxStarPay))
		} else {
			w.rosters[p.Employer].Stars++
			w.rosters[p.Employer].Bill += p.weekly()
		}
	}
}

func (w *World) loadPerson(p *Person, in *PersonSetup, info *personInfo) {
	employer, team := info.employer, w.whole(&in.Team)
	*p = Person{Employer: employer, Home: info.home, Team: int32(team), Pay: usd(w.whole(&in.Pay)),
		Know: float64(starPoints * math.Sqrt(float64(team)/starTeam))}
	for i, taste := range [...]Figure{in.Compute, in.Mission, in.Money, in.Power} {
		if p.Tastes[i] = 1; taste.Given {
			p.Tastes[i] = w.figure(&taste) / usualTaste
		}
	}
	if employer == 0 {
		return
	}
	since := int64(longServed)
	if in.Since.Given {
		since = w.whole(&in.Since)
	}
	p.Since = w.Date().AddWeeks(-int(since))
	if vest := w.whole(&in.Vest); vest > 0 {
		p.Vest = w.Date().AddWeeks(int(vest))
	}
}

// maxStarPay keeps pay inside what money can count.
const maxStarPay = 10_000_000_000

// weekly is what a person's pay comes to in a week, at least a dollar.
func (p *Person) weekly() units.USD { return weekOf(p.Pay) }

// weekOf is a week's part of a yearly pay, at least a dollar: four years are 1,461
// days.
func weekOf(yearly units.USD) units.USD { return max(1, yearly*28/1461) }
