package sim

import (
	"entangle/sim/rng"
	"entangle/sim/units"
)

// World is one run of a scenario: all its state in rows, allocated once. A
// world belongs to one goroutine; Reset starts the next run in place.
type World struct {
	sc *Scenario

	head      Head
	params    Params
	figures   []float64 // the scenario's figures as drawn for this run
	chain     Chain
	spot      Spot
	companies []Company
	regions   []Region
	families  []Family
	programs  []Program
	ventures  []Venture // by programme; those for chips have none
	accounts  []Account // [company][family]
	segments  []Segment
	products  []Product // [segment][company]
	sites     []Site
	stages    []Stage
	fleets    []Fleet
	sited     []SiteID // with a fleet, in order: chips may come and go, the row stays
	contracts []Contract
	clauses   []Clause
	waiting   []Waiting   // orders on their way through organisations
	outside   []units.USD // balance of Party -i at index i
	total     []Flows     // by company
	opening   []units.USD // income of each company when the quarter began
	works     []Work      // slotsPerCompany for each company; none where nothing can be built
	requests  []Request
	plants    []Plant
	deals     []Deal
	ties      []Tie // [company][region]
	labour    Labour
	crews     []Crew // [company][tier]; company 0 is those elsewhere
	teams     []Team
	offices   []Office              // officesPerCompany for each company
	models    []Model               // modelsPerCompany for each company
	runs      [][runsPerCompany]Run // by company
	labs      []Lab                 // by company

	stars    StarMarket
	people   []Person
	rosters  []Roster // by company
	climate  Climate
	finances []Finance // by company
	loans    []Loan    // loansPerCompany for each company
	orgs     []Org     // by company

	incidents []Incident
	answers   []ChoiceID // [incident][company]: what was chosen when it happened last, 0 nothing
	burdens   []Burden

	// What follows is not state: the input and the events of the current week,
	// tables that follow from figures and rows, and room to work in.
	in         Input
	today      units.Date  // see Date
	quarter    units.Date  // the last day of its quarter
	paces      *orderPaces // what goes for orders this week
	key        rng.Key
	events     []Event
	rests      []rest              // by company: see rests.go
	openings   []int32             // by week: the first stage that has a day to come then, counted from 1, 0 none; see awaitStage
	together   []int32             // by stage: the next of the same week
	blocks     []int32             // by site and family: the row of its chips in fleets, 0 none
	watts      []int32             // by site and family: see wattsAt
	occupied   []SiteID            // by company: see firstHeld
	beyond     []SiteID            // by site: see nextHeld
	staged     []int32             // by site: see coming
	dueAt      []announced         // by site: see announce
	later      []later             // by stage of the start
	suits      []int16             // by company: how many it has on its hands
	due        [][billWeeks]uint64 // for 64 contracts each, by the week of the month: a bit for each that is looked at (schedule)
	inside     []uint64            // by company: the kinds of orders that wait in it, a bit each
	letAt      []units.H100e       // by site: what is let there, now or from a later day
	live       []units.KW          // by company: power that is live at its sites
	lacks      []uint64            // by work, a bit each: those that lack contractors or transformers
	lacking    []queued            // by region: what all of these lack there
	offering   CompanySet          // who had something on offer when the board was written
	reoffers   []uint64            // by fleet, a bit each: those whose offer has changed since the board was written
	standing   []uint64            // what was offered then, a floor and below it a row of a fleet each, the cheapest first
	relets     []uint64            // by fleet, a bit each: see regrant
	lessees    []int32             // by fleet: see leases.go
	leases     []lease             // by clause
	leased     int32               // rentals listed in this run
	steps      []step              // of the bookings: see bookings_steps.go
	moved      []uint64            // by contract, a bit each: see move; empty between weeks
	answered   units.Date          // no round is answered before
	running    []uint8             // by company: places in which it has runs, a bit each
	inTraining []int8              // by company: its runs that are in training
	turns      marketTurns         // whose turn it is to look around
	nobody     []float64           // by segment: the part that buys from nobody
	borrows    []uint64            // by company: whose models it has a licence for, modulo 64 a bit each
	underFee   []uint64            // by company: segments that it serves under a licence, a bit each
	paying     CompanySet          // who serves any so
	lapsed     bool                // a rental has ended since tenants were supplied anew
	eager      bool                // some customers look around every week
	ahead      units.Date          // no rental of a later day begins before
	bare       []bool              // by family: whether an order may lack a part of the deposit of long queues
	stirred    []uint64            // by site, a bit each: see stirSite
	shifted    []uint64            // the same: see shiftSite
	flexible   []uint64            // by site, a bit each: those with load that can be cut
	unbilled   []uint64            // by company, a bit each: what it pays for power is to be reckoned anew
	drawing    []uint64            // by company: regions where its sites have drawn power, modulo 64 a bit each
	unlost     []uint64            // by account, a bit each: what is lost there to immature software is to be reckoned anew
	unripe     []uint64            // by account, a bit each: software that costs something there
	ripening   []CompanySet        // by family: whose software for it may ripen
	losses     []units.H100e       // by company and family: what it loses on it
	arrivals   []uint64            // by installation slot and fleet, a bit each: see arriving
	dear       []float64           // by model on offer: log of what serving it costs
	lent       []uint64            // by model on offer that others may run, a bit each from the first model on
	shelves    []uint8             // by company: its models on offer, a bit each
	drawers    []uint8             // by company: its models that are finished and not released, a bit each
	choices    []uint8             // of these, those with a chance against the best: see sift
	toOrder    uint64              // families that can be ordered, a bit each: see listFamilies
	toSell     uint64              // and that others than their designer may order
	board      []Listing           // cheapest offers of capacity, for everybody to see
	bids       []bid
	booking    []Order // orders for chips of the week, waiting to be cleared
	asks       []Order // the same for places in line, turbines and energy
	room       scratch
}

// Input is what happens to a world in a week beyond its own rules.
type Input struct {
	Orders []Order
	Plans  []Planned // those of companies whose strategy thought; other plans stay
}

// Planned is what a company's strategy remembers from now on.
type Planned struct {
	By   CompanyID
	Plan Plan
}

// New makes a world for a scenario. It is empty until Reset.
func New(sc *Scenario) *World {
	n := sc.Companies() + 1
	w := &World{sc: sc,
		figures:   make([]float64, len(sc.figures)),
		companies: make([]Company, n),
		regions:   make([]Region, sc.Regions()+1),
		families:  make([]Family, sc.Families()+1),
		programs:  make([]Program, len(sc.programs)),
		ventures:  make([]Venture, len(sc.programs)),
		accounts:  make([]Account, n*(sc.Families()+1)),
		segments:  make([]Segment, sc.Segments()+1),
		products:  make([]Product, n*(sc.Segments()+1)),
		sites:     make([]Site, sc.Sites()+1),
		stages:    make([]Stage, len(sc.stages)),
		fleets:    make([]Fleet, 1, 1+sc.Sites()*sc.Families()),
		sited:     make([]SiteID, 0, sc.Sites()),
		contracts: make([]Contract, 1, 1+contractsPerCompany*n),
		clauses:   make([]Clause, 1, 1+sc.clauseRows()),
		waiting:   make([]Waiting, 0, mostWaiting*n),
		outside:   make([]units.USD, outsiders+1),
		total:     make([]Flows, n),
		opening:   make([]units.USD, n),
		events:    make([]Event, 0, 48*n),
		works:     make([]Work, sc.rows()),
		requests:  make([]Request, sc.rows()),
		plants:    make([]Plant, sc.rows()),
		deals:     make([]Deal, sc.rows()),
		ties:      make([]Tie, sc.tieCount()),
		crews:     make([]Crew, n*int(TierCount)),
		teams:     make([]Team, n),
		offices:   make([]Office, n*officesPerCompany),
		models:    make([]Model, modelsPerCompany*(n-1)+1),
		runs:      make([][runsPerCompany]Run, n),
		labs:      make([]Lab, n),
		people:    make([]Person, len(sc.people)),
		rosters:   make([]Roster, n),
		finances:  make([]Finance, n),
		loans:     make([]Loan, n*loansPerCompany),
		orgs:      make([]Org, n),
		incidents: make([]Incident, len(sc.incidents)),
		answers:   make([]ChoiceID, len(sc.incidents)*n),
		burdens:   make([]Burden, 0, len(sc.effects)*n),
	}
	w.makeTables()
	w.room = newScratch(w)
	return w
}

// CopyFrom makes the world equal to src, which must play the same scenario.
// Events and input are not copied: a copy stands between two weeks.
func (w *World) CopyFrom(src *World) {
	w.sc, w.head, w.params, w.chain, w.spot, w.climate = src.sc, src.head, src.params, src.chain, src.spot, src.climate
	w.today, w.quarter, w.paces = src.today, src.quarter, src.paces
	w.figures = append(w.figures[:0], src.figures...)
	w.companies = append(w.companies[:0], src.companies...)
	w.regions = append(w.regions[:0], src.regions...)
	w.families = append(w.families[:0], src.families...)
	w.programs = append(w.programs[:0], src.programs...)
	w.ventures = append(w.ventures[:0], src.ventures...)
	w.accounts = append(w.accounts[:0], src.accounts...)
	w.segments = append(w.segments[:0], src.segments...)
	w.products = append(w.products[:0], src.products...)
	w.sites = append(w.sites[:0], src.sites...)
	w.stages = append(w.stages[:0], src.stages...)
	w.fleets = append(w.fleets[:0], src.fleets...)
	w.sited = append(w.sited[:0], src.sited...)
	w.contracts = append(w.contracts[:0], src.contracts...)
	w.clauses = append(w.clauses[:0], src.clauses...)
	w.waiting = append(w.waiting[:0], src.waiting...)
	w.outside = append(w.outside[:0], src.outside...)
	w.total = append(w.total[:0], src.total...)
	w.opening = append(w.opening[:0], src.opening...)
	w.works = append(w.works[:0], src.works...)
	w.requests = append(w.requests[:0], src.requests...)
	w.plants = append(w.plants[:0], src.plants...)
	w.deals = append(w.deals[:0], src.deals...)
	w.ties = append(w.ties[:0], src.ties...)
	w.labour = src.labour
	w.crews = append(w.crews[:0], src.crews...)
	w.teams = append(w.teams[:0], src.teams...)
	w.offices = append(w.offices[:0], src.offices...)
	w.models = append(w.models[:0], src.models...)
	w.runs = append(w.runs[:0], src.runs...)
	w.labs = append(w.labs[:0], src.labs...)
	w.stars = src.stars
	w.people = append(w.people[:0], src.people...)
	w.rosters = append(w.rosters[:0], src.rosters...)
	w.finances = append(w.finances[:0], src.finances...)
	w.loans = append(w.loans[:0], src.loans...)
	w.orgs = append(w.orgs[:0], src.orgs...)
	w.incidents = append(w.incidents[:0], src.incidents...)
	w.answers = append(w.answers[:0], src.answers...)
	w.burdens = append(w.burdens[:0], src.burdens...)
	w.dear = append(w.dear[:0], src.dear...)
	w.shelves = append(w.shelves[:0], src.shelves...)
	w.lent = append(w.lent[:0], src.lent...)
	w.drawers = append(w.drawers[:0], src.drawers...)
	w.choices = append(w.choices[:0], src.choices...)
	w.board, w.standing = append(w.board[:0], src.board...), append(w.standing[:0], src.standing...)
	w.rests, w.openings = append(w.rests[:0], src.rests...), append(w.openings[:0], src.openings...)
	w.blocks, w.watts = append(w.blocks[:0], src.blocks...), append(w.watts[:0], src.watts...)
	w.occupied = append(w.occupied[:0], src.occupied...)
	w.beyond = append(w.beyond[:0], src.beyond...)
	w.staged = append(w.staged[:0], src.staged...)
	w.dueAt = append(w.dueAt[:0], src.dueAt...)
	w.later, w.together = append(w.later[:0], src.later...), append(w.together[:0], src.together...)
	w.inside = append(w.inside[:0], src.inside...)
	w.toOrder, w.toSell = src.toOrder, src.toSell
	w.suits, w.due = append(w.suits[:0], src.suits...), append(w.due[:0], src.due...)
	w.letAt, w.live = append(w.letAt[:0], src.letAt...), append(w.live[:0], src.live...)
	w.lacks, w.lacking = append(w.lacks[:0], src.lacks...), append(w.lacking[:0], src.lacking...)
	w.steps = append(w.steps[:0], src.steps...)
	w.stirred, w.shifted = append(w.stirred[:0], src.stirred...), append(w.shifted[:0], src.shifted...)
	w.flexible = append(w.flexible[:0], src.flexible...)
	w.relets = append(w.relets[:0], src.relets...)
	w.lessees, w.leases = append(w.lessees[:0], src.lessees...), append(w.leases[:0], src.leases...)
	w.leased, w.ahead = src.leased, src.ahead
	w.eager, w.lapsed, w.answered, w.paying = src.eager, src.lapsed, src.answered, src.paying
	w.underFee, w.nobody, w.turns = append(w.underFee[:0], src.underFee...), append(w.nobody[:0], src.nobody...), src.turns
	w.running, w.inTraining = append(w.running[:0], src.running...), append(w.inTraining[:0], src.inTraining...)
	w.bare = append(w.bare[:0], src.bare...)
	w.offering, w.reoffers = src.offering, append(w.reoffers[:0], src.reoffers...)
	w.drawing = append(w.drawing[:0], src.drawing...)
	w.unbilled, w.unlost = append(w.unbilled[:0], src.unbilled...), append(w.unlost[:0], src.unlost...)
	w.losses, w.unripe = append(w.losses[:0], src.losses...), append(w.unripe[:0], src.unripe...)
	w.ripening, w.borrows = append(w.ripening[:0], src.ripening...), append(w.borrows[:0], src.borrows...)
	w.arrivals = append(w.arrivals[:0], src.arrivals...)
	w.events = w.events[:0]
	w.room.forget()
}

// Scenario returns what the world plays.
func (w *World) Scenario() *Scenario { return w.sc }

// Head returns the world's own row.
func (w *World) Head() Head { return w.head }

// Date is the day on which the next week begins.
func (w *World) Date() units.Date { return w.today }

// Over tells whether the last week of the scenario has been played.
func (w *World) Over() bool { return w.head.Tick >= w.sc.weeks }

// Company returns a copy of a company's row.
func (w *World) Company(id CompanyID) Company { return w.companies[id] }

// Plan returns what the company's strategy remembers.
func (w *World) Plan(id CompanyID) Plan { return w.companies[id].Plan }

// AddPlan appends what the company's strategy remembers to a list.
func (w *World) AddPlan(list []Planned, id CompanyID) []Planned {
	p := another(&list)
	p.By = id
	p.Plan = w.companies[id].Plan // by itself: in one assignment with By it would be copied twice
	return list
}

// Site returns a copy of a site's row.
func (w *World) Site(id SiteID) Site { return w.sites[id] }

// Family returns a copy of a chip family's row.
func (w *World) Family(id FamilyID) Family { return w.families[id] }

// Events returns the events of the last Step; they are valid until the next.
func (w *World) Events() []Event { return w.events }

// fleet returns the row of a family at a site, or nil.
func (w *World) fleet(site SiteID, family FamilyID) *Fleet {
	if at := w.blocks[int(site)*len(w.families)+int(family)]; at != 0 {
		return &w.fleets[at]
	}
	return nil
}

// fleetOf returns the row of a family at a site, made when it is missing. There
// is room for every pair. A site's fleets are kept in the order in which power
// goes to them: the most compute per watt first.
func (w *World) fleetOf(site SiteID, family FamilyID) int32 {
	block := &w.blocks[int(site)*len(w.families)+int(family)]
	if *block == 0 {
		*block = w.newFleet(site, family)
	}
	return *block
}

func (w *World) newFleet(site SiteID, family FamilyID) int32 {
	if w.sites[site].Fleets == 0 {
		w.furnish(site)
	}
	at := &w.sites[site].Fleets
	for *at != 0 && w.families[w.fleets[*at].Family].Rank < w.families[family].Rank {
		at = &w.fleets[*at].Next
	}
	row := int32(len(w.fleets))
	w.fleets = append(w.fleets, Fleet{Site: site, Family: family, Next: *at, Watts: w.wattsAt(site, family), Worth: 1})
	*at = row
	return row
}

// furnish enters a site in the list of those with chips.
func (w *World) furnish(site SiteID) {
	w.occupy(site)
	w.sited = append(w.sited, site)
	for i := len(w.sited) - 1; i > 0 && w.sited[i-1] > site; i-- {
		w.sited[i], w.sited[i-1] = w.sited[i-1], site
	}
}

// figure is the value of a figure in this run; 0 when the file is silent.
func (w *World) figure(f *Figure) float64 {
	if !f.Given {
		return 0
	}
	return w.figures[f.id]
}

// whole is the same for figures that count whole base units.
func (w *World) whole(f *Figure) int64 {
	if !f.Given {
		return 0
	}
	return units.Nearest(w.figures[f.id]) // no figure is beyond maxExact
}

// on tells whether a mechanic is switched on.
func on(t Toggle) bool { return t == On }
