package sim

// mendModels changes the one term that a refusal of an order about models names.
func (w *World) mendModels(o Order, r Refusal) (Order, bool) {
	switch r.Reason {
	case ReasonRunTooBig:
		o.Qty = r.Have
		return o, r.Have > 0
	case ReasonNotOwnModel, ReasonNoRun, ReasonNotFinished, ReasonOnOffer, ReasonEntered:
		from, to := modelsOf(o.By)
		for m := from; m < to; m++ {
			if o.Model = m; w.suitable(&o) {
				return o, true
			}
		}
	}
	return o, false
}

// suitable tells whether an order could be about the model that it names, sizes apart.
func (w *World) suitable(o *Order) bool {
	switch r := Check(w, *o); r.Reason {
	case ReasonNotOwnModel, ReasonNoRun, ReasonNotFinished, ReasonOnOffer, ReasonEntered, ReasonNoSuchThing:
		return false
	}
	return true
}
