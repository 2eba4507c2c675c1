package policy

import (
	"math/bits"

	"entangle/sim"
	"entangle/sim/units"
)

// Policy decides for a company.
type Policy interface {
	Decide(v sim.View, out *Turn)
}

// Sleeper is a policy that has nothing to decide in some weeks.
type Sleeper interface {
	// Sleeps tells whether Decide would give no order and change no plan.
	Sleeps(v sim.View) bool
}

// Rester is one that sleeps whenever its company rests: see sim.View. A policy that embeds
// another has this from it, and is then not asked in such weeks.
type Rester interface {
	Sleeper
	Rests()
}

// Builtin is the strategy of companies that nobody plays.
type Builtin struct{}

// area is one field of decisions. It is looked at every so many meetings of the
// leadership; a policy set once then runs by itself until the next. Who has not the
// attention left for the least of its orders does not look.
type area struct {
	meetings int
	act      func(m *mind)
	least    sim.OrderKind // 0: it is looked at all the same
	rests    units.Date    // by how much longer at the longest it rests while it brings no order
	later    units.Date    // weeks until it comes up again when attention did not reach it
}

var areas = [sim.AreaCount]area{
	sim.AreaSilicon:  {4, decideSilicon, 0, 3, 4},
	sim.AreaPower:    {1, planPower, sim.OrderJoinQueue, 1, 3},
	sim.AreaBuild:    {buildMeetings, buildPower, sim.OrderBreakGround, 3, 3},
	sim.AreaPlace:    {1, placeIdle, sim.OrderPlaceFleet, 1, 4}, // what lies idle loses its worth
	sim.AreaLet:      {1, offerSpare, sim.OrderOpenFleet, 3, 4},
	sim.AreaRent:     {2, rentMore, sim.OrderRent, 2, 4},
	sim.AreaChips:    {chipMeetings, buyChips, sim.OrderChips, 3, 4},
	sim.AreaPrice:    {2, setPolicies, sim.OrderSetPolicy, 3, 5},
	sim.AreaRation:   {3, rationChips, 0, 3, 4},
	sim.AreaPort:     {6, portSoftware, sim.OrderPortStack, 3, 6},
	sim.AreaTalent:   {2, hirePeople, sim.OrderSetPolicy, 3, 5},
	sim.AreaStars:    {6, decideStars, sim.OrderRetain, 3, 5},
	sim.AreaCapital:  {4, financeGrowth, 0, 3, 4}, // with capital, by the month
	sim.AreaVentures: {1, decideVentures, 0, 3, 4},
	sim.AreaModels:   {4, makeModels, sim.OrderSteerRun, 3, 5},
	sim.AreaRelease:  {2, releaseModels, sim.OrderEnterBenchmark, 3, 4},
	sim.AreaOrganise: {4, organise, sim.OrderDelegate, 3, 6},
	sim.AreaEvents:   {1, meetEvents, 0, 3, 4},
	sim.AreaSupply:   {1, expandSupply, 0, 3, 4},
	sim.AreaBook:     {5, bookAhead, sim.OrderBook, 3, 4},
}

// weeksBetween is how often the leadership meets: the restless every three or four
// weeks, as builders do (economics 3), the patient by the quarter. What is in no
// hurry is on the table at every other meeting, or more rarely.
func (m *mind) weeksBetween() int { return max(3, 1+3*whole(m.Patience)/2) }

// mind is what a strategy has before it in one week.
type mind struct {
	sim.View
	own *sim.Company // read only
	sim.Temper
	out     *Turn
	pace    sim.Pace
	weeks   int        // between meetings
	seat    units.Date // see seat
	toPay   units.USD  // own.ToPay, and what the orders of this week will add
	left    int64      // attention not yet used this week
	late    bool       // there was none left for an order
	clogged bool       // one of its kind is still on its way through the house
	free    uint8      // areas whose deputy can give an order this week, a bit per Group
	some    uint8      // areas that have a deputy
	gave    uint8      // areas whose deputy has given one
	only    bool       // only deputies decide: nobody else does for this company
	putOff  int64      // matters put off lately for want of attention
	alarm   bool       // a star is courted or has answered, between meetings
	rush    bool       // waiting would cost what the order is for: see urgent
	burn    units.USD  // see reckonMoney
	drains  units.USD  // what goes in a week beyond what comes in, see lasts
	tight   bool       // the money lasts for less than half a year
	looks
}

// Sleeps implements Sleeper: all areas rest for whole meetings, so that in most weeks
// there is nothing to look at.
func (Builtin) Sleeps(v sim.View) bool {
	return v.NextLook() > v.Date() && !heeds(v) && !v.Asked() // whoever rests is none of these
}

// Rests implements Rester.
func (Builtin) Rests() {}

// Decide implements Policy.
func (Builtin) Decide(v sim.View, out *Turn) {
	today := v.Date()
	if out.mind == nil {
		out.mind = &mind{}
	}
	m := out.mind
	m.begin(v, out)
	meets := units.LastDate
	if m.alarm = v.Alarmed() && out.Plan.Next[sim.AreaStars] > today && heeds(v); m.alarm { // somebody may leave: that does not wait for a meeting
		meets, out.Plan.Next[sim.AreaStars] = out.Plan.Next[sim.AreaStars], today
	}
	if v.Asked() { // an event from outside does not wait, either
		out.Plan.Next[sim.AreaEvents] = today
	}
	if m.tight {
		m.hold()
	}
	left := due(&out.Plan.Next, today)
	if left&(1<<sim.AreaRelease) != 0 && m.leaps() {
		m.lookAt(sim.AreaRelease)
		left &^= 1 << sim.AreaRelease
	}
	for ; left != 0; left &= left - 1 {
		m.lookAt(sim.Area(bits.TrailingZeros32(left)))
	}
	out.Plan.Next[sim.AreaStars] = min(out.Plan.Next[sim.AreaStars], meets) // nor does it put the meeting off
	out.Plan.Wake = first(&out.Plan.Next)
}

// due is the areas whose day has come, a bit each. It does not branch, for nobody could
// guess which they are, and takes them by fours, the last first.
func due(days *[sim.AreaCount]units.Date, today units.Date) (set uint32) {
	today++
	set = four(0, days, 16, today)
	set = four(set, days, 12, today)
	set = four(set, days, 8, today)
	set = four(set, days, 4, today)
	return four(set, days, 0, today)
}

// four puts the bits of four areas before those of others.
func four(set uint32, days *[sim.AreaCount]units.Date, id int, today units.Date) uint32 {
	set += set + uint32(days[id+3]-today)>>31
	set += set + uint32(days[id+2]-today)>>31
	set += set + uint32(days[id+1]-today)>>31
	return set + set + uint32(days[id]-today)>>31
}

// All areas are taken: this does not compile if some are left over.
const _ = -uint(sim.AreaCount-20) - uint(20-sim.AreaCount)

// lookAt has an area looked at, and says when again: what brought no order comes up half as
// often, and after a second time a quarter as often, until it does, if it has no day of its
// own.
func (m *mind) lookAt(id sim.Area) {
	plan, given := m.out.Plan, len(m.out.Orders)
	rest := m.out.sits.rests[id]
	next := m.Date() + rest.usual
	plan.Next[id] = next
	if m.late, m.clogged = false, false; m.left >= dearest { // as mostly
		areas[id].act(m)
	} else if !m.spent(areas[id].least, id) { // OrderNone takes none
		areas[id].act(m)
	} else {
		m.late = plan.Quiet>>(id&31)&1 == 0 // else it can wait for its turn
	}
	bit, usual := uint32(1)<<(id&31), next
	next = plan.Next[id]
	was := plan.Quiet & bit
	plan.Quiet &^= bit
	if m.late { // in two weeks it mostly finds none left again
		plan.Next[id] = m.Date() + 7*areas[id].later
		plan.Level[sim.LevelOrganise]++
		return
	}
	// Nobody could guess whether there was an order, or one is on its way: no branch.
	quiet, longer, latest := uint32(0), units.Date(0), m.Date()+7*sittingWeeks
	if len(m.out.Orders)-given|int(next-usual) == 0 {
		quiet = bit
	}
	if m.clogged {
		quiet = 0
	}
	if !m.clogged { // else it is once the last order has been carried out
		latest = units.LastDate
	}
	if quiet != 0 {
		longer = rest.usual
	}
	if quiet&was != 0 {
		longer = 3 * rest.usual
	}
	if longer > rest.longer {
		longer = rest.longer
	}
	if next += longer; next > latest {
		next = latest
	}
	plan.Quiet |= quiet
	plan.Next[id] = m.sitting(next)
}

// mostRest is the longest that an area rests because it is quiet, a year as days.
const mostRest = units.Date(7 * weeksAYear)

// dearest is what none of the least orders of areas takes more attention than, in a war room
// either.
const dearest = 4

// spent tells whether there is no attention left this week for an order of an area.
func (m *mind) spent(k sim.OrderKind, a sim.Area) bool {
	cost, _ := m.pace.Terms(k)
	return cost > m.left && m.free&seats[a] == 0 // else its deputy may give it
}

// first is the earliest of days.
func first(d *[sim.AreaCount]units.Date) units.Date {
	return min(d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9],
		d[10], d[11], d[12], d[13], d[14], d[15], d[16], d[17], d[18], d[19]) // as in due: a loop would be guessed
}

// sitting is the day of the leadership's sitting nearest to a day after today. It
// sits every fourth week, not all in the same: what comes up then is dealt with together.
func (m *mind) sitting(day units.Date) units.Date {
	const span = 7 * sittingWeeks
	if (units.LastDate-span-1-day)|(day-m.Date()-21) < 0 { // never, or soon on purpose
		return day
	}
	over := (day + m.seat) % span
	day -= over
	next := day + span // which of both nobody could guess: no branch
	if 2*over > span {
		day = next
	}
	if day <= m.Date() {
		day = next
	}
	return day
}

// sittingAfter is the day of the first sitting after a day.
func (m *mind) sittingAfter(day units.Date) units.Date {
	const span = 7 * sittingWeeks
	return day + span - (day+m.seat)%span
}

const sittingWeeks = 4

// seat says which of the weeks the leadership sits in, as days. It follows from the
// temperament, so that no name decides it and not all sit together.
func seat(t *sim.Temper) units.Date {
	return units.Date(7 * rounded(float64(10*(t.Risk+t.Patience)), 0, 200))
}

// begin puts before the leadership what there is this week.
func (m *mind) begin(v sim.View, out *Turn) {
	m.View, m.out = v, out
	m.own = v.OwnRow()
	m.left, m.toPay = m.own.Attention, m.own.ToPay
	m.Temper = m.own.Temper // by itself: in one assignment with others it would be copied twice
	v.Pace(&m.pace)
	if !out.sits.of(&m.Temper) {
		m.meets(&out.sits) // once a run
	}
	m.weeks, m.seat = out.sits.weeks, out.sits.seat
	m.only, m.rush, m.alarm, m.late, m.clogged = false, false, false, false, false
	m.reckonMoney()
	m.free, m.some, m.gave = m.pace.Free, m.pace.Deputies, 0
	m.forget()
}

// meets finds out how the leadership meets.
func (m *mind) meets(r *rhythm) {
	*r = rhythm{risk: m.Risk, patience: m.Patience, weeks: m.weeksBetween(), seat: seat(&m.Temper)}
	for id := range areas {
		usual := units.Date(7 * areas[id].meetings * r.weeks)
		r.rests[id] = rest{usual, min(areas[id].rests*usual, max(mostRest, usual)-usual)}
	}
}

// order gives an order if it would pass, and tells whether it did.
func (m *mind) order(o *sim.Order) bool {
	left, free, gave := m.left, m.free, m.gave
	stands := m.write(o)
	if stands == nil {
		return false
	}
	if !m.Passes(stands) { // nothing was given, and nothing paid
		m.out.Orders = m.out.Orders[:len(m.out.Orders)-1]
		m.left, m.free, m.gave = left, free, gave
		return false
	}
	return true
}

// sure gives an order that passes, or nearly always does, where there is attention for it:
// what cannot be done after all is refused when it is taken.
func (m *mind) sure(o *sim.Order) bool { return m.write(o) != nil }

// write puts an order down, if there is attention for it, and pays for it; else it is nil.
func (m *mind) write(o *sim.Order) *sim.Order {
	cost, wait := m.pace.Terms(o.Kind)
	office := m.free & m.OfficeOf(o) // of the deputy who can still give it, 0 none
	o.Deputy = office != 0
	barred := int64(0) // or less: for anybody but a deputy
	if m.only {
		barred = -1
	}
	if office != 0 {
		cost, barred = 0, 0
	}
	if able := barred|(m.left-cost) >= 0; !able {
		m.late = m.late || barred == 0
		return nil
	}
	if m.rush && wait > 0 && !o.Deputy && 2*cost <= m.left {
		o.Escalate, cost, wait = true, 2*cost, 0
	}
	if wait*m.pace.Inside(o.Kind) > 0 { // both at once: that there is a wait nobody could guess
		m.clogged = true
		return nil // the last one of its kind is still on its way
	}
	o.By = m.Who()
	out, n := m.out, len(m.out.Orders)
	if n == cap(out.Orders) {
		out.grow()
	}
	out.Orders = out.Orders[:n+1]
	stands := &out.Orders[n] // what append is given is copied twice
	*stands = *o
	m.left -= cost
	m.count(office)
	return stands
}

// ownsUp is the part of what is owed on delivery that a company keeps the money for: where
// it can be raised the bold order on what they mean to raise until then.
func (m *mind) ownsUp() float64 {
	if m.Financed() && !m.tight {
		return lean(m.Risk, 1.2, boldOwnsUp)
	}
	return 1
}

// boldOwnsUp is that part for the boldest. By choice.
const boldOwnsUp = 0.5

// spare is the money that may be committed: cash above the floor, less what is
// already owed on delivery and what the house burns meanwhile.
func (m *mind) spare() units.USD {
	if m.spared && m.sparedAt == m.toPay { // as mostly
		return m.unspent
	}
	return m.reckonSpare()
}

func (m *mind) reckonSpare() units.USD {
	m.spared, m.sparedAt = true, m.toPay
	left := float64(m.own.Cash - m.own.Policy.CashFloor)
	left -= float64(m.ownsUp()*float64(m.own.ToPay+m.own.Committed)) + float64(m.toPay-m.own.ToPay) + float64(float64(m.burn)*m.safeWeeks())
	m.unspent = units.USD(rounded(left, 0, 1<<53))
	return m.unspent
}

// room is the compute the company has for its own customers.
func (m *mind) room() units.H100e {
	return m.own.Own - m.own.Let + m.own.Rented - m.own.Loss - m.own.Research
}

// whole is the whole part of a temperament.
func whole(x float64) int { return int(rounded(x-0.5, 0, 10)) }

// lean maps a temperament of 0 to 10 onto lo to hi.
func lean(x, lo, hi float64) float64 { return lo + float64((hi-lo)*x)/10 }

// part is a share of an amount.
func part[T ~int | ~int64](x T, share float64) T {
	return T(nearest(float64(float64(x) * share)))
}

// ppm makes a share of a factor such as 1.05.
func ppm(x float64) units.PPM {
	return units.PPM(rounded(float64(x*float64(units.One)), 0, 10*int64(units.One)))
}
