package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// Turn is what a strategy answers in a week. Decide finds the company's plan in
// it and leaves there what it wants to remember; Orders comes empty.
type Turn struct {
	Orders []sim.Order
	Plan   sim.Plan

	mind mind // room for Decide to work in, so that a week allocates nothing
}

// Policy decides for a company.
type Policy interface {
	Decide(v sim.View, out *Turn)
}

// Builtin is the strategy of companies that nobody plays.
type Builtin struct{}

// area is one field of decisions: how many weeks it rests after it has looked,
// and what it does. It acts only in weeks that the plan names.
type area struct {
	id    sim.Area
	rests func(t *mind) int
	act   func(t *mind)
}

var areas = [...]area{
	{sim.AreaPlace, func(*mind) int { return 2 }, placeIdle},
	{sim.AreaChips, func(m *mind) int { return 2 + int32Of(m.patience)/3 }, buyChips},
	{sim.AreaRent, func(*mind) int { return 1 }, rentMore},
	{sim.AreaLet, func(m *mind) int { return 1 + int32Of(m.patience)/4 }, offerSpare},
	{sim.AreaPrice, func(*mind) int { return 6 }, setPolicies},
}

// mind is what a strategy has before it in one week.
type mind struct {
	sim.View
	own                           sim.Company
	risk, patience, hedge, thrift float64 // 0 to 10
	out                           *Turn
}

// Decide implements Policy.
func (Builtin) Decide(v sim.View, out *Turn) {
	due := false
	for i := range areas {
		due = due || out.Plan.Next[areas[i].id] <= v.Date()
	}
	if !due {
		return
	}
	m := &out.mind
	*m = mind{View: v, own: v.Own(), out: out}
	m.risk, m.patience, m.hedge, m.thrift = v.Temperament()
	for i := range areas {
		a := areas[i]
		if out.Plan.Next[a.id] > v.Date() {
			continue
		}
		out.Plan.Next[a.id] = v.Date().AddWeeks(a.rests(m))
		a.act(m)
	}
}

// order gives an order if it would pass, and tells whether it did.
func (m *mind) order(o sim.Order) bool {
	o.By = m.Who()
	if !m.Check(o).Allowed() {
		return false
	}
	m.out.Orders = append(m.out.Orders, o)
	return true
}

// spare is the money that may be committed: cash above the floor, less what is
// already owed on delivery.
func (m *mind) spare() units.USD {
	return max(0, m.own.Cash-m.own.Policy.CashFloor-m.own.ToPay)
}

// room is the compute the company has for its own customers.
func (m *mind) room() units.H100e { return m.own.Own - m.own.Let + m.own.Rented }

// int32Of is the whole part of a temperament.
func int32Of(x float64) int { return int(units.FromFloat(x-0.5, 0, 10)) }

// lean maps a temperament of 0 to 10 onto lo to hi.
func lean(x, lo, hi float64) float64 { return lo + float64((hi-lo)*x)/10 }

// ppm makes a share of a factor such as 1.05.
func ppm(x float64) units.PPM {
	return units.PPM(units.FromFloat(float64(x*float64(units.One)), 0, 10*int64(units.One)))
}
