package sim

import "entangle/sim/detmath"

// outgrows tells whether a product would ask for more compute than its company has if it
// were moved on to a dearer model of its own: then it stays with the one that it runs on, and
// moves when there is room, one segment before the other.
func (w *World) outgrows(s SegmentID, c CompanyID, p *Product, o offer) bool {
	if p.Model == 0 || p.Licence != 0 || o.licence != 0 || !ownModel(c, p.Model) || !ownModel(c, o.model) || !w.offered(p.Model) {
		return false
	}
	more := w.takes(o.model) / w.takes(p.Model)
	if more <= 1 {
		return false
	}
	g, co := &w.segments[s], &w.companies[c]
	more = float64(more * detmath.QuickExp(min(max(w.value(g, o.model, 1, 0)-w.value(g, p.Model, 1, 0), 0), mostDrawn)))
	return float64(co.Wanted)+float64(float64(p.Takes)*(more-1)) > float64(queues*float64(co.room()))
}

const (
	queues    = 1.3 // of its compute, that a company lets be asked for when it moves a product on. By choice
	mostDrawn = 2.0 // log units of use that a better model brings at once, at most
)
