package sim

import "entangle/sim/units"

// releaseSpec: release tests a finished model and puts it on offer, or lets others
// have one that only its owner served. Open weights cannot be taken back.
var releaseSpec = OrderSpec{
	Kind: OrderRelease, Name: "release", Group: GroupModels, Attention: 2,
	Fields: []FieldSpec{{Field: FieldMode, Name: "release_terms"}},
	Modes: []ModeSpec{{uint8(ReleaseClosed), "closed", releaseFields}, {uint8(ReleaseOpen), "open", releaseFields},
		{uint8(ReleaseHosted), "hosted", hostedFields}},
	check: checkRelease, apply: applyRelease,
}

var (
	releaseFields = []FieldSpec{{Field: FieldMode, Name: "release_terms"}, {Field: FieldModel, Name: "model"},
		{Field: FieldWeeks, Name: "tests", Unit: units.KindWeeks, Min: 0, Max: 26}}
	hostedFields = append(append([]FieldSpec(nil), releaseFields...),
		FieldSpec{Field: FieldShare, Name: "fee", Unit: units.KindShare, Min: 0, Max: 600_000})
)

func checkRelease(w *World, o *Order) Refusal {
	if r := w.ownModel(o, false); !r.Allowed() {
		return r
	}
	row, ref := &w.models[o.Model], Ref{OfModel, int32(o.Model)}
	switch row.State {
	case ModelDrawer:
		return Refusal{}
	case ModelOffered:
		if row.Mode != ReleaseOpen && row.Mode != ReleaseMode(o.Mode) {
			return Refusal{}
		}
		return Refusal{Reason: ReasonOnOffer, Field: FieldModel, Ref: ref}
	case ModelTesting:
		return Refusal{Reason: ReasonOnOffer, Field: FieldModel, Ref: ref}
	}
	return Refusal{Reason: ReasonNotFinished, Field: FieldModel, Ref: ref}
}

func applyRelease(w *World, o *Order) {
	row := &w.models[o.Model]
	row.Mode, row.Fee = ReleaseMode(o.Mode), o.Share
	if row.State == ModelOffered { // the terms change, at once
		w.news(o.By)
		e := w.emit(Event{Kind: EventModelReleased, By: o.By, Order: o.Kind, Ref: Ref{OfModel, int32(o.Model)}, Qty: points(w.shown(o.Model)), Amount: int64(row.Mode)})
		if row.Mode == ReleaseOpen {
			w.openUp(o.By, o.Model, e)
		}
		return
	}
	weeks := max(o.Weeks, w.unfinished(row)-1)
	row.State, row.Tested, row.Test = ModelTesting, weeks, w.Date().AddWeeks(int(weeks)+1)
	w.leaveDrawer(o.By, o.Model)
}

// unfinished is how many weeks the makers of a model of the start still have to do with
// it: its release waits for them.
func (w *World) unfinished(m *Model) int32 { return int32(m.Finished-w.Date()) / 7 }

// leaveDrawer notes that a model is tested that lay in a drawer: all of what reckonModels
// notes that hangs on it.
func (w *World) leaveDrawer(c CompanyID, m ModelID) {
	lab, row := &w.labs[c], &w.models[m]
	from, _ := modelsOf(c)
	w.drawers[c] &^= 1 << (m - from)
	if !row.Leaked {
		lab.Shelf--
	}
	if lab.Testing == 0 || row.Test < lab.Testing {
		lab.Testing = row.Test
	}
}
