package sim

import "entangle/sim/units"

// Venture is a programme for a business: a device without a screen, software by
// agents, a marketplace of models. How good it is was drawn at the start; its owner
// sees that through trials, each better than the last.
type Venture struct {
	Stage     VentureStage
	Shown     units.Date // to the public; 0: not yet
	Report    bool       // a stage was finished since the last decision
	Forms     uint8      // how often it was begun anew
	Left      float64    // weeks of work in the stage
	Cost      units.USD  // of all stages
	Spent     units.USD
	Weeks     [ventureWork]float64
	Crew      int32      // engineers that it takes
	Engineers int32      // at work
	Gate      units.Date // last decision or report
	Bar       float64    // merit from which it works
	Merit     float64    // how good it is, in standard deviations of such things
	Mean      float64    // what its owner thinks of its merit
	Sigma     float64    // give or take
	Reach     float64    // appeal where it just works, log units
	Hype      float64    // that a show brings
	Buzz      float64    // of it, left
	Price     units.Price
	Returns   units.PPM
	Widens    float64 // log a year
	Works     bool    // customers like it
	Base      float64 // appeal that it came out with
	Hosts     int32   // models that it could host then
	Gain      float64 // what it adds to its owner's reach now
}

// VentureKind says what a programme is for.
type VentureKind uint8

// The kinds of programme.
const (
	ChipProgram VentureKind = iota // a chip family: see Program
	Device
	Agents
	Marketplace
)

// ventureKinds are the kinds as scenarios spell them.
var ventureKinds = [...]string{"chip", "device", "agents", "marketplace"}

// VentureStage is how far a business programme has come.
type VentureStage uint8

// The stages. In those called built and tried it waits for a decision.
const (
	VentureIdle    VentureStage = iota // not begun
	VentureDevelop                     // until there is something to show
	VentureBuilt
	VentureTrial // a quiet trial
	VentureTried
	VentureLaunch // until the first customers
	VentureLive
	VentureFailed
	VentureStopped
)

const ventureWork = 3 // stages in which people work

// workIn is the place in Weeks of a stage in which people work, below 0 for others.
func (s VentureStage) workIn() int {
	switch s {
	case VentureDevelop:
		return 0
	case VentureTrial:
		return 1
	case VentureLaunch:
		return 2
	}
	return -1
}

// done counts the stages that are over; none of one that was stopped.
func (s VentureStage) done() float64 {
	switch s {
	case VentureBuilt, VentureTrial:
		return 1
	case VentureTried, VentureLaunch:
		return 2
	case VentureLive, VentureFailed:
		return 3
	}
	return 0
}

// open begins to sell something at a price.
func (p *Product) open(price units.Price) {
	p.Price, p.Cost, p.Keeps, p.Thirst = price, 1, 1, 1
}

// weekly is what a week of work on it costs.
func (v *Venture) weekly() units.USD {
	return usd(units.Whole(float64(v.Cost)/(v.Weeks[0]+v.Weeks[1]+v.Weeks[2]), maxExact))
}

// campaign is what a public show costs: a twentieth of all that it costs.
func (v *Venture) campaign() units.USD { return v.Cost / 20 }
