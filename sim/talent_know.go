package sim

import (
	"math"

	"entangle/sim/units"
)

const (
	// Of R researchers, one who leaves takes 8/R points of know-how if he is an old
	// hand, who knows why things are as they are, and 2/R as a newcomer. economics.md 7
	// says 2/R for all; but who loses all his people has lost about all they knew.
	oldKnows = 8.0
	newKnows = 2.0
	// A newcomer is worth so much of an old hand in research.
	newWorks = 0.6
	// How research answers more people and more compute (economics.md 5 has 0.10 for
	// both), and how much harder a point is to find for each point found.
	teamPower    = 0.7
	computePower = 0.10
	harder       = 0.07
	// redTape is what research loses to a full 100 points of bureaucracy beyond 27.
	redTape = 0.6
	// How fast a company learns from the best: with the root of its people, and a
	// little faster where each has more compute.
	absorbTeam  = 0.5
	absorbPower = 0.2
	// It takes newcomers to do things in another way: without any, a company takes up a
	// quarter of what others publish, and finds out three quarters of what it could;
	// fresh teams find more (from memory: studies of teams that write papers).
	closedMind = 0.25
	freshEyes  = 0.25
)

// takeAlong is the know-how that leavers take away from a company.
func (w *World) takeAlong(c CompanyID, old, fresh int64, heads float64) float64 {
	if !on(w.sc.setup.Switches.KnowHow) || old+fresh == 0 || !w.companies[c].makesModels() {
		return 0
	}
	points := (float64(oldKnows*float64(old)) + float64(newKnows*float64(fresh))) / heads
	w.moveKnow(c, 0, points)
	return points
}

// makesModels tells whether a company has a model on offer or works on one: only
// there know-how is found and lost.
func (co *Company) makesModels() bool {
	return -int64(math.Float64bits(co.Quality))|-int64(co.Research) < 0 // either is above 0
}

// passOn gives what leavers took away to those who hired them: pro rata, for
// nobody's people come back to himself.
func (w *World) passOn(all int64, matched float64) {
	seats := w.room.seats
	sum := 0.0 // of what each lost, over the share of the others in the hires
	for c := range seats {
		if rest := all - seats[c].hired; rest > 0 { // most lost nothing, and nobody could guess who did
			sum += seats[c].carried / float64(rest)
		}
	}
	for c := range seats {
		s, mine := &seats[c], 0.0
		if c == 0 || s.hired == 0 {
			continue
		}
		if rest := all - s.hired; rest > 0 {
			mine = s.carried / float64(rest)
		}
		w.moveKnow(0, CompanyID(c), float64(float64(matched*float64(s.hired))*max(sum-mine, 0)))
	}
}

// takeIn lets a company's people take in what newcomers brought.
func (w *World) takeIn(c CompanyID) {
	co, m := &w.companies[c], &w.teams[c]
	taken := float64(co.Absorb * (review / absorbWeeks))
	co.Absorb, co.Know, m.Taken = co.Absorb-taken, co.Know+taken, m.Taken+taken
}

// learnOn lets the people of a company that makes models find out more in a quarter, and
// learn from what the best publish and sell.
func (w *World) learnOn(c CompanyID, best float64) {
	co, m, k, l := &w.companies[c], &w.teams[c], w.crew(c, TierResearchers), &w.labour
	if l.Pace == 0 || !co.makesModels() {
		return
	}
	people := float64(m.Edge * (float64(k.Old) + float64(newWorks*float64(k.New))))
	if people == 0 {
		return
	}
	compute := float64(w.labCompute(c))
	tape := atLeast(1-float64(redTape*w.researchDrag(c)), 0)
	many, mixed := nearLog(people/l.Team), k.freshness()
	ease := float64(teamPower*many) + float64(computePower*nearLog((compute+1)/l.Compute)) - float64(harder*(co.Know-l.Began))
	fresh := float64((1 - freshEyes) + float64(freshEyes*mixed))
	found := float64(float64(float64(l.Pace*reviewYears)*float64(tape*fresh)) * nearExp(ease))
	perHead := (compute + 1) / people / (l.Compute / l.Team)
	learns := within(nearExp(float64(absorbPower*nearLog(perHead))), 0.5, 1.5)
	learns = float64(learns * (closedMind + float64((1-closedMind)*mixed)))
	spilled := 0.0
	if behind := best - co.Know; behind > 0 {
		spilled = float64(float64(l.Spill*reviewYears) * float64(float64(learns*(1-co.Bureaucracy/100))*float64(atMost(nearExp(float64(absorbTeam*many)), 1)*behind)))
	}
	co.Know += found + spilled
	m.Learned += found
	m.Spilled += spilled
}

// freshness is how many newcomers a crew has: 1 where a quarter of the people came
// within a year, half as much again at most.
func (k *Crew) freshness() float64 {
	return atMost(float64(k.New)/(float64(0.25*float64(k.Heads()))+1), 1.5)
}

// codingShare is the part of the income of those who sell models that pays for
// agents who write software: economics.md 7, 10 of 50 billion dollars at the end of 2026.
const codingShare = 0.2

// agentsPerDollar is how much conventional work a dollar of agents replaces.
const agentsPerDollar = 5

// codingRevenue is what customers pay for agents who write software, dollars a
// year.
func (w *World) codingRevenue() (sum float64) {
	if w.sc.coding != 0 {
		return w.agentSales()
	}
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		for i := 0; co.Quality > 0 && i < len(co.Sales); i++ {
			sum += float64(co.Sales[i])
		}
	}
	return float64(sum * (codingShare * weeksAYear / month))
}

// softwareNeed is how many conventional software staff a company's work takes: of
// what it took without agents, half can be left to them.
func (w *World) softwareNeed(c CompanyID) float64 {
	return float64(float64(w.teams[c].Need*w.workload(c)) * (1 - float64(0.5*w.labour.Agents)))
}

// workload is a company's conventional work over that of the start, as its income says.
func (w *World) workload(c CompanyID) float64 {
	f, load := &w.finances[c], w.labour.Load
	if f.Start <= 0 || load == 0 {
		return 1
	}
	now, _ := f.run()
	return nearExp(float64(load * nearLog(within(now/f.Start, leastLoad, mostLoad))))
}

// Bounds of the income over that of the start that work follows: what was built has to be
// kept running, and nobody takes in thousands before he has an office for them. By choice.
const (
	leastLoad = 0.5
	mostLoad  = 16.0
)

// softQuits is the share of conventional staff who go in a quarter, whatever they
// are paid: about an eighth a year.
const softQuits = 0.03

// engageAgents lets agents do as much of the work as customers pay for.
func (w *World) engageAgents() {
	l := &w.labour
	if l.Agents = 0; l.Bill > 0 && on(w.sc.setup.Switches.Agents) {
		l.Agents = min(float64(agentsPerDollar*w.codingRevenue())/l.Bill, 1)
	}
}

// staffSoftware lets conventional staff come and go: companies replace who leaves as
// far as the work asks, out of those elsewhere.
func (w *World) staffSoftware() {
	l := &w.labour
	if l.First[TierSoftware] == 0 || !on(w.sc.setup.Switches.TalentMarket) {
		return
	}
	rest := w.crew(0, TierSoftware)
	rest.Old += l.Pool[TierSoftware] // who was laid off finds something elsewhere
	l.Pool[TierSoftware] = 0
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		k := w.crew(c, TierSoftware)
		if k.Heads() == 0 && w.teams[c].Need == 0 {
			continue
		}
		draw := w.stream(streamQuits, w.sc.companies[c].key+1+uint64(TierSoftware))
		gone := min(broken(float64(softQuits*float64(k.Old)), &draw), k.Old)
		k.Old, k.Quits, k.OldQuits, rest.Old = k.Old-gone, k.Quits+gone, k.OldQuits+gone, rest.Old+gone
		k.Target = w.softwareNeed(c)
		short := k.Target - float64(k.Heads())
		came := min(units.Whole(short-0.5, maxExact), gone+1+units.Whole(float64(short*(review/fillWeeks)), maxExact), rest.Old)
		if w.companies[c].Policy.Growth < 0 {
			came = 0
		}
		k.Old, k.Hires, rest.Old = k.Old+came, k.Hires+came, rest.Old-came
	}
}
