package sim_test

import (
	"reflect"
	"slices"
	"testing"

	"entangle/sim"
)

// switchCase says what turning a mechanic off does: what the figure of its
// effect is, when it is read, and which way it goes.
type switchCase struct {
	name  string // key in the file
	off   func(*sim.Switches)
	what  string
	weeks int
	watch func(w *sim.World)
	read  func(w *sim.World) float64
	up    bool // the figure is larger without the mechanic
}

// TestSwitchesAct plays 400 pairs of runs, with each mechanic and without it, on
// the same seeds: the 99 percent interval of the paired difference excludes
// zero, on the side on which the mechanic works.
func TestSwitchesAct(t *testing.T) {
	in := quartet(t)
	cases := switchCases(t)
	names := reflect.TypeFor[sim.Switches]()
	if len(cases) != names.NumField() {
		t.Errorf("%d cases for %d switches", len(cases), names.NumField())
	}
	for i, c := range cases {
		if want := names.Field(i).Tag.Get("yaml"); c.name != want {
			t.Errorf("case %d is of %q, switch %d is %q", i, c.name, i, want)
		}
		if testing.Short() && i%shortTurn != 0 {
			continue
		}
		effect, half := effectOf(t, c.world(t, in), c)
		t.Logf("%-12s off: %s %+.4g, 99%% interval %+.4g to %+.4g", c.name, c.what, effect, effect-half, effect+half)
		if !c.up {
			effect = -effect
		}
		if !(effect-half > 0) {
			t.Errorf("%s moves %s by %.4g in the expected direction, give or take %.4g: that is nothing", c.name, c.what, effect, half)
		}
	}
}

// withHaste is a world in which a company has no patience: it pays more ahead for chips.
func withHaste(in sim.Setup, who string) sim.Setup {
	in.Companies = slices.Clone(in.Companies)
	for i := range in.Companies {
		if co := &in.Companies[i]; co.ID == who {
			co.Temperament.Patience = sim.Exactly(0)
		}
	}
	return in
}

// shortTurn is which of the cases, each so many, the short tests play.
const shortTurn = 6

// TestSwitchesCompareLikeWithLike: with nothing switched off the two sides are
// the same runs, so that the whole effect is the switch's.
func TestSwitchesCompareLikeWithLike(t *testing.T) {
	for i, c := range switchCases(t) {
		if testing.Short() && i%shortTurn != 0 {
			continue
		}
		c.off = func(*sim.Switches) {}
		if effect, half := effectOf(t, c.world(t, quartet(t)), c); effect != 0 || half != 0 {
			t.Errorf("%s: %v give or take %v between equal runs", c.name, effect, half)
		}
	}
}

// world is the setup that a case is shown in.
func (c switchCase) world(t *testing.T, usual sim.Setup) sim.Setup {
	switch {
	case ofTalent[c.name]:
		s := sim.ChainSetup()
		sim.AddTalent(&s)
		return s
	case c.name == "rationing":
		return withHaste(usual, "harbour")
	case c.name == "outside":
		return withEvents(t)
	case amongOrganisations[c.name]:
		return busyOrganisations(octet(t))
	case shownIn[c.name]:
		return sim.ChainSetup()
	case c.name == "bookings":
		return sim.BookedSetup()
	case c.name == "expansion":
		return sim.SuppliedSetup()
	case c.name == "ventures":
		return sim.VentureSetup()
	case onGrid[c.name]:
		return sim.BusyGridSetup()
	case onMarkets[c.name]:
		return sim.MarketSetup()
	case withLabs[c.name]:
		return sim.LabsSetup()
	case c.name == "debt": // who can sell shares instead buys hardly fewer chips
		s := sim.FinancedSetup()
		s.Switches.Rounds = sim.Off
		return s
	case withMoney[c.name]:
		return sim.FinancedSetup()
	case withStars[c.name], c.name == "rounds", c.name == "refining": // small laboratories always have a run under way, and live by what investors give
		return octet(t)
	}
	return usual
}

// shownIn are the mechanics that quartet does without: they are shown in the
// richer test world.
var shownIn = map[string]bool{"packaging": true, "deposits": true, "software": true, "spot": true, "ageing": true, "silicon_slips": true}

// ofTalent are those that show where there is a market for people.
var ofTalent = map[string]bool{"talent_market": true, "envy": true, "know_how": true, "agents": true, "exodus": true}

// onGrid are those that show where something can be built.
var onGrid = map[string]bool{"queue": true, "builders": true, "tolerance": true, "energy_price": true, "curtailment": true}

// withLabs are those that show where models are made.
var withLabs = map[string]bool{"training": true, "disappointment": true, "delays": true, "gaming": true, "data_wall": true, "distilling": true}

// withMoney are those that show where somebody invests and lends.
var withMoney = map[string]bool{"sentiment": true, "guidance": true, "insolvency": true}

// onMarkets are those that show where several segments are served.
var onMarkets = map[string]bool{"price_match": true, "hosting": true, "trust": true, "licences": true}

// amongOrganisations are those that show where organisations change.
var amongOrganisations = map[string]bool{"bureaucracy_drift": true, "forms": true, "deputies": true, "war_rooms": true, "fog": true}

// effectOf is the mean paired difference, without less with, and the half width
// of its interval.
func effectOf(t *testing.T, in sim.Setup, c switchCase) (effect, half float64) {
	outcome := func(w *sim.World) []float64 { return []float64{c.read(w)} }
	out := in
	c.off(&out.Switches)
	return paired(sample(t, in, c.weeks, c.watch, outcome)[0], sample(t, out, c.weeks, c.watch, outcome)[0])
}

func switchCases(t *testing.T) []switchCase {
	all := func(metric string) func(w *sim.World) float64 {
		return func(w *sim.World) float64 { return total(t, w, metric) }
	}
	got, idle, cuts, anger, runs := delivered{t: t}, 0.0, 0.0, 0.0, &finished{}
	values := &valueMoves{t: t}
	asked, spirits := 0.0, 0.0
	carriedOut := func(w *sim.World) float64 { return float64(w.Head().Orders - w.Head().Refused) }
	return inOrder(append([]switchCase{
		{"power_limit", func(s *sim.Switches) { s.PowerLimit = sim.Off }, "kH100e idle for want of power, all weeks together", 26,
			func(w *sim.World) {
				if w.Head().Tick == 1 {
					idle = 0
				}
				idle += total(t, w, "site_idle")
			}, func(*sim.World) float64 { return idle }, false},
		{"installation", func(s *sim.Switches) { s.Installation = sim.Off }, "kH100e running after a quarter", 13, nil, all("compute_running_total"), true},
		{"rationing", func(s *sim.Switches) { s.Rationing = sim.Off }, "share of the buyer in a hurry, who prepays more, in two months' chips", 9,
			got.watch, got.shareOfHarbour, false},
		{"list_price", func(s *sim.Switches) { s.ListPrice = sim.Off }, "USD that list prices moved in half a year", 26, nil,
			func(w *sim.World) float64 { return priceMoves(w) }, false},
		{"slips", func(s *sim.Switches) { s.Slips = sim.Off }, "MW live in April", 14, nil, all("power_energised"), true},
		{"overflow", func(s *sim.Switches) { s.Overflow = sim.Off }, "kH100e served in week 8", 8, nil, all("demand_served"), false},
		{"attention", func(s *sim.Switches) { s.Attention = sim.Off }, "orders carried out in half a year", 26, nil,
			func(w *sim.World) float64 { return float64(w.Head().Orders - w.Head().Refused) }, true},
		{"bureaucracy", func(s *sim.Switches) { s.Bureaucracy = sim.Off }, "kH100e on order after two weeks", 2, nil, all("compute_on_order"), true},
		{"packaging", func(s *sim.Switches) { s.Packaging = sim.Off }, "weeks of lead time of both designers after a quarter", 13, nil, all("lead_time"), false},
		{"deposits", func(s *sim.Switches) { s.Deposits = sim.Off }, "USD billion paid for chips in two months", 9, nil, all("capex"), false},
		{"software", func(s *sim.Switches) { s.Software = sim.Off }, "kH100e lost to immature software after half a year", 30, nil,
			func(w *sim.World) float64 { return total(t, w, "compute_used") - total(t, w, "compute_effective") }, false},
		{"spot", func(s *sim.Switches) { s.Spot = sim.Off }, "kH100e that customers got in week 20", 20, nil, all("demand_served"), false},
		{"ageing", func(s *sim.Switches) { s.Ageing = sim.Off }, "USD billion that brokers would pay for all chips after half a year", 26, nil, all("fleet_value"), true},
		{"silicon_slips", func(s *sim.Switches) { s.SiliconSlips = sim.Off }, "stages that own chips have done in a year", 52, nil, all("programme_stage"), true},
		{"queue", func(s *sim.Switches) { s.Queue = sim.Off }, "MW live after a year and a quarter", 65, nil, all("power_energised"), true},
		{"builders", func(s *sim.Switches) { s.Builders = sim.Off }, "MW live after 35 weeks", 35, nil, all("power_energised"), true},
		{"tolerance", func(s *sim.Switches) { s.Tolerance = sim.Off }, "protests and suits in two years", 104,
			func(w *sim.World) {
				if w.Head().Tick == 1 {
					anger = 0
				}
				for _, kind := range []sim.EventKind{sim.EventProtest, sim.EventSuit} {
					n, _ := happened(w, kind)
					anger += float64(n)
				}
			}, func(*sim.World) float64 { return anger }, false},
		{"energy_price", func(s *sim.Switches) { s.EnergyPrice = sim.Off }, "USD per MWh after a year and a half", 78, nil, all("energy_price"), false},
		{"curtailment", func(s *sim.Switches) { s.Curtailment = sim.Off }, "weeks with flexible load cut in two years", 104,
			func(w *sim.World) {
				if w.Head().Tick == 1 {
					cuts = 0
				}
				n, _ := happened(w, sim.EventCurtailed)
				cuts += float64(n)
			}, func(*sim.World) float64 { return cuts }, false},

		{"talent_market", func(s *sim.Switches) { s.TalentMarket = sim.Off }, "researchers hired in a year", 52, nil, all("hires"), false},
		{"envy", func(s *sim.Switches) { s.Envy = sim.Off }, "old hands who quit in a year", 52, nil, all("quits_old"), false},
		{"know_how", func(s *sim.Switches) { s.KnowHow = sim.Off }, "points of know-how after a year", 52, nil, all("know_how"), true},
		{"agents", func(s *sim.Switches) { s.Agents = sim.Off }, "conventional software staff after a year", 52, nil, all("software_staff"), true},
		{"exodus", func(s *sim.Switches) { s.Exodus = sim.Off }, "researchers who quit in half a year", 36,
			func(w *sim.World) {
				if w.Head().Tick == 8 {
					sim.Disown(w, 3)
				}
			}, func(w *sim.World) float64 { return read(t, w, "quits", 3) }, false},
		{"training", func(s *sim.Switches) { s.Training = sim.Off }, "points of all best models after a year", 52, nil, all("best_model_eci"), false},
		{"disappointment", func(s *sim.Switches) { s.Disappointment = sim.Off }, "points that models lack of what was expected of them, in two years", 104, runs.watch,
			func(*sim.World) float64 { return runs.short }, false},
		{"delays", func(s *sim.Switches) { s.Delays = sim.Off }, "weeks until the first model of each is finished, together", 60, runs.watch,
			func(*sim.World) float64 { return runs.first }, false},
		{"gaming", func(s *sim.Switches) { s.Gaming = sim.Off }, "points of the best model of one who games, in week 8", 8, nil,
			func(w *sim.World) float64 {
				return read(t, w, "best_model_eci", find(t, w.Scenario(), sim.OfCompany, "ember"))
			}, false},
		{"data_wall", func(s *sim.Switches) { s.DataWall = sim.Off }, "points of all best models after two years", 104, nil, all("best_model_eci"), true},
		{"distilling", func(s *sim.Switches) { s.Distilling = sim.Off }, "cost of serving a model near the frontier after a year", 52, nil, all("inference_cost"), true},
		{"refining", func(s *sim.Switches) { s.Refining = sim.Off }, "points of all best models after a year", 52, nil, all("best_model_eci"), false},

		// capital
		{"rounds", func(s *sim.Switches) { s.Rounds = sim.Off }, "USD billion paid for chips in a year", 52, nil, all("capex"), false},
		{"debt", func(s *sim.Switches) { s.Debt = sim.Off }, "USD billion paid for chips in a quarter", 13, nil, all("capex"), false},
		{"sentiment", func(s *sim.Switches) { s.Sentiment = sim.Off }, "USD billion by which values move a week", 26, values.watch, values.moved, false},
		{"guidance", func(s *sim.Switches) { s.Guidance = sim.Off }, "USD billion by which values move a week", 26, values.watch, values.moved, false},
		{"insolvency", func(s *sim.Switches) { s.Insolvency = sim.Off }, "USD billion that chips of the bankrupt brought in a year", 52, nil,
			func(w *sim.World) float64 { return auctioned(t, w) }, false},

		// market
		{"price_match", func(s *sim.Switches) { s.PriceMatch = sim.Off }, "USD per hour that customers paid, all segments together, in week 26", 26, nil, all("segment_price"), true},
		{"hosting", func(s *sim.Switches) { s.Hosting = sim.Off }, "kH100e that customers who take any model used in week 26", 26, nil,
			func(w *sim.World) float64 {
				return read(t, w, "demand_served", find(t, w.Scenario(), sim.OfSegment, "apps"))
			}, false},
		{"trust", func(s *sim.Switches) { s.Trust = sim.Off }, "revenue of one whom the public does not trust, in half a year", 26, nil,
			func(w *sim.World) float64 {
				return read(t, w, "revenue", find(t, w.Scenario(), sim.OfCompany, "ember"))
			}, true},
		{"licences", func(s *sim.Switches) { s.Licences = sim.Off }, "USD billion that one who builds on the model of another takes in, in half a year", 26, nil,
			func(w *sim.World) float64 {
				return read(t, w, "revenue", find(t, w.Scenario(), sim.OfCompany, "delta"))
			}, false},
		{"ventures", func(s *sim.Switches) { s.Ventures = sim.Off }, "USD billion of revenue of all in a year", 52, nil, all("revenue"), false},
		{"bookings", func(s *sim.Switches) { s.Bookings = sim.Off }, "kH100e that a tenant has by contract after half a year", 26, nil,
			func(w *sim.World) float64 {
				return read(t, w, "compute_rented", find(t, w.Scenario(), sim.OfCompany, "cedar"))
			}, false},
		{"bureaucracy_drift", func(s *sim.Switches) { s.BureaucracyDrift = sim.Off }, "points of bureaucracy after a year", 52, nil, all("bureaucracy"), false},
		{"forms", func(s *sim.Switches) { s.Forms = sim.Off }, "points of bureaucracy that research feels after a year", 52, nil, all("research_drag"), true},
		{"deputies", func(s *sim.Switches) { s.Deputies = sim.Off }, "orders carried out in a year", 52, nil, carriedOut, false},
		{"war_rooms", func(s *sim.Switches) { s.WarRooms = sim.Off }, "points of morale, all companies together, mean of two years", 104,
			func(w *sim.World) { // orders come out even: what one area saves the others pay
				if w.Head().Tick == 1 {
					spirits = 0
				}
				spirits += total(t, w, "morale") / 104
			}, func(*sim.World) float64 { return spirits }, true},
		{"expansion", func(s *sim.Switches) { s.Expansion = sim.Off }, "thousand wafers a month after a year", 52, nil, all("packaging_capacity"), false},
		{"fog", func(s *sim.Switches) { s.Fog = sim.Off }, "investigations in a year", 52,
			func(w *sim.World) {
				if w.Head().Tick == 1 {
					asked = 0
				}
				n, _ := happened(w, sim.EventInvestigated)
				asked += float64(n)
			}, func(*sim.World) float64 { return asked }, false},
		{"outside", func(s *sim.Switches) { s.Outside = sim.Off }, "USD per MWh, all regions together, while events make it dear", 18, nil, all("energy_price"), false},
	}, starCases(t)...))
}

// inOrder puts cases into the order of the switches.
func inOrder(cases []switchCase) []switchCase {
	place, names := map[string]int{}, reflect.TypeFor[sim.Switches]()
	for i := range names.NumField() {
		place[names.Field(i).Tag.Get("yaml")] = i
	}
	slices.SortStableFunc(cases, func(a, b switchCase) int { return place[a.name] - place[b.name] })
	return cases
}

// finished notes how runs end.
type finished struct {
	short float64 // points less than expected
	first float64 // sum of the weeks in which companies first finished one
	seen  [16]bool
}

func (f *finished) watch(w *sim.World) {
	if w.Head().Tick == 1 {
		*f = finished{}
	}
	for _, e := range w.Events() {
		if e.Kind != sim.EventRunDone && e.Kind != sim.EventRunDisappointed {
			continue
		}
		if f.short += float64(e.Amount - e.Qty); !f.seen[e.By] {
			f.seen[e.By] = true
			f.first += float64(w.Head().Tick)
		}
	}
}

// total adds a metric up over all its entities.
func total(t testing.TB, w *sim.World, metric string) (sum float64) {
	i, _ := sim.FindMetric(metric)
	for id := range w.Scenario().Count(sim.Metrics()[i].Of) {
		sum += read(t, w, metric, int32(id+1))
	}
	return sum
}

// delivered counts what the two buyers of the contracts of the start receive.
type delivered struct {
	t   *testing.T
	got [2]float64 // falcon prepaid 30 percent, harbour 20
}

func (d *delivered) watch(w *sim.World) {
	if w.Head().Tick == 1 {
		d.got = [2]float64{}
	}
	for _, e := range w.Events() {
		for i, name := range [2]string{"falcon", "harbour"} {
			if e.Kind == sim.EventChipsDelivered && int32(e.By) == find(d.t, w.Scenario(), sim.OfCompany, name) {
				d.got[i] += float64(e.Qty)
			}
		}
	}
}

func (d *delivered) shareOfHarbour(*sim.World) float64 { return d.got[1] / (d.got[0] + d.got[1]) }

// priceMoves is by how much the list prices differ from those of the start.
func priceMoves(w *sim.World) (sum float64) {
	start := sim.New(w.Scenario())
	start.Reset(w.Head().Seed)
	for f := range w.Scenario().Families() {
		now, then := w.Family(sim.FamilyID(f+1)).List, start.Family(sim.FamilyID(f+1)).List
		sum += float64(max(now-then, then-now))
	}
	return sum
}
