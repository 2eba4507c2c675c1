package sim

import "entangle/sim/rng"

// Phase is one part of a week.
type Phase struct {
	Name string
	Run  func(*World)
}

// phases is the week on one page. What a phase reads of a later one is last
// week's value; nothing runs twice.
var phases = [...]Phase{
	{"orders", (*World).takeOrders},         // check, apply; bids for capacity are cleared together
	{"outside", (*World).befall},            // events from outside show their signs, happen, and act for their weeks
	{"capital", (*World).capital},           // investors answer, loans are served, results judged; who cannot pay goes under
	{"building", (*World).construct},        // halls, grid, turbines move on and go live
	{"neighbours", (*World).neighbours},     // turbines cost tolerance; protest, suits; energy prices
	{"supply", (*World).supply},             // packaging and memory are shared out among designers and families
	{"silicon", (*World).silicon},           // own-chip programmes go on, slip, or bring a family
	{"ventures", (*World).business},         // business programmes go on, are launched, and open markets
	{"deliveries", (*World).deliver},        // chips are built, rationed, paid for, installed
	{"power", (*World).power},               // energised power limits the chips that run
	{"compute", (*World).compute},           // capacity to tenants and to research; software ripens
	{"models", (*World).makeModels},         // runs go on, models are tested and released, boards find out
	{"talent", (*World).talent},             // people quit, are hired, learn; wages, morale and payrolls by the month
	{"customers", (*World).customers},       // they choose by price, quality, room; are served and pay
	{"contracts", (*World).settleContracts}, // what was provided is paid; what ended is freed or renewed
	{"stars", (*World).tradeStars},          // named people are paid, answer, threaten, leave
	{"ledger", (*World).closeWeek},          // power and overheads, prices for next week, quarters, public lists
	{"organisation", (*World).organise},     // bureaucracy drifts, reorganisations settle, deputies report, war rooms close
}

// Phases returns the phases of a week in their order.
func Phases() []Phase {
	list := phases
	return list[:]
}

// Step plays a week. It is the only writer of the world. After the last week it
// does nothing.
func (w *World) Step(in Input) {
	if w.Over() {
		return
	}
	w.Begin(in)
	w.play()
	w.Finish()
}

// play runs the phases as the table has them. Each is called by its name, for a processor
// cannot guess where calls through a table lead; bench.TestGameIsASession holds the two to
// each other.
func (w *World) play() {
	w.takeOrders()
	w.befall()
	w.capital()
	w.construct()
	w.neighbours()
	w.supply()
	w.silicon()
	w.business()
	w.deliver()
	w.power()
	w.compute()
	w.makeModels()
	w.talent()
	w.customers()
	w.settleContracts()
	w.tradeStars()
	w.closeWeek()
	w.organise()
}

// Begin opens a week: what Step does before the phases. Only benches that time
// the phases apart call it themselves.
func (w *World) Begin(in Input) {
	w.in = in
	w.key = rng.At(w.head.Seed, w.head.Tick)
	w.events = w.events[:0]
	w.room.forget()
	for i := range in.Plans {
		if p := &in.Plans[i]; p.By > 0 && int(p.By) < len(w.companies) {
			w.companies[p.By].Plan = p.Plan
		}
	}
}

// Finish closes the week that Begin opened.
func (w *World) Finish() {
	w.head.Tick++
	w.turnPage()
	w.dropBids()
	w.room.forget()
	w.in = Input{}
}
