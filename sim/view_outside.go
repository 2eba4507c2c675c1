package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// Question is an event from outside that waits for the company's choice, or would if it
// had not chosen.
type Question struct {
	Event    IncidentID
	From, To ChoiceID   // its choices, from inclusive to exclusive
	Closes   units.Date // the first day on which it is too late
	Chosen   ChoiceID   // 0: nothing so far
}

// Incidents is the number of events from outside; ids run from 1.
func (v View) Incidents() int { return len(v.w.incidents) - 1 }

// Question returns what an event asks the company; open tells that it still waits.
func (v View) Question(id IncidentID) (q Question, open bool) {
	row, info := &v.w.incidents[id], &v.w.sc.incidents[id]
	if row.Closes == 0 || !row.Struck.Has(v.who) || v.w.companies[v.who].Bust {
		return Question{}, false
	}
	q = Question{Event: id, From: info.choices[0], To: info.choices[1], Closes: row.Closes, Chosen: *v.w.chosen(id, v.who)}
	return q, q.Closes > v.Date() && q.Chosen == 0
}

// Asked tells whether an event of last week asks the company for a choice.
func (v View) Asked() bool {
	return lastWeek(v.w.companies[v.who].Asked, v.w.head.Tick)
}

// Foreseen is the day on which an event is expected whose sign everybody has seen; false
// for others.
func (v View) Foreseen(id IncidentID) (units.Date, bool) {
	row := &v.w.incidents[id]
	return row.Due, row.Told && row.Due != 0
}

// Effect is one thing that an event or a choice brings, as it is told.
type Effect struct {
	Kind   string
	Unit   units.Kind
	Size   int64 // in base units of Unit; of trust in thousandths of a point
	Weeks  int64 // 0: it comes at once
	After  int64 // weeks until it begins
	Odds   units.PPM
	Family FamilyID // 0: all
	Ref    Ref      // region or segment, if it is of one
	Own    bool     // only who chooses it, or is struck, bears it
}

// Brings lists what an event brings, or with a choice what that adds, in this run and at
// the severity of last time.
func (v View) Brings(id IncidentID, k ChoiceID) (list []Effect) {
	w := v.w
	info, rows := &w.sc.incidents[id], w.sc.incidents[id].effects
	if k != 0 {
		rows = w.sc.choices[k].effects
	}
	severity := w.incidents[id].Severity
	if w.incidents[id].Times == 0 {
		severity = 1
	}
	for x := rows[0]; x < rows[1]; x++ {
		e := &w.sc.effects[x]
		spec := effectSpecs[e.kind]
		row := Effect{Kind: spec.Name, Unit: spec.Unit, Size: w.sizeOf(x, v.who, severity), Weeks: w.whole(&e.setup.Weeks), After: w.whole(&e.setup.After), Odds: units.One, Own: k != 0}
		if e.setup.Odds.Given {
			row.Odds = units.PPM(w.whole(&e.setup.Odds))
		}
		switch {
		case spec.Family:
			row.Family = info.family
		case spec.Region:
			row.Ref = Ref{OfRegion, int32(info.region)}
		case e.kind == EffectReach:
			row.Ref = Ref{OfSegment, int32(info.segment)}
		}
		list = append(list, row)
	}
	return list
}

// Stakes is what a choice would bring the company, in dollars: what it pays now, what it
// would gain for sure over the time of its effects, and what it may gain, weighed by the
// odds.
type Stakes struct{ Now, Sure, Unsure float64 }

// Stakes previews a choice for the company. What is paid now is known; of what comes
// later nobody knows the worth, and each leadership has its own error.
func (v View) Stakes(k ChoiceID) (s Stakes) {
	w := v.w
	id := w.sc.choices[k].incident
	key := rng.At(w.head.Seed, int32(w.incidents[id].Began)) // the same however often it is asked
	draw := key.Stream(streamJudge, w.sc.companies[v.who].key+uint64(k)<<32)
	belief := detmath.Exp(float64(judgement * draw.Normal()))
	for x := w.sc.choices[k].effects[0]; x < w.sc.choices[k].effects[1]; x++ {
		e := &w.sc.effects[x]
		worth := float64(v.worthOf(x, w.incidents[id].Severity) * w.oddsOf(id, e.kind))
		switch {
		case e.setup.Odds.Given:
			s.Unsure += float64(float64(belief*worth)*w.figure(&e.setup.Odds)) / float64(units.One)
		case e.kind == EffectCost && !e.setup.After.Given:
			s.Now -= worth
		default:
			s.Sure += float64(belief * worth)
		}
	}
	return s
}

// oddsOf is the chance that an event itself brings an effect of a kind, against which a
// choice may help; 1 where it brings none.
func (w *World) oddsOf(id IncidentID, kind EffectKind) float64 {
	info := &w.sc.incidents[id]
	for x := info.effects[0]; x < info.effects[1]; x++ {
		if e := &w.sc.effects[x]; e.kind == kind && e.setup.Odds.Given {
			return w.figure(&e.setup.Odds) / float64(units.One)
		}
	}
	return 1
}

// judgement is the standard deviation of the log error of what a leadership expects of a
// choice: half and half again. By choice; forecasts of a policy's effect are no better.
const judgement = 0.4

// What part of a change of value counts for owners who do not sell, and over how many
// weeks a point of trust is felt. By choice.
const (
	moodCounts  = 0.1
	trustCounts = 26.0
)

// worthOf is what an effect would be worth to the company in dollars, negative if it costs.
func (v View) worthOf(x int16, severity float64) float64 {
	w := v.w
	e := &w.sc.effects[x]
	info, co := &w.sc.incidents[e.incident], &w.companies[v.who]
	size, weeks := float64(w.sizeOf(x, v.who, severity)), w.figure(&e.setup.Weeks)
	share := size / float64(units.One)
	switch e.kind {
	case EffectSales:
		return -float64(float64(share*weeks) * v.marked(info, true))
	case EffectLevy:
		return -float64(float64(share*weeks) * v.marked(info, false))
	case EffectDuty:
		return -float64(float64(share*min(weeks/weeksAYear, 1)) * float64(co.ToPay))
	case EffectEnergy:
		return -float64(float64(share*weeks) * float64(w.regions[info.region].week(w.tie(v.who, info.region).Drawn)))
	case EffectPower:
		part := float64(w.liveIn(v.who, info.region)) / float64(max(v.livePower(), 1))
		return -float64(float64(share*weeks) * float64(float64(part*w.month(v.who))*0.25))
	case EffectReach:
		return float64(float64(share*weeks) * float64(w.product(info.segment, v.who).Takings))
	case EffectMood:
		return float64(float64(moodCounts*share) * float64(v.Value()))
	case EffectTrust:
		return float64(float64(float64(size*(trustCounts/(trustScale*calmTrust)))) * v.trusting())
	case EffectCost:
		return -size
	}
	return 0
}

// marked is what a designer takes in a week from those whom an event is about, or with
// margin what is left of it; for a buyer what it buys.
func (v View) marked(info *incidentInfo, margin bool) float64 {
	w, f := v.w, &v.w.families[info.family]
	price := float64(f.List)
	if margin {
		price -= float64(f.UnitCost)
	}
	meant, all, today := 0.0, 0.0, w.Date()
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if w.sc.companies[c].orders&(1<<(info.family-1)) == 0 {
			continue
		}
		x := w.dealer(c, info.family).bought(today)
		all += x
		mine := w.sc.families[info.family].designer == v.who || c == v.who
		if mine && (info.set == (CompanySet{}) || info.set.Has(c)) {
			meant += x
		}
	}
	weekly := float64(f.Made) / float64(max(w.head.Tick, 1))
	return float64(float64(price*weekly) * (meant / max(all, 1)))
}

// livePower is the company's power live everywhere.
func (v View) livePower() units.KW { return v.w.live[v.who] }

// trusting is what the company takes in a week from customers, weighed by what they care
// for the public's trust.
func (v View) trusting() (sum float64) {
	for _, s := range v.w.sold(v.who) {
		sum += float64(v.w.segments[s].Trust * float64(v.w.product(s, v.who).Takings))
	}
	return sum
}
