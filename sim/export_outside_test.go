package sim

// OnOrder is the compute that a company expects from designers.
func OnOrder(w *World, c CompanyID) int64 { return int64(w.companies[c].OnOrder) }

// FlowOut is what a company paid for a reason since the start.
func FlowOut(w *World, c CompanyID, f Flow) int64 { return int64(w.flow(c, f, out)) }
