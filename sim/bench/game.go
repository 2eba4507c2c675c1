package bench

import (
	"entangle/sim"
	"entangle/sim/policy"
)

// game is a session taken apart, so that its parts can be timed: everybody
// decides, then the world plays the week. TestGameIsASession holds it to
// session.Session.
type game struct {
	world    *sim.World
	strategy policy.Builtin
	turns    []policy.Turn
	orders   []sim.Order
	plans    []sim.Planned
	phases   []sim.Phase
}

func newGame(sc *sim.Scenario) *game {
	n := sc.Companies() + 1
	g := &game{world: sim.New(sc), turns: policy.Turns(n), plans: make([]sim.Planned, 0, n),
		orders: make([]sim.Order, 0, 16*n), phases: sim.Phases()}
	return g
}

// decide asks every strategy for its orders.
func (g *game) decide() {
	g.orders, g.plans = g.orders[:0], g.plans[:0]
	for c := 1; c < len(g.turns); c++ {
		id := sim.CompanyID(c)
		if g.strategy.Sleeps(g.world.View(id)) {
			continue
		}
		g.plans = g.world.AddPlan(g.plans, id)
		g.orders = g.turns[c].Ask(g.strategy, g.world.View(id), &g.plans[len(g.plans)-1].Plan, g.orders)
	}
}

// week plays a week and calls mark after each of its parts: the strategies, the
// opening of the week, each phase, its end.
func (g *game) week(mark func(part int)) {
	g.decide()
	mark(0)
	g.world.Begin(sim.Input{Orders: g.orders, Plans: g.plans})
	mark(1)
	for i := range g.phases {
		g.phases[i].Run(g.world)
		mark(2 + i)
	}
	g.world.Finish()
	mark(2 + len(g.phases))
}

// play plays a week as a session does, in one piece.
func (g *game) play() {
	g.decide()
	g.world.Step(sim.Input{Orders: g.orders, Plans: g.plans})
}

// parts names what week marks.
func (g *game) parts() []string {
	names := []string{"strategies", "begin"}
	for _, p := range g.phases {
		names = append(names, p.Name)
	}
	return append(names, "finish")
}
