package sim

// shadow_*: dollars of yearly gross margin that one percent more of a resource
// would bring; see shadow.go.
func readShadow(r Resource) func(w *World, id int32) float64 {
	return func(w *World, id int32) float64 { return w.Shadow(CompanyID(id))[r] }
}

// whyShadow lists what a shadow value consists of: what one percent more would
// bring by the company's own use of chips that wait for power, or of power that
// waits for chips, and what by tenants who are short; or by what is on offer.
func whyShadow(r Resource) func(w *World, id int32, t *Terms) {
	return func(w *World, id int32, t *Terms) {
		var of [ResourceCount]*Terms
		of[r] = t
		w.shadow(CompanyID(id), &of)
	}
}
