package sim

// shadow_*: dollars of yearly gross margin that one percent more of a resource
// would bring; see shadow.go.
func readShadow(r Resource) func(w *World, id int32) float64 {
	return func(w *World, id int32) float64 { return w.Shadow(CompanyID(id))[r] }
}

// whyShadow lists what the forecast starts from: what another H100e brings in a
// year, what of the company's chips lacks power, and the power that lacks chips.
func whyShadow(w *World, id int32, t *Terms) {
	o := outlook{w: w, c: CompanyID(id)}
	o.demand()
	t.Add(TermWorth, o.worth)
	power, chips := o.slack(0)
	t.Add(TermUnpowered, power)
	t.Add(TermSpare, chips)
}
