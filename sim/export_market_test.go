package sim

import "entangle/sim/units"

// ProductRow reads a product, for the tests.
func ProductRow(w *World, s, c int) Product { return *w.product(SegmentID(s), CompanyID(c)) }

// FlowOf is what a company paid for a reason, FlowIn what it took in.
func FlowOf(w *World, c CompanyID, why Flow) units.USD { return w.flow(c, why, out) }

// FlowIn is the same for what it took in.
func FlowIn(w *World, c CompanyID, why Flow) units.USD { return w.flow(c, why, in) }
