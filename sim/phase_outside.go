package sim

import (
	"math"
	"math/bits"

	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// The streams of events from outside.
const (
	streamOutside rng.StreamID = 60 + iota // when one comes; subject: event
	streamFate                             // how severe it is and whom it strikes; subject: event
	streamOdds                             // whether an effect comes; subject: event, company and effect
	streamJudge                            // error of what a company expects of a choice; subject: company and choice
)

// befall lets events from outside show their signs and happen, and what they brought
// begin and end.
func (w *World) befall() {
	if len(w.incidents) == 1 {
		return
	}
	for _, id := range w.approaching() {
		w.approach(id)
	}
	w.turnBurdens()
}

// approaching lists the events of which something may come this week: one has a day, or ends,
// or its turn to be drawn has come.
func (w *World) approaching() []IncidentID {
	n, all, today, week := uint(0), len(w.incidents), uint32(w.Date()), uint8(w.head.Tick)%billWeeks
	list, drawnIn := w.room.incidents[:all], w.sc.drawnIn[:all]
	for id := 1; id < all; id++ {
		row := &w.incidents[id]
		list[n] = IncidentID(id)
		ends := uint32(row.Ends)-1 < today // and there is such a day
		n += countIf(row.Due != 0) | countIf(ends) | countIf(math.Float64bits(row.Monthly) != 0)&countIf(drawnIn[id] == week)
	}
	return list[:n]
}

// loadIncidents draws when the events that have a date will come, and whether they will.
func (w *World) loadIncidents(seed uint64) {
	w.burdens = w.burdens[:0]
	clear(w.answers)
	if len(w.incidents) == 1 {
		return
	}
	clear(w.incidents)
	key := rng.At(seed, -1)
	for id := 1; id < len(w.incidents); id++ {
		info, row := &w.sc.incidents[id], &w.incidents[id]
		if !on(w.sc.setup.Switches.Outside) {
			continue
		}
		if info.date == 0 {
			row.Monthly = 1 - detmath.Exp(float64(detmath.Log(1-w.figure(&info.setup.Chance)/float64(units.One))*(billWeeks/weeksAQuarter)))
			continue
		}
		row.Due = info.date
		draw := key.Stream(streamOutside, info.key)
		if jitter := w.whole(&info.setup.Jitter); jitter > 0 {
			w.head.Draws++
			row.Due = max(row.Due.AddWeeks(int(draw.IntN(2*jitter+1)-jitter)), w.sc.setup.Start)
		}
		if info.setup.Odds.Given {
			w.head.Draws++
			if draw.Float64() >= w.figure(&info.setup.Odds)/float64(units.One) {
				row.Due = 0
			}
		}
	}
}

const weeksAQuarter = 13.0

// approach draws whether an event comes that has no date, once in four weeks for each of
// them, shows its sign, and lets it happen on its day. One that follows another waits until
// that has happened, and is off if its day comes before.
func (w *World) approach(id IncidentID) {
	info, row, today := &w.sc.incidents[id], &w.incidents[id], w.Date()
	if row.Ends != 0 && row.Ends <= today {
		row.Ends = 0
		w.emit(Event{Kind: EventOutsideOver, Cause: row.Event, Ref: Ref{OfIncident, int32(id)}})
	}
	if row.Due == 0 && (row.Monthly == 0 || w.sc.drawnIn[id] != uint8(w.head.Tick)%billWeeks) {
		return
	}
	ready := info.follows == 0 || w.incidents[info.follows].Times > 0
	notice := int(w.whole(&info.setup.Notice))
	if row.Due == 0 {
		draw := w.stream(streamOutside, info.key)
		luck := draw.Float64()
		if luck >= row.Monthly || today < row.Rests || !ready || !w.holds(info) {
			return
		}
		row.Due = today.AddWeeks(notice + int(units.Whole(float64(luck*billWeeks)/row.Monthly-0.5, billWeeks-1))) // any of the four alike
	}
	if notice > 0 && !row.Told && ready && row.Due.AddWeeks(-notice) < today+7 {
		row.Told = true
		row.Event = w.emit(Event{Kind: EventForeseen, Ref: Ref{OfIncident, int32(id)}, Qty: int64(row.Due-today+6) / 7})
	}
	if row.Due < today+7 {
		if row.Due = 0; ready {
			w.happen(id)
		}
		row.Told = false
	}
}

// holds tells whether all that a situation needs is so.
func (w *World) holds(info *incidentInfo) bool {
	for i := range info.when {
		k := &info.when[i]
		x := metrics[k.metric].Read(w, k.of)
		if k.setup.Above.Given && x <= w.figure(&k.setup.Above) || k.setup.Below.Given && x >= w.figure(&k.setup.Below) {
			return false
		}
	}
	return true
}

// happen lets an event happen: how severe it is and whom it strikes is drawn; those
// are asked, and what it brings for sure begins.
func (w *World) happen(id IncidentID) {
	info, row, today := &w.sc.incidents[id], &w.incidents[id], w.Date()
	draw := w.stream(streamFate, info.key)
	row.Times++
	row.Began, row.Rests, row.Closes = today, today.AddWeeks(int(w.whole(&info.setup.Rest))), 0
	row.Severity = 1
	if info.severity.Given {
		f := &w.sc.figures[info.severity.id]
		row.Severity = draw.Triangular(f.Low, f.Value, f.High)
	}
	row.Struck = w.concerned(info)
	if info.one {
		row.Struck = w.oneOf(row.Struck, info.region, draw.Float64())
	}
	struck := CompanyID(0)
	if bits.OnesCount64(row.Struck[0])+bits.OnesCount64(row.Struck[1]) == 1 {
		struck = row.Struck.first()
	}
	row.Event = w.emit(Event{Kind: EventOutside, Cause: row.Event, By: struck, Ref: Ref{OfIncident, int32(id)},
		Qty: units.Whole(float64(row.Severity*float64(units.One)), 10*int64(units.One))})
	if info.choices[1] > info.choices[0] {
		row.Closes = today.AddWeeks(int(w.whole(&info.setup.Answer)) + 1)
		w.question(id, row)
	}
	for x := info.effects[0]; x < info.effects[1]; x++ {
		w.bring(x, row)
		if e := w.sc.effects[x].setup; e.Weeks.Given {
			row.Ends = max(row.Ends, today.AddWeeks(int(w.whole(&e.After)+w.whole(&e.Weeks))))
		}
	}
}

// question asks those whom an event has struck.
func (w *World) question(id IncidentID, row *Incident) {
	n := len(w.companies)
	clear(w.answers[int(id)*n:][:n])
	for c := CompanyID(1); int(c) < n; c++ {
		if row.Struck.Has(c) {
			w.companies[c].Asked = w.head.Tick + 1
		}
	}
}

// bring imposes an effect of an event on those it strikes: companies one by one for
// what is a company's, else all at once.
func (w *World) bring(x int16, row *Incident) {
	info := &w.sc.effects[x]
	switch info.kind {
	case EffectReach, EffectTrust, EffectCost, EffectPower:
		for c := CompanyID(1); int(c) < len(w.companies); c++ {
			if row.Struck.Has(c) {
				w.impose(x, c, row)
			}
		}
	default:
		w.impose(x, 0, row)
	}
}

// concerned is whom an event concerns today.
func (w *World) concerned(info *incidentInfo) (set CompanySet) {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if info.concern != ofNobody && !w.companies[c].Bust && w.concerns(info, c) {
			set = set.With(c)
		}
	}
	return set
}

// concerns tells whether an event concerns a company.
func (w *World) concerns(info *incidentInfo, c CompanyID) bool {
	if info.concern == ofDesigner {
		return w.sc.families[info.family].designer == c
	}
	if info.set != (CompanySet{}) && !info.set.Has(c) {
		return false
	}
	switch info.concern {
	case ofBuyers:
		return w.companies[c].OnOrder > 0 && (info.family == 0 || w.sc.companies[c].orders&(1<<(info.family-1)) != 0)
	case ofOwners:
		return w.liveIn(c, info.region) > 0
	case ofSellers:
		return w.product(info.segment, c).On
	case ofUnlisted:
		return w.financed() && !w.finances[c].Listed
	}
	return true
}

// liveIn is the power of a company that is live in a region.
func (w *World) liveIn(c CompanyID, r RegionID) (sum units.KW) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		if w.sc.sites[s].region == r {
			sum += w.sites[s].Energised
		}
	}
	return sum
}

// relied tells whether what happens to a company's halls is anybody's news: others' work
// runs in them, and it does not stand for many of whom each is small.
func (w *World) relied(c CompanyID) bool {
	co := &w.companies[c]
	return w.sc.Ranked(c) && (co.Served > 0 || co.Let > 0)
}

// oneOf picks one of a set: by its power in a region, where others rely on it, or where
// none is meant each alike.
func (w *World) oneOf(set CompanySet, r RegionID, u float64) (one CompanySet) {
	weigh := func(c CompanyID) float64 {
		switch {
		case !set.Has(c) || r != 0 && !w.relied(c):
			return 0
		case r == 0:
			return 1
		}
		return float64(w.liveIn(c, r))
	}
	all := 0.0
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		all += weigh(c)
	}
	left, last := float64(u*all), CompanyID(0)
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if x := weigh(c); x > 0 {
			last = c
			if left -= x; left < 0 {
				break
			}
		}
	}
	if last != 0 {
		one = one.With(last)
	}
	return one
}

// first is the company of a set that comes first.
func (s CompanySet) first() CompanyID {
	if s[0] != 0 {
		return CompanyID(bits.TrailingZeros64(s[0]) + 1)
	}
	return CompanyID(bits.TrailingZeros64(s[1]) + 65)
}

// chosen is the row of an event and a company.
func (w *World) chosen(id IncidentID, c CompanyID) *ChoiceID {
	return &w.answers[int(id)*len(w.companies)+int(c)]
}
