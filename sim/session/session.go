package session

import (
	"entangle/sim"
	"entangle/sim/policy"
)

// Observer sees the world at the start and after each week.
type Observer interface {
	Observe(w *sim.World)
}

// Session is a game in progress. It belongs to one goroutine.
type Session struct {
	World     *sim.World
	policies  []policy.Policy  // by company, nil: played by somebody else
	sleepers  []policy.Sleeper // the same, nil: decides every week
	restless  sim.CompanySet   // those that may decide while they rest
	observers []Observer
	turns     []policy.Turn
	orders    []sim.Order
	plans     []sim.Planned
}

// New makes a session in which the built-in strategy plays every company. It
// stands at no date until Reset.
func New(sc *sim.Scenario) *Session {
	n := sc.Companies() + 1
	s := &Session{World: sim.New(sc), policies: make([]policy.Policy, n), sleepers: make([]policy.Sleeper, n), turns: policy.Turns(n),
		orders: make([]sim.Order, 0, 16*n), plans: make([]sim.Planned, 0, n)}
	for c := 1; c < n; c++ {
		s.Play(sim.CompanyID(c), policy.Builtin{})
	}
	return s
}

// Play hands a company to p; nil takes its strategy away, so that only its
// standing policies and the orders given to Advance act for it.
func (s *Session) Play(c sim.CompanyID, p policy.Policy) {
	s.policies[c] = p
	s.sleepers[c], _ = p.(policy.Sleeper)
	s.restless = sim.CompanySet{}
	for id := 1; id < len(s.policies); id++ {
		if _, rests := s.policies[id].(policy.Rester); !rests {
			s.restless = s.restless.With(sim.CompanyID(id))
		}
	}
}

// Watch adds an observer.
func (s *Session) Watch(o Observer) { s.observers = append(s.observers, o) }

// Reset starts the game anew and shows the start to the observers.
func (s *Session) Reset(seed uint64) {
	s.World.Reset(seed)
	s.show()
}

// Advance plays a week: all companies look at the same world and decide, then
// the world takes their orders and those given here.
func (s *Session) Advance(player []sim.Order) {
	s.orders, s.plans = append(s.orders[:0], player...), s.plans[:0]
	set := s.World.Restless(s.restless)
	for c := set.Next(); c != 0; c = set.Next() {
		if s.policies[c] == nil {
			s.deputise(c)
			continue
		}
		if s.sleepers[c] != nil && s.sleepers[c].Sleeps(s.World.View(c)) {
			continue
		}
		s.plans = s.World.AddPlan(s.plans, c)
		s.orders = s.turns[c].Ask(s.policies[c], s.World.View(c), &s.plans[len(s.plans)-1].Plan, s.orders)
	}
	s.World.Step(sim.Input{Orders: s.orders, Plans: s.plans})
	s.show()
}

// deputise has the deputies of a company without a strategy act for it.
func (s *Session) deputise(c sim.CompanyID) {
	if !s.World.Deputies(c) || (policy.Deputy{}).Sleeps(s.World.View(c)) {
		return
	}
	s.plans = s.World.AddPlan(s.plans, c)
	s.orders = s.turns[c].Ask(policy.Deputy{}, s.World.View(c), &s.plans[len(s.plans)-1].Plan, s.orders)
}

// Orders returns all orders of the last week; valid until the next Advance.
func (s *Session) Orders() []sim.Order { return s.orders }

// Plans returns the plans that changed in the last week; valid until the next
// Advance. Orders and plans together are all that a replay needs.
func (s *Session) Plans() []sim.Planned { return s.plans }

func (s *Session) show() {
	for _, o := range s.observers {
		o.Observe(s.World)
	}
}
