package experiment

import (
	"fmt"
	"slices"

	"entangle/sim"
	"entangle/sim/policy"
	"entangle/sim/session"
)

// Player seats whoever plays an arm: it may hand companies of the session to
// other policies, and may return a script. It is called once for each worker,
// so what it makes belongs to one goroutine.
type Player func(s *session.Session) (Script, error)

// Script gives the orders of a week, on top of those of the strategies, each in
// the name of its By. It is asked before each week; at Tick 0 it begins afresh.
// What it returns must hold until it is asked again.
type Script func(w *sim.World) []sim.Order

// All seats several players. At most one of them may have a script.
func All(players ...Player) Player {
	return func(s *session.Session) (script Script, err error) {
		for _, p := range players {
			more, err := p(s)
			if err != nil {
				return nil, err
			}
			if more != nil && script != nil {
				return nil, fmt.Errorf("two scripts in one arm: give all orders in one of them")
			}
			if more != nil {
				script = more
			}
		}
		return script, nil
	}
}

// Led has a policy lead a company. make is called once for each worker; nil
// instead of a policy leaves the company to its standing policies.
func Led(company string, make func() policy.Policy) Player {
	return func(s *session.Session) (Script, error) {
		id, hint := s.World.Scenario().Find(sim.OfCompany, company)
		if id == 0 {
			return nil, fmt.Errorf("no company %q in the scenario; %s", company, hint)
		}
		s.Play(sim.CompanyID(id), make())
		return nil, nil
	}
}

// Only lets a company's built-in strategy give orders of some kinds, and none of
// the others.
func Only(company string, kinds ...sim.OrderKind) Player {
	return Led(company, func() policy.Policy { return only(kinds) })
}

type only []sim.OrderKind

// Decide implements policy.Policy.
func (k only) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	out.Orders = slices.DeleteFunc(out.Orders, func(o sim.Order) bool { return !slices.Contains(k, o.Kind) })
}

// Told takes a company's strategy away and gives it the orders of a script,
// which start makes for each worker; the script need not fill in By.
func Told(company string, start func(sc *sim.Scenario) Script) Player {
	return func(s *session.Session) (Script, error) {
		if _, err := Led(company, func() policy.Policy { return nil })(s); err != nil {
			return nil, err
		}
		id, _ := s.World.Scenario().Find(sim.OfCompany, company)
		script := start(s.World.Scenario())
		return func(w *sim.World) []sim.Order {
			orders := script(w)
			for i := range orders {
				orders[i].By = sim.CompanyID(id)
			}
			return orders
		}, nil
	}
}

// Following takes the strategy of a file's company away and gives it the orders
// of the file, week by week, whatever the seed.
func Following(f *session.OrderFile) Player {
	return func(s *session.Session) (Script, error) {
		s.Play(f.Company, nil)
		next, week := 0, []sim.Order(nil)
		return func(w *sim.World) []sim.Order {
			if w.Head().Tick == 0 {
				next = 0
			}
			week = week[:0]
			for end := w.Date().AddWeeks(1); next < len(f.Lines) && f.Lines[next].Date < end; next++ {
				week = append(week, f.Lines[next].Order)
			}
			return week
		}, nil
	}
}
