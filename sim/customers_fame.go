package sim

import "entangle/sim/detmath"

// Whoever shakes markets is in everybody's mouth. People who had never heard of him try
// what he offers, in the weeks in which they talk of it (an assistant that few knew went
// from millions to tens of millions of users in a month, in January 2025).
const (
	fameShare = 0.5  // of what reach he lacks to the best known, that he has on the day: fitted to 50 million users a month at the end of March 2025 (Epoch AI)
	fameWeeks = 13.0 // over which they talk of something else
	leastFame = 0.05 // that counts for nothing
)

// famed has people hear of a company what they do not by its own channels, where what is
// counted are people.
func (w *World) famed(c CompanyID) {
	for _, s := range w.sold(c) {
		if w.segments[s].PerShare == 0 || w.sc.segments[s-1].need != NeedModel {
			continue
		}
		p, best := w.product(s, c), 0.0
		for _, o := range w.sellers(s) {
			if other := w.product(s, o); other.On {
				best = max(best, other.Reach-p.Reach)
			}
		}
		p.Fame = float64(fameShare * best)
	}
	w.changed(c)
}

// forget lets fame fade until a segment's customers look around again.
func (w *World) forget(s SegmentID) {
	g := &w.segments[s]
	if g.PerShare == 0 {
		return
	}
	for _, c := range w.sellers(s) {
		if p := w.product(s, c); p.Fame > 0 {
			if p.Fame = float64(p.Fame * detmath.QuickExp(-float64(g.Every)/fameWeeks)); p.Fame < leastFame {
				p.Fame = 0
			}
		}
	}
}

// addFame notes what fame makes of a value, where it does.
func (t *Terms) addFame(v float64) {
	if t != nil && v != 0 {
		t.Add(TermFame, v)
	}
}
