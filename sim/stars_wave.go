package sim

import "entangle/sim/units"

// A company that hires one known person after the other makes news by it that none of them
// makes alone.
const (
	waveWeeks = 13
	waveOf    = 4 // known people within waveWeeks, and any multiple
)

// countHire adds a known person to those whom a company has hired lately, and tells of
// them all together when they are many.
func (w *World) countHire(c CompanyID, pay units.USD) {
	r := &w.rosters[c]
	if w.Date() >= r.Hiring.AddWeeks(waveWeeks) {
		r.Hiring, r.Hired, r.Promised = w.Date(), 0, 0
	}
	r.Hired, r.Promised = r.Hired+1, r.Promised+pay
	if r.Hired%waveOf == 0 {
		w.emit(Event{Kind: EventHiringWave, By: c, Qty: int64(r.Hired), Amount: int64(r.Promised)})
	}
}
