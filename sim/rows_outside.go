package sim

import "entangle/sim/units"

// IncidentID names an event from outside of the scenario.
type IncidentID int16

// ChoiceID names a way to meet one. Those of an event are neighbours.
type ChoiceID int16

// Incident is where an event from outside stands.
type Incident struct {
	Due      units.Date // day on which it will happen, 0: not foreseen
	Rests    units.Date // with a chance: the first day on which it can come again
	Began    units.Date // when it happened last, 0: never
	Closes   units.Date // first day on which it is too late to choose
	Ends     units.Date // first day without its own effects, 0: over, or none that last
	Monthly  float64    // chance that it comes in four weeks, 0: it has a date
	Severity float64    // of the last time
	Struck   CompanySet // whom it concerned then
	Event    EventID    // by which it was told last
	Times    int32      // it has happened
	Told     bool       // its sign was seen
}

// Burden is an effect of an event from outside that is at work on a company, or on all
// where By is 0, or will be.
type Burden struct {
	Effect int16     // row of the scenario's effects
	By     CompanyID // who bears it
	On     bool
	From   units.Date
	Until  units.Date // the first day without it
	Size   int64      // in the unit of its kind, severity included
	Event  EventID    // that brought it
}

// EffectKind is a kind of effect of an event from outside.
type EffectKind uint8

// The kinds of effect. The list is closed: an event can do nothing else.
const (
	EffectNone      EffectKind = iota
	EffectSales                // chips of a family are withheld from marked buyers
	EffectLevy                 // the state takes a share of what the designer is paid for them
	EffectDuty                 // chips cost their buyers more, which goes to the state
	EffectEnergy               // energy costs more
	EffectPower                // energised power is missing
	EffectReach                // a product appeals less to the customers of a segment
	EffectMood                 // investors pay less: for all, or for the company
	EffectTolerance            // the neighbours of a region bear less
	EffectTrust                // the public trusts a company less
	EffectCost                 // money is gone
	effectKinds
)

// effectSpec describes a kind of effect.
type effectSpec struct {
	Name   string
	Unit   units.Kind // of its size
	Lasts  bool       // it goes on for some weeks; the others come at once
	Family bool       // it needs a family, or all are meant
	Region bool       // it needs a region
	Needs  string     // the key of its size
}

var effectSpecs = [effectKinds]effectSpec{
	EffectNone:      {},
	EffectSales:     {Name: "sales", Unit: units.KindShare, Lasts: true, Family: true, Needs: "share"},
	EffectLevy:      {Name: "levy", Unit: units.KindShare, Lasts: true, Family: true, Needs: "share"},
	EffectDuty:      {Name: "duty", Unit: units.KindShare, Lasts: true, Family: true, Needs: "share"},
	EffectEnergy:    {Name: "energy_price", Unit: units.KindShare, Lasts: true, Region: true, Needs: "share"},
	EffectPower:     {Name: "power_cut", Unit: units.KindShare, Lasts: true, Region: true, Needs: "share"},
	EffectReach:     {Name: "reach", Unit: units.KindShare, Lasts: true, Needs: "share"},
	EffectMood:      {Name: "mood", Unit: units.KindShare, Needs: "share"},
	EffectTolerance: {Name: "tolerance", Unit: units.KindShare, Region: true, Needs: "share"},
	EffectTrust:     {Name: "trust", Unit: noUnit, Needs: "points"},
	EffectCost:      {Name: "cost", Unit: money, Needs: "money"},
}

// EffectKinds lists the kinds of effect by their names in files.
func EffectKinds() (names []string) {
	for k := EffectNone + 1; k < effectKinds; k++ {
		names = append(names, effectSpecs[k].Name)
	}
	return names
}

// trustScale is what a point of trust counts in a burden's size.
const trustScale = 1000

// concern says whom an event from outside concerns.
type concern uint8

const (
	ofNobody concern = iota
	ofDesigner
	ofBuyers
	ofOwners
	ofSellers
	ofUnlisted
	ofEverybody
	concerns
)

var concernNames = [concerns]string{"", "designer", "buyer", "owner", "seller", "unlisted", "everybody"}

// seats are whom an event can concern, by their names in files.
func seats() (names []string) {
	for k := ofNobody + 1; k < concerns; k++ {
		names = append(names, concernNames[k])
	}
	return names
}
