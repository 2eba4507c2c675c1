package sim

// Hold is what holds a company back: a resource that it is short of, what the chips
// that it designs are short of, or compute to rent.
type Hold uint8

// What may hold a company back.
const (
	HoldNone Hold = iota
	HoldPower
	HoldChips
	HoldCash
	HoldAttention
	HoldPackaging // of the chips that it designs
	HoldMemory    // the same
	HoldRoom      // it turns customers away, and more of nothing that it owns would help
)

var holdNames = [...]string{"", "power", "chips", "cash", "attention", "packaging", "memory", "room"}

// Name is the stable name of a hold, "" for none.
func (h Hold) Name() string { return holdNames[h] }

var holdOf = [ResourceCount]Hold{ResourcePower: HoldPower, ResourceChips: HoldChips, ResourceCash: HoldCash, ResourceAttention: HoldAttention}

// Hold tells what holds a company back this week: the resource of which one percent
// more would bring it most; if none would bring anything, what its chips wait for;
// else compute to rent, if it turns many customers away.
func (w *World) Hold(c CompanyID) Hold {
	if r, binds := w.Binding(c); binds {
		return holdOf[r]
	}
	if h := w.chipsWaitFor(c); h != HoldNone {
		return h
	}
	if w.turnedAway(c) > manyWait {
		return HoldRoom
	}
	return HoldNone
}

// manyWait is the share of what customers ask beyond which a company that turns it
// away lacks compute rather than customers. By choice.
const manyWait = 0.1

// turnedAway is the share of what customers ask of a company that it turns away.
func (w *World) turnedAway(c CompanyID) float64 {
	co := &w.companies[c]
	if co.Wanted <= 0 {
		return 0
	}
	return float64(max(0, co.Wanted-co.Served)) / float64(co.Wanted)
}

// manyWeeks of its wafers are more than a designer's queue usually takes. By choice.
const manyWeeks = 4

// chipsWaitFor is what the chips that a company designs wait for, if they do: wafers,
// when its queue would take its own of many weeks, or memory, when all of it is used up.
func (w *World) chipsWaitFor(c CompanyID) Hold {
	k, wafers, stacked := &w.chain, 0.0, false
	for f := 1; f < len(w.families); f++ {
		if row := &w.families[f]; w.sc.families[f].designer == c && row.PerWafer > 0 && row.asked() > 0 {
			wafers += row.asked() / row.PerWafer
			stacked = stacked || row.GB > 0
		}
	}
	switch {
	case wafers == 0 || !on(w.sc.setup.Switches.Packaging):
		return HoldNone
	case stacked && k.GB > 0 && k.Stacked >= float64(k.CanStack*(1-capSlack)):
		return HoldMemory
	case wafers > float64(manyWeeks*w.companies[c].Wafers):
		return HoldPackaging
	}
	return HoldNone
}
