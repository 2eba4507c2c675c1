package sim

// TermKind names a part of an explanation.
type TermKind uint8

// The terms.
const (
	TermNone TermKind = iota
	TermQuality
	TermPrice
	TermService
	TermStay
	TermStart     // value at the start
	TermFlowIn    // money in, Ref.ID is the Flow
	TermFlowOut   // money out, Ref.ID is the Flow
	TermInstalled // installed chips, running or not
	TermUnpowered // installed and without power
	TermInstalling
	TermRented
	TermLet
	TermShort // promised by landlords and not delivered
	TermWanted
	TermServed
	TermUsed
	TermStage
	TermContract
	TermBacklog
	TermCapacity
	TermUnits
	TermEnded   // ran last week under a contract that has ended since
	TermOffer   // the cheapest offer, where nothing is let
	TermStaff   // by the size of the organisation
	TermCrises  // taken by open crises
	TermClauses // taken by a thick book of contracts
	TermCarried // not used in the week before, and what the least adds
	TermWafers  // that designers need, or that can be packaged
	TermMemory  // GB
	TermLoad    // growth of load
	TermGrid    // power of the grid
	TermTurbines
	TermBatteries
	TermHalls // halls without power for them, or power without halls
	TermWorks // being built
	TermQueue
	TermPacts
	TermMeter    // bought from the grid
	TermWorth    // that another H100e brings in a year
	TermSpare    // power that more chips could use
	TermSoftware // lost to immature software
	TermSpot     // bought or sold for the week
	TermSlips    // later than planned
	TermEmpty    // the wait in an empty line
	TermReach    // of own channels
	TermTrust    // of the public

	// talent
	TermOldHands  // people hired over a year ago
	TermNewcomers // within a year
	TermQuit
	TermLaidOff
	TermMarket // the market's
	TermGap    // between old hands' and outsiders' pay
	TermShaken // by what people resent
	TermFound  // by research of one's own
	TermSpilled
	TermTaken
	TermLost
	TermContractors

	// models
	TermSize     // by the compute that went in
	TermKnow     // by what is known
	TermStrict   // by clean data
	TermDataWall // for want of data
	TermRecipe   // by a worn or a new recipe
	TermTruth    // as it is
	TermBoard    // what boards show above it
	TermWarmth   // what users miss
	TermDoubt    // that customers take off
	TermRuns     // runs
	TermResearch // taken by research and training

	// stars
	TermPerson    // of a named person
	TermPeople    // who use it
	TermSignings  // by what signings have shown
	TermAbove     // above what the market gives, or below it
	TermPay       // worth of pay
	TermPromises  // worth of compute and a mandate promised
	TermVesting   // worth of shares that leaving forfeits
	TermPlace     // worth of the place
	TermElsewhere // worth of the best outside

	// capital
	TermRevenue // capital: what a steady revenue is worth
	TermGrowth  // what its growth is worth
	TermMood    // what the market's mood adds
	TermBeside  // what other business is worth
	TermCash
	TermDebt
	TermLimited  // nobody owes for his shares
	TermFright   // what scares took off
	TermCosts    // running costs
	TermSold     // shares sold since
	TermDeferred // earned and not paid, less paid ahead

	// models
	TermFlop // by the compute that went in

	// market
	TermCalm  // to which the public returns
	TermDeeds // outages, scandals and the like

	// programmes
	TermTrials // what an owner has seen of a programme
	TermModels // models at hand
	TermUnsure // how far off that may be
	TermShown  // shown to the public

	// org
	TermSettled  // what an organisation has come to since the start
	TermHiring   // people hired in the last quarter
	TermDeputies // areas delegated
	TermTurmoil  // of a reorganisation
	TermForm     // of the organisation

	TermOutside // by events from outside
	TermFame    // by what everybody talks of
	termKinds
)

var termNames = [termKinds]string{
	TermQuality:     "quality",
	TermPrice:       "price",
	TermService:     "service",
	TermStay:        "stay",
	TermStart:       "start",
	TermFlowIn:      "flow_in",
	TermFlowOut:     "flow_out",
	TermInstalled:   "installed",
	TermUnpowered:   "unpowered",
	TermInstalling:  "installing",
	TermRented:      "rented",
	TermLet:         "let",
	TermShort:       "short",
	TermWanted:      "wanted",
	TermServed:      "served",
	TermUsed:        "used",
	TermStage:       "stage",
	TermContract:    "contract",
	TermBacklog:     "backlog",
	TermCapacity:    "capacity",
	TermUnits:       "units",
	TermEnded:       "ended",
	TermOffer:       "offer",
	TermStaff:       "staff",
	TermCrises:      "crises",
	TermClauses:     "clauses",
	TermCarried:     "carried",
	TermWafers:      "wafers",
	TermMemory:      "memory",
	TermLoad:        "load",
	TermGrid:        "grid",
	TermTurbines:    "turbines",
	TermBatteries:   "batteries",
	TermHalls:       "halls",
	TermWorks:       "works",
	TermQueue:       "queue",
	TermPacts:       "pacts",
	TermMeter:       "meter",
	TermWorth:       "worth",
	TermSpare:       "spare",
	TermSoftware:    "software",
	TermSpot:        "spot",
	TermSlips:       "slips",
	TermEmpty:       "empty_line",
	TermReach:       "reach",
	TermTrust:       "trust",
	TermOldHands:    "old_hands",
	TermNewcomers:   "newcomers",
	TermQuit:        "quit",
	TermLaidOff:     "laid_off",
	TermMarket:      "market",
	TermGap:         "gap",
	TermShaken:      "shaken",
	TermFound:       "found",
	TermSpilled:     "spilled",
	TermTaken:       "taken",
	TermLost:        "lost",
	TermContractors: "contractors",
	TermSize:        "size",
	TermKnow:        "know_how",
	TermStrict:      "strictness",
	TermDataWall:    "data_wall",
	TermRecipe:      "recipe",
	TermTruth:       "truth",
	TermBoard:       "boards",
	TermWarmth:      "warmth",
	TermDoubt:       "doubt",
	TermRuns:        "runs",
	TermResearch:    "research",
	TermPerson:      "person",
	TermPeople:      "users",
	TermSignings:    "signings",
	TermAbove:       "above",
	TermPay:         "pay",
	TermPromises:    "promises",
	TermVesting:     "vesting",
	TermPlace:       "place",
	TermElsewhere:   "elsewhere",
	TermRevenue:     "revenue",
	TermGrowth:      "growth",
	TermMood:        "mood",
	TermBeside:      "other_business",
	TermCash:        "cash",
	TermDebt:        "debt",
	TermLimited:     "limited",
	TermFright:      "fright",
	TermCosts:       "costs",
	TermSold:        "sold",
	TermDeferred:    "deferred",
	TermFlop:        "flop",
	TermCalm:        "calm",
	TermDeeds:       "deeds",
	TermTrials:      "trials",
	TermModels:      "models",
	TermUnsure:      "unsure",
	TermShown:       "shown",
	TermSettled:     "settled",
	TermHiring:      "hiring",
	TermDeputies:    "deputies",
	TermTurmoil:     "turmoil",
	TermForm:        "form",
	TermOutside:     "outside",
	TermFame:        "fame",
}

// Name returns the term as outputs spell it.
func (k TermKind) Name() string { return termNames[k] }

// TermKinds lists all terms.
func TermKinds() []TermKind {
	list := make([]TermKind, 0, termKinds)
	for k := TermNone + 1; k < termKinds; k++ {
		list = append(list, k)
	}
	return list
}

// Term is one part of an explanation: what, of which entity, and how much of the
// metric's value it is, in the metric's unit.
type Term struct {
	Kind  TermKind
	Ref   Ref
	Flow  Flow
	Value float64
}

// Terms collects the parts of a value. A formula takes a nil *Terms in the tick,
// where Add costs nothing, and a real one when a person asks why.
type Terms struct{ List []Term }

// Add notes a term; on nil it does nothing.
func (t *Terms) Add(k TermKind, v float64) {
	if t != nil {
		t.List = append(t.List, Term{Kind: k, Value: v})
	}
}

// AddOf notes a term about an entity; on nil it does nothing.
func (t *Terms) AddOf(k TermKind, r Ref, v float64) {
	if t != nil {
		t.List = append(t.List, Term{Kind: k, Ref: r, Value: v})
	}
}

// AddFlow notes a movement of money; on nil it does nothing.
func (t *Terms) AddFlow(k TermKind, f Flow, v float64) {
	if t != nil {
		t.List = append(t.List, Term{Kind: k, Flow: f, Value: v})
	}
}
