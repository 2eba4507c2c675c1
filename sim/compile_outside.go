package sim

import (
	"sort"
	"strconv"
	"strings"

	"entangle/sim/near"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// Bounds of what a scenario says of events from outside.
const (
	maxIncidents = 100
	maxChoices   = 5 // of an event
	maxEffects   = 8 // of an event or a choice
)

// incidentInfo is what never changes of an event from outside.
type incidentInfo struct {
	key      uint64
	date     units.Date
	follows  IncidentID
	concern  concern
	one      bool // it strikes one of those concerned
	family   FamilyID
	region   RegionID
	segment  SegmentID
	set      CompanySet // that it is about; empty: all
	choices  [2]ChoiceID
	effects  [2]int16
	when     []whenInfo
	setup    *IncidentSetup
	severity Figure
}

// whenInfo is a condition on a metric.
type whenInfo struct {
	metric int
	of     int32
	setup  *WhenSetup
}

// choiceInfo is what never changes of a choice.
type choiceInfo struct {
	incident IncidentID
	effects  [2]int16
	setup    *ChoiceSetup
}

// effectInfo is what never changes of an effect.
type effectInfo struct {
	kind     EffectKind
	incident IncidentID
	choice   ChoiceID // 0: of the event itself
	setup    *EffectSetup
}

// nameEvents fills the tables of events and of choices, which are called by the id of
// their event and their own.
func (c *compiler) nameEvents() {
	list := c.s.setup.Events
	sort.SliceStable(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	c.atMost("events", len(list), maxIncidents)
	for i := range list {
		e := &list[i]
		c.name("events", &c.s.names.incidents, e.ID, e.Title)
		sort.SliceStable(e.Choices, func(i, j int) bool { return e.Choices[i].ID < e.Choices[j].ID })
		for j := range e.Choices {
			k := &e.Choices[j]
			c.name("events."+e.ID+".choices", &c.s.names.choices, e.ID+"-"+k.ID, k.Title)
		}
	}
}

// outside resolves and checks events from outside.
func (c *compiler) outside() {
	s := c.s
	s.incidents, s.choices, s.effects = make([]incidentInfo, len(s.setup.Events)+1), make([]choiceInfo, 1), nil
	s.drawnIn = make([]uint8, len(s.incidents))
	for i := range s.setup.Events {
		e, id, path := &s.setup.Events[i], IncidentID(i+1), "events."+s.setup.Events[i].ID
		info := &s.incidents[id]
		info.key, info.setup, info.date, info.severity = rng.Subject("event", e.ID), e, e.Date, e.Severity
		s.drawnIn[id] = uint8(info.key % billWeeks)
		c.aboutWhat(info, path)
		c.whenComes(info, path)
		c.whomStrikes(info, path)
		info.effects = c.effectsOf(id, 0, e.Effects, path)
		c.atMost(path+".choices", len(e.Choices), maxChoices)
		info.choices[0] = ChoiceID(len(s.choices))
		for j := range e.Choices {
			k := ChoiceID(len(s.choices))
			s.choices = append(s.choices, choiceInfo{incident: id, setup: &e.Choices[j]})
			s.choices[k].effects = c.effectsOf(id, k, e.Choices[j].Effects, path+".choices."+e.Choices[j].ID)
		}
		info.choices[1] = ChoiceID(len(s.choices))
	}
	for i := range s.setup.Events {
		c.order(IncidentID(i + 1))
	}
}

// aboutWhat resolves what an event is about.
func (c *compiler) aboutWhat(info *incidentInfo, path string) {
	e, n := info.setup, &c.s.names
	if e.Family != "" {
		info.family = FamilyID(c.find(&n.families, "chip family", path+".family", e.Family))
	}
	if e.Region != "" {
		info.region = RegionID(c.find(&n.regions, "region", path+".region", e.Region))
	}
	if e.Segment != "" {
		info.segment = SegmentID(c.find(&n.segments, "segment", path+".segment", e.Segment))
	}
	for j, name := range e.Companies {
		if id := CompanyID(c.find(&n.companies, "company", path+".companies."+strconv.Itoa(j), name)); id > 0 && id <= MaxCompanies {
			info.set = info.set.With(id)
		}
	}
}

// whenComes checks what an event says of its time.
func (c *compiler) whenComes(info *incidentInfo, path string) {
	e := info.setup
	switch {
	case (e.Date == 0) == !e.Chance.Given:
		c.wrong(path, "an event has a date or a chance, one of the two", "add date: 2025-04-09, or chance: 2 % (a quarter) and rest: 26 weeks")
	case e.Date != 0 && (e.Date < c.s.setup.Start || e.Date >= c.s.setup.End):
		c.wrong(path+".date", "the date is outside of the scenario", "it runs from "+c.s.setup.Start.String()+" to "+(c.s.setup.End-1).String())
	case e.Jitter.Given && e.Date == 0:
		c.wrong(path+".jitter", "only a date has jitter; this event comes with a chance", "drop it")
	case e.Odds.Given && e.Date == 0:
		c.wrong(path+".odds", "only a date has odds; this event comes with a chance", "drop it")
	case len(e.When) > 0 && e.Date != 0:
		c.wrong(path+".date", "a situation comes when it holds and has no date; only what happens outside may name one", "drop date and add chance and rest, or drop when")
	case e.Chance.Given != e.Rest.Given:
		c.wrong(path, "chance and rest belong together: what has happened can come again after its rest", "add both, or date alone")
	}
	for j := range e.When {
		info.when = append(info.when, c.when(&e.When[j], path+".when."+strconv.Itoa(j)))
	}
	if e.Notice.Given != (e.Sign.En != "") {
		c.wrong(path, "sign and notice belong together: everybody sees the sign so many weeks before", "add both, or neither")
	}
}

// when resolves and checks a condition.
func (c *compiler) when(k *WhenSetup, path string) (info whenInfo) {
	info.setup = k
	at, known := FindMetric(k.Metric)
	if !known {
		var names []string
		for i := range metrics {
			names = append(names, metrics[i].Name)
		}
		help := "docs/files.md lists them"
		if best := near.Best(k.Metric, names); best != "" {
			help = "did you mean \"" + best + "\"? " + help
		}
		c.wrong(path+".metric", "no metric \""+k.Metric+"\"", help)
		return info
	}
	info.metric = at
	switch of := metrics[at].Of; {
	case of == OfWorld && k.Of != "":
		c.wrong(path+".of", k.Metric+" is the world's", "drop of")
	case of != OfWorld:
		info.of = c.find(c.s.table(of), of.String(), path+".of", k.Of)
	}
	if k.Above.Given == k.Below.Given {
		c.wrong(path, "a condition says above or below, one of the two", "add above: 0.9, or below: 0.9")
	}
	return info
}

// whomStrikes checks whom an event concerns.
func (c *compiler) whomStrikes(info *incidentInfo, path string) {
	e := info.setup
	for k, name := range concernNames {
		if e.Seat == name {
			info.concern = concern(k)
		}
	}
	switch {
	case e.Seat != "" && info.concern == ofNobody:
		c.wrong(path+".seat", "no seat \""+e.Seat+"\"", near.Suggest(e.Seat, seats()))
	case info.concern == ofDesigner && info.family == 0:
		c.wrong(path+".seat", "whose designer is meant is not said", "add family")
	case info.concern == ofOwners && info.region == 0:
		c.wrong(path+".seat", "where its owners have their power is not said", "add region")
	case info.concern == ofSellers && info.segment == 0:
		c.wrong(path+".seat", "to whom its sellers sell is not said", "add segment")
	case info.concern == ofNobody && len(e.Choices) > 0:
		c.wrong(path+".choices", "nobody can choose: no seat is given", "add seat, one of "+strings.Join(seats(), ", "))
	}
	if (len(e.Choices) > 0) != e.Answer.Given {
		c.wrong(path, "choices and answer belong together: the weeks in which those concerned can choose", "add both, or neither")
	}
	switch info.one = e.Strikes == "one"; {
	case e.Strikes != "" && e.Strikes != "one" && e.Strikes != "all":
		c.wrong(path+".strikes", "it strikes one or all of those it concerns, not \""+e.Strikes+"\"", "")
	case info.one && info.concern == ofNobody:
		c.wrong(path+".strikes", "it concerns nobody, so it strikes nobody", "add seat")
	}
}

// effectsOf resolves and checks a list of effects.
func (c *compiler) effectsOf(id IncidentID, choice ChoiceID, list []EffectSetup, path string) (rows [2]int16) {
	c.atMost(path+".effects", len(list), maxEffects)
	rows[0] = int16(len(c.s.effects))
	for j := range list {
		x := effectInfo{incident: id, choice: choice, setup: &list[j]}
		for k := EffectNone + 1; k < effectKinds; k++ {
			if effectSpecs[k].Name == list[j].Kind {
				x.kind = k
			}
		}
		c.effect(&x, path+".effects."+strconv.Itoa(j))
		c.s.effects = append(c.s.effects, x)
	}
	rows[1] = int16(len(c.s.effects))
	return rows
}

// effect checks that an effect has the keys of its kind, and its event what it is about.
func (c *compiler) effect(x *effectInfo, path string) {
	e, info, spec := x.setup, &c.s.incidents[x.incident], effectSpecs[x.kind]
	if x.kind == EffectNone {
		c.wrong(path+".kind", "no kind of effect \""+e.Kind+"\"", near.Suggest(e.Kind, EffectKinds()))
		return
	}
	for _, f := range [...]struct {
		name string
		f    *Figure
	}{{"share", &e.Share}, {"points", &e.Points}, {"money", &e.Money}} {
		needs := spec.Needs
		if x.kind == EffectCost && e.Share.Given { // so much for a company of its size
			needs = "share"
		}
		if (f.name == needs) != f.f.Given {
			c.wrong(path, "the size of "+spec.Name+" is given by "+needs+" alone", "add "+needs+", and none of the others")
			break
		}
	}
	if spec.Lasts != e.Weeks.Given {
		c.wrong(path, map[bool]string{true: spec.Name + " lasts for some weeks", false: spec.Name + " comes at once and does not last"}[spec.Lasts], map[bool]string{true: "add weeks", false: "drop weeks"}[spec.Lasts])
	}
	own := x.choice != 0 || info.concern != ofNobody
	switch {
	case spec.Region && info.region == 0:
		c.wrong(path, spec.Name+" is of a region, and the event names none", "add region to the event")
	case (x.kind == EffectSales || x.kind == EffectLevy) && info.family == 0:
		c.wrong(path, spec.Name+" is of a chip family, and the event names none", "add family to the event")
	case x.kind == EffectReach && info.segment == 0:
		c.wrong(path, "reach is in a segment, and the event names none", "add segment to the event")
	case (x.kind == EffectReach || x.kind == EffectTrust || x.kind == EffectCost || x.kind == EffectPower) && !own:
		c.wrong(path, spec.Name+" is of companies, and the event concerns none", "add seat to the event")
	case (x.kind == EffectPower || x.kind == EffectEnergy && x.choice != 0) && !c.s.grows():
		c.wrong(path, spec.Name+" needs power that is metered by region, and nothing can be built anywhere", "add headroom and queue_weeks to a region")
	}
}

// order checks that what an event follows is not itself, and that an event that can come
// again has no effect left then.
func (c *compiler) order(id IncidentID) {
	info := &c.s.incidents[id]
	e, path := info.setup, "events."+info.setup.ID
	if e.Follows != "" {
		if info.follows = IncidentID(c.find(&c.s.names.incidents, "event", path+".follows", e.Follows)); info.follows == id {
			c.wrong(path+".follows", "an event cannot follow itself", "")
		}
	}
	for i := range c.s.effects {
		x := &c.s.effects[i]
		if weeks := x.setup.After.High + x.setup.Weeks.High; x.incident == id && e.Rest.Given && weeks+e.Answer.High > e.Rest.Low {
			c.wrong(path+".rest", "it can come again while its effects last", "add up the weeks of answer, after and weeks: rest is longer")
			return
		}
	}
}
