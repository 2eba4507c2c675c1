package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// Reset starts a run: it draws the figures that have ranges, each from a stream
// of its own, and fills the rows from them.
func (w *World) Reset(seed uint64) {
	w.head = Head{Seed: seed}
	w.drawFigures(seed)
	clear(w.companies)
	clear(w.regions)
	clear(w.families)
	w.spot = Spot{}
	clear(w.accounts)
	clear(w.segments)
	clear(w.products)
	clear(w.sites)
	clear(w.outside)
	clear(w.total)
	clear(w.opening)
	clear(w.works)
	clear(w.requests)
	clear(w.plants)
	clear(w.deals)
	clear(w.ties)
	clear(w.finances)
	clear(w.loans)
	clear(w.rests)
	clear(w.suits)
	clear(w.lacks)
	clear(w.stirred)
	w.labour = Labour{}
	clear(w.crews)
	clear(w.teams)
	clear(w.offices)
	w.asks = w.asks[:0]
	w.fleets = w.fleets[:1]
	w.sited = w.sited[:0]
	w.contracts = w.contracts[:1]
	clear(w.due)
	w.clauses = w.clauses[:1]
	w.waiting = w.waiting[:0]
	w.events = w.events[:0]
	clear(w.room.shadowed)
	w.loadMarkets()
	w.loadSegments()
	w.rankFamilies()
	w.loadSites()
	w.loadStages()
	w.loadCompanies()
	w.loadModels()
	w.loadPlants()
	w.loadChain()
	w.loadPrograms()
	w.loadPeople()
	w.loadVentures(seed)
	w.loadContracts()
	w.loadTalent()
	w.judgeBuyers()
	w.firstMix()
	w.reckonLeads()
	w.powerUp()
	w.closeBooks()
	w.loadCapital()
	w.loadOrgs()
	w.meet()
}

func (w *World) drawFigures(seed uint64) {
	key := rng.At(seed, -1)
	for i := range w.sc.figures {
		f := &w.sc.figures[i]
		w.figures[i] = f.Value
		if f.Ranged() {
			s := key.Stream(streamFigure, f.subject)
			w.head.Draws++
			w.figures[i] = s.Triangular(f.Low, f.Value, f.High)
		}
	}
}

func (w *World) loadMarkets() {
	s := &w.sc.setup
	k := &s.Constants
	w.params = Params{Load: units.PPM(w.whole(k.Load)), MinPrepaid: units.PPM(w.whole(k.MinPrepaid)),
		MoveWeeks: int32(w.whole(k.MoveWeeks)), GraceWeeks: int32(w.whole(k.GraceWeeks)), MaxTerm: int32(w.whole(k.MaxTerm)),
		Loyalty: w.figure(k.Loyalty), SpotWeeks: w.figure(k.SpotWeeks), DepositLead: w.figure(k.DepositLead), DepositShare: units.PPM(w.whole(k.DepositShare)),
		OrderCap: w.whole(k.OrderCap), TargetLead: w.figure(k.TargetLead), ListPriceSpeed: w.figure(k.ListPriceSpeed)}
	for i := range s.Regions {
		w.loadRegion(&w.regions[i+1], &s.Regions[i])
	}
	for i := range s.Families {
		f := &s.Families[i]
		w.families[i+1] = Family{H100e: units.H100e(w.whole(f.H100e)), Watts: w.whole(f.Draw),
			List: usd(w.whole(f.ListPrice)), ListFine: w.figure(f.ListPrice),
			UnitCost: usd(w.whole(f.UnitCost)), Supply: w.figure(f.Supply),
			Growth: w.figure(f.Growth), Noise: w.figure(f.Noise), Memory: w.figure(f.Memory)}
		w.families[i+1].Capacity = units.Chips(w.whole(f.Supply))
	}
}

func (w *World) loadSites() {
	s := &w.sc.setup
	for i := range s.Sites {
		st, id := &s.Sites[i], SiteID(i+1)
		w.sites[id] = Site{PUE: units.PPM(w.whole(st.PUE)), Install: int32(w.whole(st.InstallWeeks)),
			Energised: units.KW(w.whole(st.Energised))}
		w.sites[id].Shell = w.sites[id].Energised
		w.sites[id].Inherited = min(units.KW(w.whole(st.Turbines)), w.sites[id].Energised)
		w.sites[id].Gen = w.sites[id].Inherited
		w.sites[id].AtStart = w.sites[id].Energised - w.sites[id].Inherited
		w.sites[id].Grid = w.sites[id].AtStart
		w.sites[id].Halls = units.KW(w.whole(st.Halls))
		if !on(s.Switches.Installation) {
			w.sites[id].Install = 0
		}
		for _, ch := range st.Chips {
			family, _ := w.sc.Find(OfFamily, ch.Family)
			f := &w.fleets[w.fleetOf(id, FamilyID(family))]
			f.Ready = units.Chips(w.whole(ch.Count))
			f.Worth = detmath.Exp(-float64(agesBusy * w.figure(ch.Age)))
			w.families[family].AtStart += f.Ready
		}
	}
	w.loadPlots()
}

func (w *World) loadStages() {
	for i := range w.sc.stages {
		info := &w.sc.stages[i]
		slip := 0
		if on(w.sc.setup.Switches.Slips) {
			slip = int(w.whole(info.slip))
		}
		w.stages[i] = Stage{Add: units.KW(w.whole(info.add)), Actual: info.planned.AddWeeks(slip)}
	}
}

func (w *World) loadCompanies() {
	s := &w.sc.setup
	for i := range s.Companies {
		co := &s.Companies[i]
		cash := usd(w.whole(co.Cash))
		w.companies[i+1] = Company{Cash: cash, StartCash: cash, Overhead: usd(w.whole(co.Overhead)),
			Staff: w.whole(co.Staff), Bureaucracy: w.figure(co.Bureaucracy),
			Price: units.Price(w.whole(co.Price)), Quality: w.figure(co.Quality), Trust: calmTrust,
			Temper: Temper{w.figure(co.Temperament.Risk), w.figure(co.Temperament.Patience),
				w.figure(co.Temperament.Hedge), w.figure(co.Temperament.Thrift), usualTemper},
			Policy: Policies{CashFloor: usd(w.whole(co.Policies.CashFloor)),
				PriceStep: units.PPM(w.whole(co.Policies.PriceStep)), Renew: units.PPM(w.whole(co.Policies.Renew)),
				Dispatch: units.One}}
		if co.Models.KnowHow.Given {
			w.companies[i+1].Know = w.figure(co.Models.KnowHow)
			w.teams[i+1].Start = w.companies[i+1].Know
		}
		if co.Trust.Given {
			w.companies[i+1].Trust = w.figure(co.Trust)
		}
		if co.Policies.Dispatch.Given {
			w.companies[i+1].Policy.Dispatch = units.PPM(w.whole(co.Policies.Dispatch))
		}
		if co.Temperament.Pay.Given {
			w.companies[i+1].Temper.Pay = w.figure(co.Temperament.Pay)
		}
		w.head.Money += cash
	}
}

// usualTemper is a temperament where the scenario is silent.
const usualTemper = 5

// loadContracts signs what the scenario says was signed before.
func (w *World) loadContracts() {
	s := &w.sc.setup
	for i := range s.Contracts {
		k, info := &s.Contracts[i], &w.sc.contracts[i]
		id := w.sign(info.parties[0], info.parties[1], k.Start, k.End, 0, 0)
		for j := range k.Clauses {
			ci := &info.clauses[j]
			w.add(id, Clause{Kind: ci.kind, From: ci.from, To: ci.to, Family: ci.family, Site: ci.site, Use: ci.use})
			row := &w.clauses[len(w.clauses)-1]
			clauseSpecs[ci.kind].load(w, &k.Clauses[j], row)
		}
		for at := w.contracts[id.row()].Clauses; at != 0; at = w.clauses[at].Next {
			if c := &w.clauses[at]; c.Kind == ClauseDeliver {
				w.expect(c, +1)
			}
		}
		if _, _, plain := w.rentalOf(&w.contracts[id.row()]); plain || w.isLicence(&w.contracts[id.row()]) {
			w.billIn(id, w.turnFrom(k.Start))
		}
	}
}

// rankFamilies ranks the families by compute per watt, so that power goes to the
// chips that make most of it; ties go by id.
func (w *World) rankFamilies() {
	for f := 1; f < len(w.families); f++ {
		w.families[f].Rank = 1
		for g := 1; g < len(w.families); g++ {
			if w.denser(FamilyID(g), FamilyID(f)) || g < f && !w.denser(FamilyID(f), FamilyID(g)) {
				w.families[f].Rank++
			}
		}
	}
}

// denser tells whether family a makes more compute of a watt than b.
func (w *World) denser(a, b FamilyID) bool {
	x, y := &w.families[a], &w.families[b]
	return int64(x.H100e)*y.Watts > int64(y.H100e)*x.Watts
}

// powerUp runs what power allows at the start, so that the first week finds the
// world in its usual state. Nobody pays for it.
func (w *World) powerUp() {
	for id := 1; id < len(w.sites); id++ {
		s := &w.sites[id]
		s.Used = w.fillSite(s, w.sc.sites[id].owner, w.limit(s))
		if len(w.ties) > 1 {
			w.tie(w.sc.sites[id].owner, w.sc.sites[id].region).Drawn += s.Used
		}
	}
	for i := 1; i < len(w.clauses); i++ {
		if c := &w.clauses[i]; c.Kind == ClauseCapacity {
			w.grant(c)
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		w.reckonLoss(c)
	}
	for r := range w.regions {
		w.charge(&w.regions[r])
	}
	w.stirAll()
	for _, c := range w.sc.labs {
		w.useResearch(c)
	}
	w.firstCustomers()
	w.listOffers()
}
