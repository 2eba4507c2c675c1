package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// slotsPerCompany is how many works, requests, plants and energy contracts a
// company may have at a time, of each: more than a leadership can follow.
const slotsPerCompany = 8

// Tasks of a work.
const (
	taskLand  = iota // land, permits, community
	taskShell        // shell and cooling
	taskIron         // transformers and substation, ordered ahead
	taskFit          // fit-out
	taskCount
)

// Work is halls being built or fitted out at a site.
type Work struct {
	Site     SiteID // 0: the row is free
	Kind     workKind
	Stopped  bool  // for want of money, last week
	Active   uint8 // the tasks that went on when it was last looked at, a bit each
	Seen     int32 // the week of that
	Wakes    int32 // the week of the next look
	Power    units.KW
	Begun    units.Date
	Expected units.Date       // announced
	Weeks    [taskCount]int32 // that the tasks will take, drawn; nobody sees them
	Done     [taskCount]int32 // weeks worked
	Builders units.KW         // of Power, contractors found
	Iron     units.KW         // of Power, transformers found
	Event    EventID          // that began it
	Before   queued           // what works before it in line lack, by the last month
}

// queued is what works wait for in a line for builders and for transformers.
type queued struct{ Builders, Iron units.KW }

// Request is a place in the line for grid power.
type Request struct {
	By       CompanyID // 0: the row is free
	Region   RegionID
	Site     SiteID // 0: none yet
	Flexible bool
	Private  bool // a plant with a wire of its own: no line, no headroom
	Step     uint8
	Place    int32 // in the region's line, from 1
	Power    units.KW
	Granted  units.KW
	Filed    units.Date
	Due      units.Date // drawn when filed; nobody sees it
	Expected units.Date // announced
	Deposit  units.USD  // held by the grid
	Event    EventID
}

// Plant is turbines or batteries of a site.
type Plant struct {
	Site      SiteID // 0: the row is free
	Battery   bool
	First     bool // waits for its permit
	Permitted bool
	Works     bool
	Enjoined  bool // stopped by a court until permitted
	Power     units.KW
	Due       units.Date // of delivery, drawn
	Expected  units.Date // announced
	Permit    units.Date // drawn; 0: not asked for yet
	Event     EventID
}

// Deal is a long contract for energy at a fixed price, to be paid whether drawn
// or not.
type Deal struct {
	Site   SiteID // 0: the row is free
	Source EnergySource
	Live   bool // energy flows and is paid
	Power  units.KW
	Price  units.Price // per MWh
	Start  units.Date
	End    units.Date
}

// Tie is what a region and a company are to each other.
type Tie struct {
	Promises    uint8 // a bit per pactMode
	Suit        uint8 // suitNone, suitNotice, suitInjunction
	Rest        uint8 // weeks without dirty turbines
	Injunctions int16 // since the start
	Since       int32 // week in which the suit took its present form
	Event       EventID
	Gifts       units.USD
	Dirty       units.KW // turbines that worked last week without a permit
	Clean       units.KW // the same with one
	Drawn       units.KW // from the grid last week
	Bought      units.KW // under energy contracts last week

	Extra units.PPM // of the price of energy, by what was chosen in events from outside
	Down  units.PPM // of the energised power there, missing by events from outside
}

// tie is the row of a company and a region.
func (w *World) tie(c CompanyID, r RegionID) *Tie {
	return &w.ties[int(c)*len(w.regions)+int(r)]
}

// rows is the number of rows of works, of requests and so on.
func (s *Scenario) rows() int {
	if !s.grows() {
		return 1
	}
	return len(s.companies) * slotsPerCompany
}

func (s *Scenario) tieCount() int {
	if !s.grows() {
		return 1
	}
	return len(s.companies) * len(s.regions)
}

// grows tells whether anything can be built in some region.
func (s *Scenario) grows() bool {
	for i := range s.regions {
		if s.regions[i].grows {
			return true
		}
	}
	return false
}

// opens counts a project of a company at a site, once the first free row of its
// kind is filled.
func (w *World) opens(c CompanyID, s SiteID, kind int) {
	co := &w.companies[c]
	row := ^co.InUse[kind] & (co.InUse[kind] + 1)
	co.Projects++
	w.sites[s].Projects++
	w.occupy(s)
	co.InUse[kind] |= row
	at := firstSlot(c)
	if kind == useWorks {
		w.lacks[at/64] |= uint64(row) << (at % 64)
		w.stir(c)
	} else {
		w.await(c, kind, at+bits.TrailingZeros8(row))
	}
}

// closes takes it off again, once its row is free. Nobody has to look sooner for that.
func (w *World) closes(c CompanyID, s SiteID) {
	w.companies[c].Projects--
	w.sites[s].Projects--
	w.companies[c].InUse = w.rowsInUse(c)
}

// firstSlot is the first of a company's slotsPerCompany rows.
func firstSlot(c CompanyID) int { return int(c) * slotsPerCompany }

// The kinds of project, as they are counted in InUse.
const (
	useWorks = iota
	useRequests
	usePlants
	useDeals
)

// rowsInUse looks at all rows of a company.
func (w *World) rowsInUse(c CompanyID) (use [4]uint8) {
	for i := range slotsPerCompany {
		at := firstSlot(c) + i
		use[useWorks] |= uint8(countIf(w.works[at].Site != 0)) << i
		use[useRequests] |= uint8(countIf(w.requests[at].By != 0)) << i
		use[usePlants] |= uint8(countIf(w.plants[at].Site != 0)) << i
		use[useDeals] |= uint8(countIf(w.deals[at].Site != 0)) << i
	}
	return use
}

// slots is rows of a company: those that are in use, or those that are free.
type slots struct {
	first int
	left  uint8
}

// inUse are the rows of a kind that a company uses.
func (w *World) inUse(c CompanyID, kind int) slots {
	return slots{firstSlot(c), w.companies[c].InUse[kind]}
}

// next takes a row out of those left.
func (s *slots) next() int {
	at := s.first + bits.TrailingZeros8(s.left)
	s.left &= s.left - 1
	return at
}

// freeSlot is a row of a kind that a company does not use, 0 if it uses all.
func (w *World) freeSlot(c CompanyID, kind int) int {
	free := slots{firstSlot(c), ^w.companies[c].InUse[kind]}
	if len(w.works) == 1 || free.left == 0 {
		return 0
	}
	return free.next()
}
