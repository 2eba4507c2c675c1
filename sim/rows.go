package sim

import "entangle/sim/units"

// The rows of the world. They hold no pointers, strings, maps or ints of
// unstated size: layout.go clones, hashes and compares them field by field.

// Head is what the world knows of itself.
type Head struct {
	Seed      uint64
	Tick      int32 // weeks played
	NextEvent EventID
	Money     units.USD // sum over all parties at the start; a constant of the run
	Orders    int64     // counters since the start, for benches and reports
	Refused   int64
	Postings  int64
	Draws     int64
	Frontier  float64 // quality of the best model that anybody offers, 0 none
	Shelf     Shelf
	Craft     float64 // what research has made of serving: use of an hour of compute over that of the start, less 1
	Lean      float64 // compute that serving any model takes, over what it took at the start: software gets better

	Leader CompanyID  // whose model customers rank first, as of the last look; 0: not looked
	Ending units.Date // first day on which a reorganisation or a war room ends, 0 none
	Second CompanyID  // the next of them

	FreeContract int32      // first free row of the contracts, 0 none
	FreeClause   int32      // first free row of the clauses, 0 none
	Ahead        int32      // live clauses that begin on a later day
	Bookings     int32      // first of the bookings, 0 none
	Opens        units.Date // when the next offer of a later day begins, 0 none
	Supplied     int32      // weeks for which tenants were supplied
	Restock      bool       // what runs for tenants has changed since
	Relist       bool       // an offer of capacity has changed since the board was written
}

// Params are the figures of the world that belong to nobody, as drawn.
type Params struct {
	Load           units.PPM // mean draw of a running chip over its rating
	MinPrepaid     units.PPM // of a chip order
	MoveWeeks      int32
	GraceWeeks     int32
	MaxTerm        int32    // weeks
	Intake         units.KW // of the chips of an order that a site takes in within a week; 0: any
	FitOut         units.KW // of the halls of a work that are handed over within a week; 0: all
	OrderCap       int64    // weeks of supply that a designer books
	TargetLead     float64  // weeks
	ListPriceSpeed float64  // a year
	Loyalty        float64  // weight of two years of unbroken purchase
	SpotWeeks      float64  // of the mean spot price; 0: no spot market
	DepositLead    float64  // weeks; 0: deposits are never called
	DepositShare   units.PPM
	Take           units.PPM // of the rent of what was not handed over, that leaving a booking costs
	LateCredit     units.PPM // of the rent of what is late of one
	LateExit       int32     // weeks late after which leaving is free; 0: never
	Models         ModelParams

	NormWeeks     float64 // over which bureaucracy goes to its norm
	SizePoints    float64 // of bureaucracy for ten times the people
	HiringPoints  float64 // for a doubling in a quarter
	DeputyPoints  float64 // for each deputy
	TurmoilPoints float64 // while a reorganisation lasts
	TurmoilWeeks  int32
}

// Company is a company's state. H100e fields are of the last week played.
type Company struct {
	// What each week takes and looks at stands together, for a processor reads rows in
	// pieces of 64 bytes, and each part ends where a piece does (TestRowsInPieces): money,
	Cash      units.USD
	Overhead  units.USD   // a week, what selling costs included
	Payroll   units.USD   // a week, of the people in tiers
	PowerBill units.USD   // for last week's power
	ChipSales units.USD   // chips handed over since the start, at the price agreed, and deposits kept
	Income    units.USD   // since the start, as of the last week closed
	Idle      units.H100e // of Owned, installed and without power
	Offers    int16       // segments that it serves
	Shares    uint8       // how they share what it serves: see sharesFull
	Bust      bool        // administrators have it: it gives no orders and serves nobody
	IdleLevel uint8       // last threshold of idle share that was reported
	AwayLevel uint8       // the same of customers turned away
	Unpaid    uint8       // weeks in a row with power unpaid: 0 just where there are no Arrears
	Starving  uint8       // weeks in a row without any cash left

	// what it earned lately, and attention,
	Sales     [4]units.USD // income of the last four weeks, for the run rate
	Attention int64        // points left for the coming week
	Pressed   float64      // share of its attention that it used, over some weeks
	Staff     int64        // people working on AI
	Contracts int16        // live contracts it asked for
	Clauses   int16        // live clauses that bind it
	Waiting   int16        // orders on their way through its organisation
	Points    int16        // of attention that the week began with

	// compute and customers,
	Own      units.H100e // running on own sites, let or not
	Let      units.H100e // of Own, delivered to tenants
	Rented   units.H100e // delivered by landlords
	Loss     units.H100e // of the compute it has, to immature software
	Research units.H100e // of what it has, at work on research and training last week
	SpotIn   units.H100e // bought for last week
	SpotOut  units.H100e // sold for last week
	Wanted   units.H100e // compute asked for by customers who chose it first
	Walked   units.H100e // of those turned away elsewhere who came last week, room or not
	Served   units.H100e // compute that served customers, with those other providers turned away
	Worth    units.Price // an hour of what customers ask of it, at its prices
	Takings  units.USD   // a week of what it serves
	Price    units.Price // that it asks for an H100e-hour of compute, the mean over segments
	Selling  units.PPM   // of Takings, what selling costs
	SoldFor  units.USD   // of Overhead, for selling
	Training units.H100e // of Research, at work on runs

	// what it is, and when it wants to look again;
	Know        float64     // what its people know of making models, in index points
	Absorb      float64     // of Know, brought by newcomers and still to be taken in
	Bureaucracy float64     // 0 to 100; every 20 points make an order of the line wait a week
	Quality     float64     // index points; 0: serves nobody
	Trust       float64     // the public's, 0 to 100
	Rentals     int32       // first of the clauses by which it rents
	Licences    int32       // first of the clauses by which it may run models of others
	Asked       int32       // the week in which an event from outside asked it last
	Alarm       int32       // week in which it last heard that somebody may leave, or has answered, and 1
	Plan        Plan        // whose first day goes with the last two: see View.Rests
	Owned       units.H100e // on own sites, being installed or installed
	Policy      Policies

	// then the rest by subject.
	Temper  Temper
	Owed    units.H100e // promised by landlords
	Ended   units.H100e // of Rented, contracts that ended since compute was handed out
	Freed   units.H100e // of Let, the same
	OnOrder units.H100e // ordered from designers, not delivered
	ToPay   units.USD   // will fall due when it is delivered

	StartCash units.USD
	Serial    int32     // of its next project
	InUse     [4]uint8  // works, requests, plants and energy contracts: of each, a bit per row
	Projects  int16     // their live rows
	Broken    units.KW  // of shells begun since the start
	Finished  units.KW  // of shells finished
	Committed units.USD // what works and announced halls under way will still cost
	HallsBill units.USD // a week, for those under way
	HallsDue  units.USD // of it, up to the week Billed and not yet paid
	Billed    int32
	Orders    int32 // first of its orders for chips

	OwnBill  units.USD // of PowerBill, for what own turbines made
	DealBill units.USD // of PowerBill, under energy contracts
	Arrears  units.USD // owed for power of earlier weeks

	ChipsHad units.USD // chips that came since the start, at the price agreed, and deposits lost
	Advanced units.USD // paid ahead before the start for chips to come

	Engineers int64       // who can port software or design chips
	Designing int64       // of Engineers, at work on chips of its own
	Booked    units.H100e // rented from a later day
	Awaited   units.H100e // booked of landlords and not handed over yet, all steps
	Pledged   units.H100e // booked by tenants and not handed over yet, all steps

	WaferShare float64 // of the world's packaging, as a designer
	Wafers     float64 // it could have packaged last week

	Barred uint64 // families that events from outside keep it from ordering, a bit each
}

// Cap is what limits how many chips are built.
type Cap uint8

// The caps.
const (
	CapOrders    Cap = iota // nobody asks for more
	CapPackaging            // wafers run out
	CapMemory               // stacked memory runs out
)

// Chain is what all designers share: packaging and memory. Without wafers it
// rests.
type Chain struct {
	Wafers    float64 // a week at the start
	Growth    float64 // log a year
	Noise     float64 // standard deviation of the log a week
	Fade      float64 // weeks over which a shock fades
	Shock     float64 // log deviation
	Lag       float64 // weeks from a wafer to a system
	Shift     float64 // of a designer's wafers of last week, what lines can make for it now beyond its booking
	GB        float64 // of memory a week at the start; 0: no cap
	GBGrowth  float64 // log a year
	Packable  float64 // wafers a week, as of the last look
	CanPack   float64 // wafers of last week that designers had booked
	Packed    float64 // of those, asked for
	CanStack  float64 // GB of last week
	Stacked   float64 // of those, asked for
	Binds     Cap     // last week
	Told      Cap     // as last reported
	ToldWeeks int16   // since then
	Made      bool    // a company makes packaging or memory
	Makers    [supplies]Maker
}

// Region is a place with a power price. All but the price rests where the
// scenario says nothing of headroom.
type Region struct {
	Energy  units.Price // per MWh
	Base    units.Price // the same before load moved it
	Charged units.Price // last week
	Week    int64       // micro-dollars of a kilowatt at the mean load, last week
	Push    float64     // what load adds to the price, as a share of Base

	Headroom     units.KW // the grid can add in a year, 0: nothing can be built here
	Contractors  units.KW // of shells that can be started in a year, 0: any
	Transformers units.KW // that can be had in a year, 0: any
	Turbines     units.KW // that suppliers bring in a year
	Peaks        units.KW // peak load at the start, 0: capacity is not auctioned
	Reserve      float64  // share of it that the grid has beyond it
	Capacity     float64  // price of capacity, micro-dollars per MWh
	Nuclear      units.KW // still on offer under long contracts
	QueueWeeks   float64  // of a new firm request where as much is asked as can be added, median; half of it in an empty line
	Wait         float64  // of a new firm request, median, as of the last look
	Tolerance    float64  // of the neighbours, 0 to 1
	Calm         float64  // the tolerance that they return to
	Began        float64  // the tolerance at the start
	Worn         float64  // of it, what load that grew has cost
	Drawn        units.KW // by all companies from the grid last week
	Most         units.KW // of that so far, as of the region's last turn
	Asked        float64  // kW asked of the grid, fading over a year
	Grown        float64  // kW granted, or announced at the start and connected, fading over a year

	Room     units.KW // the grid could grant now
	Builders units.KW // of shells that contractors could start now
	Iron     units.KW // of transformers that could be had now
	Units    units.KW // of turbines that could be ordered now
	Filed    units.KW // asked of the grid since the start
	Granted  units.KW
	Left     units.KW  // withdrawn or lapsed
	Places   int32     // in the line so far
	Peak     bool      // the grid was short last week: flexible load was cut
	Short    uint8     // of the weeks until it is drawn again, those in which it will be, a bit each
	Suits    int16     // of its people against companies, now
	PeakCut  units.PPM // of flexible load, in the mean of a week in which the grid is short
	Dearer   units.PPM // energy, by events from outside
	Dirty    units.KW  // turbines that worked last week without a permit
	Clean    units.KW  // the same with one
}

// Family is a chip family on the market.
type Family struct {
	// What each week takes stands together, see Company,
	Backlog  units.Chips // ordered, not delivered
	Stock    units.Chips // built and not shared out
	Withheld units.Chips // of Held, kept from buyers by events from outside when chips were last shared out
	Capacity units.Chips // can be built a week, as of the last month
	Possible float64     // chips a week if all wafers of its designer became this family
	Lead     float64     // weeks: its backlog over what could be built, as of the last week
	PerWafer float64     // chips of a packaged wafer; 0: it has a supply of its own
	H100e    units.H100e // of one chip

	// then the rest.
	Held     units.Chips // of Backlog, not wanted within four weeks of when chips were last shared out
	Rank     int32       // from 1 by compute per watt: who gets power first
	Watts    int64       // IT power of one chip
	List     units.USD   // price of one chip
	ListFine float64     // the same before rounding: the state that drifts
	UnitCost units.USD
	Supply   float64     // chips a week without shocks, at the start
	Growth   float64     // of supply, log a year
	Noise    float64     // of supply, standard deviation of the log a week
	Memory   float64     // weeks over which a shock fades
	Shock    float64     // log deviation of supply
	Own      float64     // chips of a week of this month, from a supply of its own
	Carry    float64     // fraction of a chip left over from the last month
	AtStart  units.Chips // in all fleets at the start
	Built    units.Chips // in the last month
	Made     units.Chips // since the start

	GB   float64 // of stacked memory in a chip
	Shut bool    // its programme is not done: it cannot be ordered
	Mix  float64 // of its designer's wafers that become this family
	Rate float64 // chips of a week of this month, from wafers
	Book int32   // first order that waits for it
	Last int32   // the last of them

	Weigh    [3]units.PPM // what price, prepayment and loyalty weigh in the queue; all 0: as they are
	Resold   units.Chips  // to brokers since the start
	Glut     float64      // of those, still in store
	HoldBack units.PPM    // of the order book, for those who pay a premium
	Listed   units.Date   // when its designer last set the list price; 0: never
}

// Site is a data centre.
type Site struct {
	// What runs here stands together, see Company,
	Own      units.H100e // that runs here, as last counted
	Owned    units.H100e // that is here, being installed or installed
	Idle     units.H100e // of Owned, installed and without power
	Coming   units.KW    // will be needed by chips being installed
	Needed   units.KW    // by chips installed
	Standing units.KW    // by chips installed or being installed
	Used     units.KW    // drawn last week
	Fleets   int32       // first row of its fleets, 0 none
	Install  int16       // weeks from delivery to installed
	Projects int16       // live rows of works, requests, plants and energy contracts here

	// then power,
	Energised units.KW // facility power live: see relight
	Cut       units.KW // of Energised, missing last week because the grid was short
	Burnt     units.KW // of Used, made by turbines last week
	Gen       units.KW // of turbines that work
	Clean     units.KW // of Gen, with a permit for good
	Grid      units.KW // granted and connected
	Flexible  units.KW // of Grid, cut when the grid is short
	Ordered   units.KW // will be needed by chips on order

	// and the rest.
	AtStart   units.KW // of the grid, connected at the start
	Shell     units.KW // halls with cooling, substation and fit-out
	Halls     units.KW // bare halls that could become shell
	Batteries units.KW
	Inherited units.KW // turbines of the start
	Built     units.KW // shell since the start, announced stages apart
	Wired     units.KW // grid since the start, announced stages apart
	PUE       units.PPM
}

// Stage is power under construction.
type Stage struct {
	Add    units.KW
	Actual units.Date // announced date and slip
	Wakes  int32      // the first week in which a day of it may have come
	Halls  bool       // its halls stand, from the announced date
	Done   bool
}

// installSlots bounds the weeks of installation: Site.Install is below it.
const installSlots = 16

// Fleet is the chips of one family at one site.
type Fleet struct {
	// What power and age look at stands together, see Company,
	Site    SiteID
	Family  FamilyID
	Next    int32       // next fleet of the site, 0 none
	Watts   int64       // facility power of one chip
	Ready   units.Chips // installed
	Running units.Chips // of Ready, powered last week
	Let     units.Chips // of Ready, promised to tenants
	Kept    units.Chips // of Running, for the owner himself, last week
	Coming  units.Chips // in all of Installing
	Worth   float64     // share of the list price that the chips have kept

	// then the offer,
	Posted     units.Chips // of Ready, offered for rent; from a later day also of what will be there
	Floor      units.Price // lowest price of the offer, per H100e-hour
	Exclude    CompanySet  // who may not rent
	From       units.Date  // the first day of the offer; 0: now
	PostedBy   EventID
	Later      units.Chips               // promised to tenants from a later day
	Installing [installSlots]units.Chips // by the week (modulo installSlots) they become ready
	_          [2]uint64                 // so that each row begins where a piece does, see Company
}

// Temper is how the built-in leadership leans in this run, each 0 to 10.
type Temper struct{ Risk, Patience, Hedge, Thrift, Pay float64 }

// Policies are the standing policies of a company: they run by themselves, also
// when somebody else gives its orders.
type Policies struct {
	// What each week or look round takes, see Company,
	PriceStep   units.PPM   // largest weekly change by the price rule
	Split       units.PPM   // share of own compute that is sold on the spot market when it is not needed
	Reserve     units.Price // where that begins
	SpotCeiling units.Price // the most paid there
	Research    units.PPM   // share of the compute at hand that is kept for research and training
	Training    units.PPM   // of it, for runs while one is in training
	CashFloor   units.USD   // cash that new commitments must leave
	Keep        units.PPM   // share of the own compute and the rented that the built-in leadership never lets

	// and the rest.
	Renew     units.PPM   // share of a lapsing rental renewed by itself
	Dispatch  units.PPM   // share of own turbines put to work
	Cover     units.PPM   // of power due, that procurement orders chips for
	BookFloor units.Price // rent below which no capacity is booked of it
	Family    FamilyID    // that procurement prefers, 0 the cheapest

	Pay    units.PPM // of outsiders, over the market's
	Growth units.PPM // of researchers and engineers a year; -100 %: nobody is hired
	Match  units.PPM // of the gap between outsiders' and old hands' pay, closed in half a year
}
