package sim

// enterBenchmarkSpec: enter_benchmark has a model on offer measured by a public
// board: as customers get it, or made to look better.
var enterBenchmarkSpec = OrderSpec{
	Kind: OrderEnterBenchmark, Name: "enter_benchmark", Group: GroupModels, Attention: 1,
	Fields: []FieldSpec{{Field: FieldMode, Name: "entry"}},
	Modes: []ModeSpec{{uint8(EntryShipped), "shipped", entryFields}, {uint8(EntryTuned), "tuned", entryFields},
		{uint8(EntrySpecial), "special", entryFields}},
	check: checkEntry, apply: applyEntry,
}

var entryFields = []FieldSpec{{Field: FieldMode, Name: "entry"}, {Field: FieldModel, Name: "model"}}

func checkEntry(w *World, o *Order) Refusal {
	if r := w.ownModel(o, false); !r.Allowed() {
		return r
	}
	row, ref := &w.models[o.Model], Ref{OfModel, int32(o.Model)}
	switch {
	case row.State != ModelOffered:
		return Refusal{Reason: ReasonNotFinished, Field: FieldModel, Ref: ref}
	case row.Entered != 0:
		return Refusal{Reason: ReasonEntered, Field: FieldModel, Ref: ref}
	}
	return Refusal{}
}

func applyEntry(w *World, o *Order) {
	row := &w.models[o.Model]
	row.Entered = Entry(o.Mode)
	row.Boost = boostOf(row.Entered)
	w.emit(Event{Kind: EventBoardEntered, By: o.By, Ref: Ref{OfModel, int32(o.Model)}, Qty: points(w.shown(o.Model)), Order: o.Kind, Amount: int64(o.Mode)})
	w.refresh(o.By)
}
