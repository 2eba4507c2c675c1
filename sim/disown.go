package sim

// disown is what a company's people make of a core model from elsewhere.
func (w *World) disown(CompanyID) {}
