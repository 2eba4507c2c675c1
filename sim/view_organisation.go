package sim

import "entangle/sim/units"

// Organises tells whether organisations change in this scenario.
func (v View) Organises() bool { return v.w.orgs[v.who].Form != FormNone }

// Organisation is the company's own.
func (v View) Organisation() Org { return v.w.orgs[v.who] }

// OwnOrganisation is Organisation where it stands; read only.
func (v View) OwnOrganisation() *Org { return &v.w.orgs[v.who] }

// Settles tells whether a reorganisation of the company is still under way.
func (v View) Settles() bool { return v.w.orgs[v.who].Calm != 0 }

// Norm is the bureaucracy to which the company would tend in a form, as of the last
// look at organisations, deputies apart.
func (v View) Norm(f Form) float64 {
	o := &v.w.orgs[v.who]
	return max(0, o.Norm+formSpecs[f].shift-o.Shift)
}

// SpanIn is the attention that a form would bring or take.
func (v View) SpanIn(f Form) int64 { return formSpan(f, v.w.companies[v.who].span()) }

// Felt is the bureaucracy beyond its own that the house, and less than that that
// research, would feel in a form, at a bureaucracy.
func (v View) Felt(f Form, bureaucracy float64) (house, research float64) {
	return bureaucracy + formSpecs[f].after, max(0, float64(formSpecs[f].felt*bureaucracy)-formSpecs[f].apart)
}

// delegated tells which areas have a deputy who has not given his orders of the week,
// a bit per Group, and which have one.
func (o *Org) delegated() (free, all uint8) {
	a := &o.Acted
	if a[1]|a[2]|a[3]|a[4]|a[5]|a[6] == 0 { // mostly: all at once, not byte by byte
		return o.Deputies, o.Deputies
	}
	return o.idle(), o.Deputies
}

// idle is the areas whose deputies can still give an order this week.
func (o *Org) idle() uint8 {
	free := o.Deputies
	for g := range o.Acted {
		if o.Acted[g] >= deputyOrders {
			free &^= 1 << g
		}
	}
	return free
}

// OfficeOf is the area of an order whose form is right as a bit, as in Pace; none if
// no deputy may give it.
func (v View) OfficeOf(o *Order) uint8 { return v.w.sc.deskOf(o).office }

// Brief is how bold the deputy of an area is to be.
func (v View) Brief(area Group) units.PPM { return v.w.orgs[v.who].Brief[area] }

// Rival is the company whose model customers rank first, or the next if that is the
// company's own; 0 where nobody keeps such a list.
func (v View) Rival() CompanyID {
	if v.w.head.Leader == v.who {
		return v.w.head.Second
	}
	return v.w.head.Leader
}

// Knows tells whether the company finds out about another's matter, or could not
// learn more.
func (v View) Knows(peer CompanyID, about Subject) bool {
	return !on(v.w.sc.setup.Switches.Fog) || v.w.hasFile(v.who, peer, about)
}

// Deputies tells whether a company has delegated anything.
func (w *World) Deputies(c CompanyID) bool { return w.orgs[c].Deputies != 0 }

// Organisation returns a copy of a company's organisation.
func (w *World) Organisation(c CompanyID) Org { return w.orgs[c] }

// DeputyDelays tells whether one more deputy would make orders of the line wait
// another week.
func (v View) DeputyDelays() bool {
	b := v.w.companies[v.who].Bureaucracy
	return weeksOfDelay(b+v.w.params.DeputyPoints) > weeksOfDelay(b)
}
