package sim

// reorganiseSpec: reorganise gives the company another form. For some weeks it is
// in turmoil; then its bureaucracy goes to the norm of the new form, and most of
// what had grown beyond it is gone. What the form does to attention and to research
// begins at once.
var reorganiseSpec = OrderSpec{
	Kind: OrderReorganise, Name: "reorganise", Group: GroupOrganisation, Attention: 3, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "form"}},
	Modes: []ModeSpec{{uint8(FormUnits), "units", formFields}, {uint8(FormCentral), "central", formFields},
		{uint8(FormBeside), "beside", formFields}, {uint8(FormFlat), "flat", formFields}},
	check: checkReorganise, apply: applyReorganise,
}

var formFields = []FieldSpec{{Field: FieldMode, Name: "form"}}

const (
	reorganiseWeeks = 26 // between two reorganisations (play.md 3)
	turmoilMorale   = 4  // points that it costs
)

func checkReorganise(w *World, o *Order) Refusal {
	org := &w.orgs[o.By]
	switch weeks := int64(w.Date()-org.Since) / 7; {
	case org.Form == FormNone || !on(w.sc.setup.Switches.Forms):
		return Refusal{Reason: ReasonNotPlayed}
	case org.Form == Form(o.Mode):
		return Refusal{Reason: ReasonSameForm, Field: FieldMode}
	case org.Since != 0 && weeks < reorganiseWeeks:
		return Refusal{Reason: ReasonTooSoon, Amounts: Amounts{weeks, reorganiseWeeks}, Ref: Ref{OfCompany, int32(o.By)}}
	}
	return Refusal{}
}

func applyReorganise(w *World, o *Order) {
	org := &w.orgs[o.By]
	org.Form, org.Since = Form(o.Mode), w.Date()
	org.Calm = w.Date().AddWeeks(1 + int(w.params.TurmoilWeeks)) // the week of the order has had its orders
	w.nextWake(org)
	w.emit(Event{Kind: EventReorganised, By: o.By, Order: o.Kind, Qty: int64(o.Mode), Amount: int64(w.params.TurmoilWeeks)})
	w.weigh(o.By)
	w.shake(o.By, turmoilMorale)
}
