package sim_test

import (
	"fmt"
	"strings"
	"testing"

	"entangle/sim"
)

// broken is a way to spoil the small setup, and what Compile says to it.
type broken struct {
	name  string
	spoil func(s *sim.Setup)
	path  string
	says  string
	help  string
}

var brokenSetups = []broken{
	{"designer", func(s *sim.Setup) { s.Families[0].Designer = "makr" }, "families.core.designer", `no company "makr"`, `did you mean "maker"?`},
	{"one id for two", func(s *sim.Setup) { s.Sites[1].ID = s.Sites[0].ID }, "sites.annex", "is taken twice", ""},
	{"no cash", func(s *sim.Setup) { s.Companies[0].Cash = sim.Figure{} }, "companies.host.cash", "the figure is missing", "cash"},
	{"no supply", func(s *sim.Setup) { s.Families[0].Supply = sim.Figure{} }, "families.core.supply", "the figure is missing", "chips_per_wafer"},
	{"two supplies", func(s *sim.Setup) { s.Families[0].PerWafer = sim.Exactly(10) }, "families.core.chips_per_wafer", "no supply of its own", ""},
	{"no wafers", func(s *sim.Setup) { s.Families[0].PerWafer = sim.Exactly(10) }, "families.core.chips_per_wafer", "no wafers", ""},
	{"no way to be built", func(s *sim.Setup) {
		f := &s.Families[0]
		f.Supply, f.Growth, f.Noise, f.Memory = sim.Figure{}, sim.Figure{}, sim.Figure{}, sim.Figure{}
	}, "families.core", "nothing says how many", "add chips_per_wafer, or a supply"},
	{"chips without memory", func(s *sim.Setup) { s.Families[0].PerWafer, s.Memory.Capacity = sim.Exactly(10), sim.Exactly(1) },
		"families.core.chips_per_wafer", "no effect on a family without memory_gb", "add memory_gb"},
	{"deposits without a lead", func(s *sim.Setup) { s.Constants.DepositShare = sim.Exactly(1) }, "constants.deposit_share", "no effect without deposit_lead", "add"},
	{"deposits without a share", func(s *sim.Setup) { s.Constants.DepositLead = sim.Exactly(26) }, "constants.deposit_lead", "no effect without deposit_share", "add"},
	{"nobody to retrain", func(s *sim.Setup) {
		sim.AddTalent(s)
		s.Talent.Software, s.Talent.Engineers.Retrain = sim.TierSetup{}, sim.Exactly(1)
	},
		"talent.engineers.retrain", "no effect without conventional software staff", "add talent.software.pay"},
	{"a load without software staff", func(s *sim.Setup) {
		sim.AddTalent(s)
		s.Talent.Software, s.Talent.Workload = sim.TierSetup{}, sim.Exactly(1)
	}, "talent.software_load", "without conventional software staff", "drop software_load"},
	{"post-training of no run", func(s *sim.Setup) {
		sim.AddTalent(s)
		s.Companies[2].Models = sim.LabSetup{KnowHow: sim.Exactly(1), Tuning: sim.Exactly(4)}
	}, "companies.user.models.post_training", "without run", "drop post_training"},
	{"a run in training and through it", func(s *sim.Setup) {
		sim.AddTalent(s)
		s.Companies[2].Models = sim.LabSetup{KnowHow: sim.Exactly(1), Run: sim.Exactly(4), Trained: sim.Exactly(1), Tuning: sim.Exactly(4)}
	}, "companies.user.models", "in post-training is trained", "drop trained or post_training"},
	{"software staff to retrain", func(s *sim.Setup) { sim.AddTalent(s); s.Talent.Software.Retrain = sim.Exactly(1) }, "talent.software.retrain", "those who learn another trade", "drop it"},
	{"software for no chips", func(s *sim.Setup) { s.Companies[2].Elsewhere = sim.Exactly(3) }, "companies.user.maturity_elsewhere", "designs no chips", "drop it"},
	{"closed to nobody known", func(s *sim.Setup) { s.Companies[0].ClosedTo = []string{"usr"} }, "companies.host.closed_to.0", `no company "usr"`, `did you mean "user"?`},
	{"closed to itself", func(s *sim.Setup) { s.Companies[0].ClosedTo = []string{"user", "host"} }, "companies.host.closed_to.1", "shuts himself out", "drop it"},
	{"no models to close", func(s *sim.Setup) { s.Companies[0].Models.ClosedTo = []string{"user"} }, "companies.host.models.closed_to", "makes no models", "add know_how"},
	{"half a stage", func(s *sim.Setup) { begin(s); s.Programs[0].Begun = sim.Exactly(1.5) }, "programmes.p.begun", "one whole number", "write 0, 1, 2 or 3"},
	{"too few engineers", func(s *sim.Setup) { begin(s); s.Programs[0].Engineers = sim.Exactly(1800) },
		"programmes.p.engineers", "it ties up 1800 engineers, and maker has 300", "raise companies.maker.engineers"},
	{"no such kind of programme", func(s *sim.Setup) { begin(s); s.Programs[0].Kind = "chips" }, "programmes.p.kind", `no kind of programme "chips"`, "write chip, device, agents or marketplace"},
	{"a chip without a design", func(s *sim.Setup) { begin(s); s.Programs[0].Design = sim.Figure{} }, "programmes.p.design", "the figure is missing", "a programme for a chip needs it"},
	{"a chip with hype", func(s *sim.Setup) { begin(s); s.Programs[0].Hype = sim.Exactly(1) }, "programmes.p.hype", "no effect on a programme for a chip", "drop it"},
	{"a chip for a market", func(s *sim.Setup) { begin(s); s.Programs[0].Segment = "people" }, "programmes.p.segment", "no effect on a programme for a chip", "drop it"},
	{"a device without odds", func(s *sim.Setup) { dream(s); s.Programs[0].Odds = sim.Figure{} }, "programmes.dream.odds", "the figure is missing", "a programme for a business needs it"},
	{"a device with a ramp", func(s *sim.Setup) { dream(s); s.Programs[0].Ramp = sim.Exactly(4) }, "programmes.dream.ramp", "no effect on a programme for a business", "drop it"},
	{"a device with a family", func(s *sim.Setup) { dream(s); s.Programs[0].Family = "core" }, "programmes.dream.family", "no effect on a programme for a business", "drop it"},
	{"a device for nobody", func(s *sim.Setup) { dream(s); s.Programs[0].Segment = "peple" }, "programmes.dream.segment", `no segment "peple"`, `did you mean "people"?`},
	{"a programme without engineers", func(s *sim.Setup) { begin(s); s.Companies[1].Engineers = sim.Figure{} },
		"programmes.p.engineers", "maker has 0", "lower engineers"},
	{"the id of a plot", func(s *sim.Setup) {
		sim.Grow(s)
		s.Sites = append(s.Sites, s.Sites[0])
		s.Sites[3].ID = "user_plain"
	}, "sites.user_plain", `the plot that "user" has in "plain"`, "another id"},
	{"a line without a grid", func(s *sim.Setup) {
		s.Regions[0].QueueWeeks, s.Regions[0].Turbines = sim.Exactly(100), sim.Exactly(1000)
	}, "regions.plain.queue_weeks", "no effect without headroom: queue_weeks, turbines", "add headroom"},
	{"a peak without an auction", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].PeakLoad = sim.Exactly(27e6) },
		"regions.plain.peak_load", "no effect without reserve_margin", "add reserve_margin"},
	{"no share of wafers", func(s *sim.Setup) { s.Families[0].PerWafer = sim.Exactly(10) }, "companies.maker", "no share of them", ""},
	{"noise without weeks", func(s *sim.Setup) {
		s.Packaging = sim.PackagingSetup{Capacity: sim.Exactly(1), Noise: sim.Exactly(0.1)}
	}, "packaging", "come together", ""},
	{"open to a stranger", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].OpenTo = []string{"host", "ghost"} }, "regions.plain.open_to.1", `no company "ghost"`, "known: host, maker, user"},
	{"open to nobody", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].OpenTo = []string{} }, "regions.plain.open_to", "nobody could build here", "drop the key"},
	{"open without a grid", func(s *sim.Setup) { s.Regions[0].OpenTo = []string{"host"} }, "regions.plain.open_to", "no effect without headroom", "add headroom"},
	{"lines of nobody", func(s *sim.Setup) { s.Packaging.Shift = sim.Exactly(1) }, "packaging", "without capacity nothing is packaged", "add packaging.capacity"},
	{"memory alone", func(s *sim.Setup) { s.Memory.Capacity = sim.Exactly(1) }, "memory.capacity", "no effect without packaging.capacity", "add"},
	{"memory grows from nothing", func(s *sim.Setup) { s.Memory.Growth = sim.Exactly(1) }, "memory", "nothing grows", ""},
	{"a maker of nothing", func(s *sim.Setup) {
		sim.MakeBy(s, "host")
		s.Memory = sim.MemorySetup{}
	}, "packaging.of", "nothing to make without packaging.capacity", "add packaging.capacity"},
	{"a maker whom nobody knows", func(s *sim.Setup) {
		s.Packaging.Capacity = sim.Exactly(1)
		sim.MakeBy(s, "hots")
		s.Memory = sim.MemorySetup{}
	}, "packaging.of", `no company "hots"`, `did you mean "host"?`},
	{"made by nobody", func(s *sim.Setup) {
		s.Packaging.Capacity, s.Packaging.Maker.Paid = sim.Exactly(1), sim.Exactly(1)
	}, "packaging.maker", "without packaging.of nobody makes it", "or drop maker"},
	{"a maker without a price", func(s *sim.Setup) {
		s.Packaging.Capacity = sim.Exactly(1)
		sim.MakeBy(s, "host")
		s.Packaging.Maker.Cost, s.Memory = sim.Figure{}, sim.MemorySetup{}
	}, "packaging.maker.expand_cost", "the figure is missing", "needs it"},
	{"makers who take it all", func(s *sim.Setup) {
		s.Packaging.Capacity, s.Memory.Capacity = sim.Exactly(1), sim.Exactly(1)
		sim.MakeBy(s, "host")
		s.Packaging.Maker.Paid, s.Memory.Maker.Paid = sim.Exactly(5e5), sim.Exactly(500_001)
	}, "memory.maker.paid", "cost more than a chip", "lower one"},
	{"more than all wafers", func(s *sim.Setup) {
		s.Companies[0].WaferShare, s.Companies[1].WaferShare = sim.Exactly(6e5), sim.Exactly(5e5)
	},
		"companies.host.packaging_share", "designers have booked 110 % of all packaging", "lower"},
	{"buyer", func(s *sim.Setup) { s.Families[0].SoldTo = []string{"user", "usr"} }, "families.core.sold_to.1", `no company "usr"`, "user"},
	{"no buyers", func(s *sim.Setup) { s.Families[0].SoldTo = []string{} }, "families.core.sold_to", "the list is empty", "drop the key"},
	{"owner", func(s *sim.Setup) { s.Sites[0].Owner = "ghost" }, "sites.annex.owner", `no company "ghost"`, "known: host, maker, user"},
	{"region", func(s *sim.Setup) { s.Sites[1].Region = "sea" }, "sites.hall.region", `no region "sea"`, "plain"},
	{"chips", func(s *sim.Setup) { s.Sites[1].Chips[0].Family = "cor" }, "sites.hall.chips.0.family", `no chip family "cor"`, `did you mean "core"?`},
	{"chips twice", func(s *sim.Setup) { s.Sites[1].Chips = append(s.Sites[1].Chips, s.Sites[1].Chips[0]) },
		"sites.hall.chips.1.family", "stands twice", "add the counts up"},
	{"party", func(s *sim.Setup) { s.Contracts[1].Parties[0] = "hots" }, "contracts.lease.parties.0", `no company "hots"`, `did you mean "host"?`},
	{"one party", func(s *sim.Setup) { s.Contracts[1].Parties = []string{"host"} }, "contracts.lease.parties", "1 parties; a contract binds exactly two", ""},
	{"three parties", func(s *sim.Setup) { s.Contracts[1].Parties = []string{"host", "user", "maker"} }, "contracts.lease.parties", "3 parties", ""},
	{"one party twice", func(s *sim.Setup) { s.Contracts[1].Parties[1] = "host" }, "contracts.lease.parties.1", "two different parties", ""},
	{"creditor", func(s *sim.Setup) { s.Contracts[1].Clauses[0].From = "hst" }, "contracts.lease.clauses.0.from", `no company "hst"`, "host"},
	{"debtor", func(s *sim.Setup) { s.Contracts[1].Clauses[0].To = "usr" }, "contracts.lease.clauses.0.to", `no company "usr"`, "user"},
	{"outsider", func(s *sim.Setup) { s.Contracts[1].Clauses[1].To = "maker" }, "contracts.lease.clauses.1", "must be the two parties", ""},
	{"kind", func(s *sim.Setup) { s.Contracts[1].Clauses[0].Kind = "rent" }, "contracts.lease.clauses.0.kind", `no clause kind "rent"`, "pay, capacity, deliver"},
	{"clause family", func(s *sim.Setup) { s.Contracts[1].Clauses[0].Family = "x" }, "contracts.lease.clauses.0.family", `no chip family "x"`, "core"},
	{"clause site", func(s *sim.Setup) { s.Contracts[1].Clauses[0].Site = "x" }, "contracts.lease.clauses.0.site", `no site "x"`, "hall"},
	{"a pay clause with a site", func(s *sim.Setup) { s.Contracts[1].Clauses[1].Site = "hall" }, "contracts.lease.clauses.1.site", "a pay clause has no site", ""},
	{"capacity with a rent", func(s *sim.Setup) { s.Contracts[1].Clauses[0].Rent = sim.Exactly(1) },
		"contracts.lease.clauses.0.rent", "a capacity clause has no rent", ""},
	{"capacity without chips", func(s *sim.Setup) { s.Contracts[1].Clauses[0].Chips = sim.Figure{} }, "contracts.lease.clauses.0", "needs chips", ""},
	{"pay without a sum", func(s *sim.Setup) { s.Contracts[1].Clauses[1].Rent = sim.Figure{} }, "contracts.lease.clauses.1", "exactly one of", ""},
	{"pay twice", func(s *sim.Setup) { s.Contracts[1].Clauses[1].Weekly = sim.Exactly(5) }, "contracts.lease.clauses.1", "exactly one of", ""},
	{"prepaid rent", func(s *sim.Setup) { s.Contracts[1].Clauses[1].Prepaid = sim.Exactly(5) }, "contracts.lease.clauses.1.prepaid", "belongs to per_chip", ""},
	{"no bookings", func(s *sim.Setup) { booked(1_000_000, 0)(s); s.Bookings = sim.BookingsSetup{} }, "contracts.hope", "cannot be booked", "bookings.take_or_pay"},
	{"two bookings", func(s *sim.Setup) {
		booked(1_000_000, 0)(s)
		s.Contracts[2].Clauses = append(s.Contracts[2].Clauses, s.Contracts[2].Clauses[0])
	}, "contracts.hope", "one booking and one rent", ""},
	{"steps at no distance", func(s *sim.Setup) {
		booked(1_000_000, 0)(s)
		s.Contracts[2].Clauses[0].Every = sim.Figure{}
	}, "contracts.hope.clauses.0", "weeks between them", "add every"},
	{"booked at another's site", func(s *sim.Setup) { booked(1_000_000, 0)(s); s.Contracts[2].Clauses[0].Site = "shed" }, "contracts.hope.clauses.0.site", "belongs to another company", ""},
	{"booked in a closed region", func(s *sim.Setup) {
		booked(1_000_000, 0)(s)
		sim.Grow(s)
		s.Regions[0].OpenTo, s.Contracts[2].Clauses[0].Site = []string{"host"}, "hall"
	}, "contracts.hope.clauses.0.site", "may not rent in its region", "regions.plain.open_to"},
	{"a credit for nothing", func(s *sim.Setup) {
		s.Contracts[1].Clauses = append(s.Contracts[1].Clauses, sim.ClauseSetup{Kind: "pay", From: "host", To: "user", Credit: sim.Exactly(5)})
	}, "contracts.lease.clauses.2", "nothing to pay for", ""},
	{"another's hall", func(s *sim.Setup) { s.Contracts[1].Clauses[0].Site = "shed" }, "contracts.lease.clauses.0.site", "belongs to another company", ""},
	{"to another's hall", func(s *sim.Setup) { s.Contracts[0].Clauses[0].Site = "hall" }, "contracts.batch.clauses.0.site", "belongs to another company", ""},
	{"not its designer", func(s *sim.Setup) { s.Families[0].Designer = "host" }, "contracts.batch.clauses.0.from", "only the family's designer", ""},
	{"no clauses", func(s *sim.Setup) { s.Contracts[1].Clauses = nil }, "contracts.lease.clauses", "0 clauses", ""},
	{"nine clauses", func(s *sim.Setup) {
		for len(s.Contracts[1].Clauses) < 9 {
			s.Contracts[1].Clauses = append(s.Contracts[1].Clauses, s.Contracts[1].Clauses[0])
		}
	}, "contracts.lease.clauses", "9 clauses", ""},
	{"a home nowhere", func(s *sim.Setup) { s.Companies[0].Home = "norht" }, "companies.host.home", `no region "norht"`, `known: plain`},
	{"somebody from nowhere", func(s *sim.Setup) { sim.AddStars(s); s.People[2].Home = "norht" }, "people.cat.home", `no region "norht"`, `known: plain`},
	{"a contract of tomorrow", func(s *sim.Setup) { s.Contracts[1].Start = s.Start + 1 }, "contracts.lease.start", "cannot begin later", "2025-01-07"},
	{"a contract of yesterday", func(s *sim.Setup) { s.Contracts[1].End = s.Start }, "contracts.lease.end", "over before", "drop it"},
	{"half a week", func(s *sim.Setup) { s.End += 3 }, "end", "185 days", "2025-07-08"},
	{"backwards", func(s *sim.Setup) { s.End = s.Start }, "end", "is not after the start", ""},
	{"for ever", func(s *sim.Setup) { s.End = s.Start.AddWeeks(1566) }, "end", "1566 weeks, at most 1565", ""},
	{"a stage at the start", func(s *sim.Setup) {
		s.Sites[0].Stages = []sim.StageSetup{{Date: s.Start, Add: sim.Exactly(1), Slip: sim.Exactly(0)}}
	},
		"sites.annex.stages.0.date", "not after the start", "energised"},
	{"sold at a loss", func(s *sim.Setup) { s.Families[0].UnitCost = sim.Exactly(10_001) }, "families.core.unit_cost", "loses money", "raise list_price"},
	{"quality without price", func(s *sim.Setup) { s.Companies[2].Price = sim.Figure{} }, "companies.user", "needs a price", "add price"},
	{"price without quality", func(s *sim.Setup) { s.Companies[2].Quality = sim.Figure{} }, "companies.user.price", "means nothing", "drop price"},
	{"out of bounds", func(s *sim.Setup) { s.Sites[0].PUE = sim.Exactly(1) }, "sites.annex.pue", "outside what is possible", "100 %"},
	{"crooked range", func(s *sim.Setup) { s.Companies[0].Cash = sim.Figure{Value: 5, Low: 6, High: 7, Given: true} },
		"companies.host.cash", "outside what is possible", ""},
	{"a crowd", func(s *sim.Setup) {
		for i := range 126 {
			s.Companies = append(s.Companies, sim.CompanySetup{ID: fmt.Sprint("c", i), Cash: sim.Exactly(1), Overhead: sim.Exactly(1),
				Staff: sim.Exactly(1), Bureaucracy: sim.Exactly(1)})
		}
		s.Families[0].SoldTo = []string{"user"} // the last of them
	}, "companies", "129 companies, at most 128", ""},
	{"a segment too many", func(s *sim.Setup) {
		for i := range 32 {
			s.Segments = append(s.Segments, s.Segments[0])
			s.Segments[i+1].ID = fmt.Sprint("more", i)
		}
	}, "segments", "33 segments, at most 32", ""},
	{"a need that nobody knows", func(s *sim.Setup) { s.Segments[0].Needs = "luck" }, "segments.people.needs", "no need \"luck\"", "write model, hosting or compute"},
	{"a product for nobody", func(s *sim.Setup) { s.Companies[2].Products = []sim.ProductSetup{{Segment: "peple"}} },
		"companies.user.products.0.segment", "no segment \"peple\"", "people"},
	{"a product twice", func(s *sim.Setup) {
		s.Companies[2].Products = []sim.ProductSetup{{Segment: "people"}, {Segment: "people"}}
	},
		"companies.user.products.1.segment", "stands twice", "drop one"},
	{"a product without a price", func(s *sim.Setup) { s.Companies[0].Products = []sim.ProductSetup{{Segment: "people"}} },
		"companies.host.products.0", "has no price", "add price"},
	{"a grid without a line", func(s *sim.Setup) { s.Regions[0].Headroom = sim.Exactly(5_000) }, "regions.plain", "needs queue_weeks", "add queue_weeks"},
	{"an auction of nothing", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].Reserve = sim.Exactly(180_000) }, "regions.plain.reserve_margin", "no effect without peak_load", "add peak_load"},
	{"more turbines than power", func(s *sim.Setup) { sim.Grow(s); s.Sites[0].Turbines = sim.Exactly(3_000) }, "sites.annex.turbines", "reach above it", "lower turbines"},
	{"turbines where nobody counts them", func(s *sim.Setup) { s.Sites[0].Turbines = sim.Exactly(1_000) }, "sites.annex.turbines", "nothing is known of the grid", "headroom"},
	{"nobody", func(s *sim.Setup) { *s = sim.Setup{Start: s.Start, End: s.End} }, "companies", "at least one", ""},
}

// begin gives the maker a programme for its family, and the engineers for it.
func begin(s *sim.Setup) {
	s.Contracts = s.Contracts[1:]
	s.Companies[1].Engineers = sim.Exactly(300)
	s.Programs = []sim.ProgramSetup{{ID: "p", Owner: "maker", Family: "core", Cost: sim.Exactly(1e7), Engineers: sim.Exactly(40), Design: sim.Exactly(10),
		Tapeout: sim.Exactly(10), Qualify: sim.Exactly(10), Ramp: sim.Exactly(10), SlipChance: sim.Exactly(0), SlipWeeks: sim.Exactly(0)}}
}

// alone are faults of one thing, of which more than one message would be noise.
var alone = map[string]bool{"no way to be built": true, "a line without a grid": true, "an auction of nothing": true,
	"more than all wafers": true, "the id of a plot": true, "too few engineers": true, "memory alone": true}

// TestCompileFindsFaults spoils one thing at a time: the problem names the place
// and what is wrong there, and helps where it can.
func TestCompileFindsFaults(t *testing.T) {
	for _, b := range brokenSetups {
		s := sim.SmallSetup()
		b.spoil(&s)
		sc, problems := sim.Compile(s)
		if sc != nil || !b.in(problems) {
			t.Errorf("%s: want %s: %s (%s), got %+v", b.name, b.path, b.says, b.help, problems)
		}
		if alone[b.name] && len(problems) != 1 {
			t.Errorf("%s: %d problems for one fault: %+v", b.name, len(problems), problems)
		}
	}
}

func (b broken) in(problems []sim.Problem) bool {
	for _, p := range problems {
		if p.Path == b.path && strings.Contains(p.Message, b.says) && strings.Contains(p.Help, b.help) {
			return true
		}
	}
	return false
}

// TestCompileFindsAllFaults: five mistakes in five places come at once, and no
// others with them.
func TestCompileFindsAllFaults(t *testing.T) {
	five := []string{"designer", "region", "half a week", "price without quality", "prepaid rent"}
	s := sim.SmallSetup()
	var made []broken
	for _, b := range brokenSetups {
		for _, name := range five {
			if b.name == name {
				b.spoil(&s)
				made = append(made, b)
			}
		}
	}
	_, problems := sim.Compile(s)
	if len(problems) != len(five) {
		t.Errorf("%d problems for %d mistakes: %+v", len(problems), len(five), problems)
	}
	for _, b := range made {
		if !b.in(problems) {
			t.Errorf("%s was not found: %+v", b.name, problems)
		}
	}
}

// TestListsAreReadToTheirEnd: a name that nobody has hides no other fault of its list.
func TestListsAreReadToTheirEnd(t *testing.T) {
	s := sim.SmallSetup()
	sim.Grow(&s)
	s.Companies[0].ClosedTo = []string{"usr", "host", "ghost", "user"}
	s.Regions[0].OpenTo = []string{"ghost", "host", "usr"}
	s.Families[0].SoldTo = []string{"usr", "user", "ghost"}
	_, problems := sim.Compile(s)
	want := []broken{{path: "companies.host.closed_to.0", says: `no company "usr"`}, {path: "companies.host.closed_to.1", says: "shuts himself out"},
		{path: "companies.host.closed_to.2", says: `no company "ghost"`}, {path: "regions.plain.open_to.0", says: `no company "ghost"`},
		{path: "regions.plain.open_to.2", says: `no company "usr"`}, {path: "families.core.sold_to.0", says: `no company "usr"`},
		{path: "families.core.sold_to.2", says: `no company "ghost"`}}
	for _, b := range want {
		if !b.in(problems) {
			t.Errorf("no %s: %s in %+v", b.path, b.says, problems)
		}
	}
	if len(problems) != len(want) {
		t.Errorf("%d problems for %d faults: %+v", len(problems), len(want), problems)
	}
}

// TestSmallSetupCompiles: what the others spoil is sound, and so is its edge.
func TestSmallSetupCompiles(t *testing.T) {
	s := sim.SmallSetup()
	s.End = s.Start.AddWeeks(1565)
	s.Families[0].UnitCost = s.Families[0].ListPrice
	compile(t, s)
}
