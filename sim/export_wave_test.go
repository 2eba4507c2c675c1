package sim

import "entangle/sim/units"

// Hire counts a known person whom a company hires.
func (w *World) Hire(c CompanyID, pay units.USD) { w.countHire(c, pay) }
