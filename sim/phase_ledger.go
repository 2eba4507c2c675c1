package sim

import (
	"math"
	"math/bits"

	"entangle/sim/detmath"
	"entangle/sim/units"
)

// closeWeek takes in what other business leaves, pays power and overheads, notes the
// week's income, moves list prices, closes quarters and renews the public lists.
func (w *World) closeWeek() {
	w.earnOthers()
	companies, total, week := w.companies, w.total[:len(w.companies)], uint(w.head.Tick)
	utilities, staff := till{}, till{}
	for i := 1; i < len(companies); i++ {
		c, co, flows := CompanyID(i), &companies[i], &total[i]
		if (co.Cash-(co.PowerBill+co.Overhead+co.Payroll))|-units.USD(co.Unpaid) >= 0 { // most weeks
			utilities.takes(co, flows, FlowEnergy, co.PowerBill)
			staff.takes(co, flows, FlowOverhead, co.Overhead)
			staff.takes(co, flows, FlowPay, co.Payroll)
		} else {
			w.payBills(c, co)
		}
		co.noteSales(week, co.income(flows))
		level := co.idleLevel()
		if level > co.IdleLevel {
			w.reportIdle(c, co)
		}
		co.IdleLevel = level
	}
	w.book(Utilities, &utilities)
	w.book(Payroll, &staff)
	w.movePrices()
	w.age()
	w.judgeBuyers()
	if w.head.Relist {
		w.listOffers()
	}
	if w.closesQuarter() {
		w.closeQuarter()
	}
	w.meet()
}

// payBills pays for power, arrears first, then overheads. What stays unpaid of
// the power is owed; staff who are not paid in full lose the rest.
func (w *World) payBills(c CompanyID, co *Company) {
	due := co.Arrears + co.PowerBill
	co.Arrears = due - w.payUpTo(c, Utilities, FlowEnergy, due)
	if co.Arrears|units.USD(co.Unpaid) != 0 {
		w.unpaid(c, co)
	}
	if paid := w.payUpTo(c, Payroll, FlowOverhead, co.Overhead); paid < co.Overhead {
		w.emit(Event{Kind: EventPaymentMissed, By: c, Amount: int64(co.Overhead - paid)})
	}
	if co.Payroll > 0 {
		w.payPeople(c)
	}
}

// unpaid counts the weeks in which a company owes for power. Who has owed for too long
// is cut off until he has paid.
func (w *World) unpaid(c CompanyID, co *Company) {
	was := w.cutOff(c)
	if co.Unpaid = min(co.Unpaid+1, maxUnpaid); co.Arrears == 0 {
		co.Unpaid = 0
	} else {
		w.emit(Event{Kind: EventPowerUnpaid, By: c, Amount: int64(co.Arrears)})
	}
	if w.cutOff(c) != was {
		w.stirSites(c)
		w.closeMeter(c) // who is cut off pays for nothing, who no longer is begins anew
		if !was {
			w.rebill(c) // what its sites drew is off next week
			w.emit(Event{Kind: EventCutOff, By: c, Qty: int64(co.Own), Amount: int64(co.Arrears)})
		}
	}
}

// maxUnpaid is where the count of unpaid weeks stops.
const maxUnpaid = 200

// noteSales keeps the income of the last four weeks in a ring, by difference
// from the income since the start.
func (co *Company) noteSales(week uint, sum units.USD) {
	co.Sales[week%uint(len(co.Sales))] = sum - co.Income
	co.Income = sum
}

// movePrices reckons lead times, and lets each list price drift with that of its
// family: the designer shares the family out and looks at its price in one week of four.
func (w *World) movePrices() {
	w.reckonLeads()
	if !on(w.sc.setup.Switches.ListPrice) {
		return
	}
	for f := firstInTurn(w.head.Tick); int(f) < len(w.families); f += billWeeks {
		row := &w.families[f]
		push := detmath.QuickLog(max(row.Lead, 1) / w.params.TargetLead)
		drift := float64(float64(w.params.ListPriceSpeed*within(push, -0.5, 0.7)) * (billWeeks / weeksAYear))
		row.ListFine = within(float64(row.ListFine*detmath.QuickExp(drift)), float64(row.UnitCost), maxListPrice)
		row.List = usd(units.FromFloat(row.ListFine, 1, maxListPrice))
	}
}

// firstInTurn is the first family whose turn comes in a week, see Family.turn; each fourth
// from there on has the same. So it is with regions.
func firstInTurn(tick int32) FamilyID { return FamilyID((tick+billWeeks-1)%billWeeks) + 1 }

// maxListPrice keeps prices inside what money can count.
const maxListPrice = 1e9

// reckonLeads reckons the lead time of each family in weeks: what waits over what can be
// built. Those that a designer makes of wafers share them, so they share the queue.
func (w *World) reckonLeads() {
	families := w.families
	for _, f := range w.sc.ownSupply {
		row := &families[f]
		row.Lead = float64(row.waited()) / float64(max(row.Capacity, 1))
	}
	shared := w.room.wafers
	line := w.sc.ofWafers
	for i := range line { // the first of a designer begins: the room has what others left there
		row, before := &families[line[i].family], &shared[line[i].designer]
		sum := math.Float64frombits(math.Float64bits(*before) & line[i].behind)
		*before = sum + float64(row.waited())/max(row.Possible, 1)
	}
	for i := range line {
		families[line[i].family].Lead = shared[line[i].designer]
	}
}

// leadOf is the lead time of what a designer makes of wafers.
func (w *World) leadOf(designer CompanyID) (weeks float64) {
	for set := w.sc.companies[designer].designs; set != 0; set &= set - 1 {
		if row := &w.families[bits.TrailingZeros64(set)+1]; row.PerWafer > 0 {
			weeks += float64(row.waited()) / max(row.Possible, 1)
		}
	}
	return weeks
}

// Shares of idle chips at which a company is reported; economics.md 3.
const (
	idleSome = 0.05
	idleMuch = 0.15
)

// idleLevel is how many of them a company's idle chips have passed. Most have some, so
// there is no branch for those that have none.
func (co *Company) idleLevel() uint8 {
	idle, owned, some, much := float64(co.Idle), float64(co.Owned), 0, 0
	if idle > float64(idleSome*owned) {
		some = 1
	}
	if idle > float64(idleMuch*owned) {
		much = 1
	}
	return uint8(some + much)
}

// reportIdle tells of a company when the share of its idle chips has passed a level.
func (w *World) reportIdle(c CompanyID, co *Company) {
	w.emit(Event{Kind: EventIdleChips, By: c, Qty: int64(co.Idle),
		Amount: units.MulDiv(int64(co.Idle), int64(units.One), int64(co.Owned))})
}

// closeQuarter reports what each company earned in the quarter and begins the next.
func (w *World) closeQuarter() {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		w.emit(Event{Kind: EventQuarterClosed, By: c, Amount: int64(w.income(c) - w.opening[c])})
	}
	w.reportHalls()
	w.closeBooks()
}

// closeBooks begins a quarter.
func (w *World) closeBooks() {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		w.opening[c] = w.income(c)
	}
}
