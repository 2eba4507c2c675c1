package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// The forms of a suit.
const (
	suitNone uint8 = iota
	suitNotice
	suitInjunction
)

// neighbours is what the people of the regions make of the last two months: turbines cost
// tolerance, too little of it brings protest, suits and injunctions, and load
// that grows moves the price of energy. Regions take turns in the weeks of two months.
func (w *World) neighbours() {
	if len(w.works) == 1 {
		return
	}
	prices := w.tariffs() && on(w.sc.setup.Switches.EnergyPrice)
	first, step := 1+int(w.head.Tick-1+moodWeeks)%moodWeeks, moodWeeks // else nobody has to be asked but those whose turn it is
	if prices {
		first, step = 1, 1
	}
	for at := first; at < len(w.regions); at += step {
		r := RegionID(at)
		if w.regions[r].Headroom == 0 {
			continue
		}
		if (int(r)-int(w.head.Tick))%moodWeeks == 0 && on(w.sc.setup.Switches.Tolerance) {
			w.mood(r)
		}
		if prices {
			w.auction(r)
			w.moveTariff(r)
		}
	}
}

// tariffs tells whether tariffs are filed this week: by the quarter, and when capacity was
// auctioned.
func (w *World) tariffs() bool {
	return w.head.Tick%tariffWeeks == auctionWeek%tariffWeeks || w.head.Tick%weeksInYear == auctionWeek
}

// tariffWeeks is how often a region's energy is priced anew. By choice: utilities file by the
// quarter at most.
const tariffWeeks = 12

// moveTariff sets the price of a region's energy, by the quarter; nobody files a
// tariff anew for less than a hundredth.
func (w *World) moveTariff(r RegionID) {
	row := &w.regions[r]
	push := float64(pricePush * max(0, row.Grown/float64(row.Headroom)-pricePushFrom))
	if off := push - row.Push; max(off, -off) < tariffStep && w.head.Tick%weeksInYear != auctionWeek {
		return
	}
	row.Push = push
	w.retariff(r)
}

// tariffStep is by how much load must move a price, as a share of it without any load
// that grew. By choice.
const tariffStep = 0.01

// retariff sets the price of a region's energy by what moves it today.
func (w *World) retariff(r RegionID) {
	row := &w.regions[r]
	was := row.Energy
	if row.Energy = units.Price(units.Whole(w.energyPrice(r, nil), maxExact)); row.Energy == was {
		return
	}
	w.charge(row)
	w.rebillIn(r)
	if (was > turbinePrice) != (row.Energy > turbinePrice) {
		w.stirTurbines(r)
	}
}

// rebillIn has the bills of all who draw power in a region reckoned anew.
func (w *World) rebillIn(r RegionID) {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if len(w.ties) == 1 || w.drawing[c]>>(r&63)&1 != 0 {
			w.rebill(c)
		}
	}
}

// stirTurbines has power look again at the sites with turbines in a region.
func (w *World) stirTurbines(r RegionID) {
	for _, s := range w.sited {
		if w.sites[s].Gen != 0 && w.sc.sites[s].region == r {
			w.stirSite(s)
		}
	}
}

// energyPrice is the price of energy that a region's load makes (economics 3).
func (w *World) energyPrice(r RegionID, t *Terms) float64 {
	row := &w.regions[r]
	base := float64(row.Base)
	if t != nil { // nobody asks why in a week: spare it the divisions
		t.Add(TermStart, base/micro)
		t.Add(TermLoad, float64(base*row.Push)/micro)
		t.Add(TermCapacity, row.Capacity/micro)
	}
	sum := base + float64(base*row.Push) + row.Capacity
	if row.Dearer != 0 {
		more := float64(sum*float64(max(row.Dearer, -units.One))) / float64(units.One)
		t.addOutside(more / micro)
		sum += more
	}
	return sum
}

// auction sets a region's price of capacity for a year.
func (w *World) auction(r RegionID) {
	row := &w.regions[r]
	if row.Peaks == 0 || w.head.Tick%weeksInYear != auctionWeek {
		return
	}
	row.Capacity = w.capacityPrice(row)
	w.emit(Event{Kind: EventAuction, Ref: Ref{OfRegion, int32(r)}, Amount: units.Whole(row.Capacity, maxExact)})
}

// auctionWeek is the week of the year in which capacity is auctioned: late July.
const auctionWeek = 29

// capacityPrice is what capacity adds to a MWh: fitted to two auctions of PJM,
// 28.92 and 269.92 dollars per MW-day at margins of 20.4 and 18.5 percent, and
// their cap (economics 3). What the grid adds goes to other load that stood in line
// before, or the line would not be years long; so what companies were granted and
// wait for comes out of the reserve, as forecasts of data centres drove PJM's
// auctions to 329.17 and to the cap. Power that nobody takes does not add to it.
func (w *World) capacityPrice(row *Region) float64 {
	large := row.Filed - row.Left // granted, or still in line
	margin := float64(100 * (row.Reserve - float64(large)/float64(max(row.Peaks, 1))))
	perDay := min(float64(28.92*detmath.Exp(float64(1.17*(20.4-margin)))), 333.44)
	return float64(perDay*micro) / 24
}

// countTurbines notes which turbines of a company work, by region, and what their gas
// costs in a week. Those with a permit go first.
func (w *World) countTurbines(c CompanyID) {
	w.companies[c].OwnBill = 0
	ties := w.ties[int(c)*len(w.regions):][:len(w.regions)]
	for r := range ties {
		t, row := &ties[r], &w.regions[r]
		row.Dirty, row.Clean = row.Dirty-t.Dirty, row.Clean-t.Clean
		t.Dirty, t.Clean = 0, 0
	}
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		row := &w.sites[s]
		if row.Burnt == 0 {
			continue
		}
		clean, r := min(row.Burnt, row.Clean), w.sc.sites[s].region
		t := w.tie(c, r)
		t.Clean, w.regions[r].Clean = t.Clean+clean, w.regions[r].Clean+clean
		t.Dirty, w.regions[r].Dirty = t.Dirty+row.Burnt-clean, w.regions[r].Dirty+row.Burnt-clean
		w.companies[c].OwnBill += units.Energy(turbinePrice, row.Burnt, hoursAWeek, w.params.Load)
	}
}

// burnMore moves these sums by what has changed at a site whose turbines burnt so much
// before; as many as then have permits.
func (w *World) burnMore(info *siteInfo, s *Site, before units.KW) {
	t, row := w.tie(info.owner, info.region), &w.regions[info.region]
	clean := min(s.Burnt, s.Clean) - min(before, s.Clean)
	dirty := s.Burnt - before - clean
	t.Clean, t.Dirty = t.Clean+clean, t.Dirty+dirty
	row.Clean, row.Dirty = row.Clean+clean, row.Dirty+dirty
	w.companies[info.owner].OwnBill += units.Energy(turbinePrice, s.Burnt, hoursAWeek, w.params.Load) -
		units.Energy(turbinePrice, before, hoursAWeek, w.params.Load)
}

// moodWeeks is how often the people of a region act. By choice: tolerance goes over years.
const moodWeeks = 8

// mood moves a region's tolerance by eight weeks and lets its people act.
func (w *World) mood(r RegionID) {
	row := &w.regions[r]
	row.feelLoad()
	if row.Dirty > 0 {
		w.breakPromises(r)
	}
	if row.Dirty+row.Clean > 0 {
		row.Tolerance -= float64(moodWeeks * (float64(dirtyPer100MW*row.felt(row.Dirty)) + float64(cleanPer100MW*row.felt(row.Clean))))
	}
	if row.Dirty == 0 && row.Tolerance < row.Calm {
		row.Tolerance = min(row.Tolerance+moodWeeks*recovery, row.Calm)
	}
	row.Tolerance = min(max(row.Tolerance, 0), 1)
	for c := CompanyID(1); int(c) < len(w.companies) && (row.Dirty > 0 || row.Suits > 0); c++ {
		if t := w.tie(c, r); t.Dirty > 0 || t.Suit != suitNone {
			w.quarrel(c, r, t)
		}
	}
}

// feelLoad has the people of a region feel load that was not there before: halls, lines and
// bills. They get used to none of it, but new load alone costs tolerance.
func (r *Region) feelLoad() {
	more := r.Drawn - r.Most
	if more <= 0 {
		return
	}
	cost := float64(loadCost*float64(more)) / float64(r.Headroom)
	r.Most, r.Tolerance, r.Calm, r.Worn = r.Drawn, r.Tolerance-cost, max(0, r.Calm-cost), r.Worn+cost
}

// breakPromises tells the people of a region whose turbines work without a permit
// in spite of a promise of clean air.
func (w *World) breakPromises(r RegionID) {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if t := w.tie(c, r); t.Dirty > 0 && t.Promises&(1<<PactAir) != 0 {
			w.breakPromise(c, r)
		}
	}
}

// felt is what turbines are to the people of a region, in the 100 MW of a region
// like that of Memphis: the same noise is more where less is built.
func (r *Region) felt(p units.KW) float64 {
	return float64(float64(p)*memphisRoom) / float64(float64(r.Headroom)*100_000)
}

// memphisRoom is the headroom of the region around Memphis, in kW a year: what
// the rates in economics.md 3 are from.
const memphisRoom = 2_500_000

// quarrel is two months of a region's people against a company's turbines.
func (w *World) quarrel(c CompanyID, r RegionID, t *Tie) {
	row := &w.regions[r]
	draw := w.stream(streamQuarrel, w.sc.companies[c].key^w.sc.regions[r].key)
	ref := Ref{OfRegion, int32(r)}
	if t.Dirty == 0 {
		w.rest(c, r, t)
		return
	}
	t.Rest = 0
	marches, sues, stops := 0, false, false
	march, sue := float64(protestRate*max(0, protestBelow-row.Tolerance)), float64(suitRate*max(0, suitBelow-row.Tolerance))
	stop := float64(float64(injunctionRate*row.felt(t.Dirty)) / 4)
	for range moodWeeks {
		if draw.Float64() < march {
			marches++
		}
		sues = draw.Float64() < sue || sues
		stops = draw.Float64() < stop || stops
	}
	if marches > 0 {
		row.Tolerance = max(0, row.Tolerance-float64(protestCost*float64(marches)))
		w.emit(Event{Kind: EventProtest, Cause: t.Event, By: c, Ref: ref, Amount: int64(t.Dirty)})
	}
	switch {
	case t.Suit == suitNone && sues:
		t.Suit, t.Since = suitNotice, w.head.Tick
		w.suits[c]++
		row.Suits++
		t.Event = w.emit(Event{Kind: EventSuit, Cause: w.cause(c, r), By: c, Ref: ref, Amount: int64(t.Dirty)})
	case t.Suit != suitNone && stops:
		t.Suit, t.Since = suitInjunction, w.head.Tick
		t.Injunctions++
		t.Event = w.emit(Event{Kind: EventInjunction, Cause: t.Event, By: c, Ref: ref, Amount: int64(t.Dirty)})
		w.enjoin(c, r, t.Event)
	}
}

// rest lets a suit end when its ground has been gone for some weeks.
func (w *World) rest(c CompanyID, r RegionID, t *Tie) {
	if t.Rest += moodWeeks; t.Rest < suitRests || w.enjoined(c, r) {
		return
	}
	t.Suit, t.Since, t.Rest = suitNone, w.head.Tick, 0
	w.suits[c]--
	w.regions[r].Suits--
	t.Event = w.emit(Event{Kind: EventSuitEnded, Cause: t.Event, By: c, Ref: Ref{OfRegion, int32(r)}})
}

// enjoined tells whether a company has turbines in a region that a court stopped.
func (w *World) enjoined(c CompanyID, r RegionID) bool {
	for use := w.inUse(c, usePlants); use.left != 0; {
		if p := &w.plants[use.next()]; p.Enjoined && w.sc.sites[p.Site].region == r {
			return true
		}
	}
	return false
}

// cause is the event by which a company's oldest dirty turbines in a region came.
func (w *World) cause(c CompanyID, r RegionID) (first EventID) {
	for use := w.inUse(c, usePlants); use.left != 0; {
		p := &w.plants[use.next()]
		if p.Works && !p.Permitted && w.sc.sites[p.Site].region == r && (first == 0 || p.Event < first) {
			first = p.Event
		}
	}
	return first
}

// breakPromise is what it costs to run turbines without a permit after a
// promise of clean air.
func (w *World) breakPromise(c CompanyID, r RegionID) {
	t, row := w.tie(c, r), &w.regions[r]
	t.Promises &^= 1 << PactAir
	row.Tolerance -= promiseBroken
	row.Calm = max(0, row.Calm-promiseBroken)
	t.Event = w.emit(Event{Kind: EventPactBroken, Cause: t.Event, By: c, Ref: Ref{OfRegion, int32(r)}, Amount: int64(t.Dirty)})
}

// peakWeeks is for how many weeks at once it is drawn in which of them the grid is short.
const peakWeeks = 8

// peaks says in which regions the grid is short this week.
func (w *World) peaks() {
	draws, moved := w.head.Tick%peakWeeks == 0 && on(w.sc.setup.Switches.Curtailment), uint64(0)
	for r := RegionID(1); int(r) < len(w.regions); r++ {
		row := &w.regions[r]
		if draws && row.Headroom != 0 {
			row.Short = w.shortWeeks(r)
		}
		now, was := row.Short&1, countIf(row.Peak)
		row.Peak, row.Short = now != 0, row.Short>>1
		moved |= (uint64(now) | uint64(was)) << (r & 63) // nobody could guess where it is: no branch
	}
	if moved != 0 {
		w.stirFlexible(moved)
	}
}

// stirFlexible has power look again at the sites with load that can be cut in some regions,
// a bit each; 64 on they share one.
func (w *World) stirFlexible(regions uint64) {
	for i, word := range w.flexible {
		for sites := (setBits{64 * i, word}); sites.left != 0; {
			if s := SiteID(sites.next()); regions>>(w.sc.sites[s].region&63)&1 != 0 {
				w.stirSite(s)
			}
		}
	}
}

// shortWeeks draws in which of the coming weeks a region's grid is short, a bit each.
func (w *World) shortWeeks(r RegionID) (weeks uint8) {
	row, odds := &w.regions[r], peakOdds
	if row.Grown > float64(row.Headroom) {
		odds = float64(peakOdds * detmath.Exp(row.Grown/float64(row.Headroom)-1))
	}
	draw := w.stream(streamPeak, w.sc.regions[r].key)
	for i := range peakWeeks {
		if draw.Float64() < odds {
			weeks |= 1 << i
		}
	}
	return weeks
}
