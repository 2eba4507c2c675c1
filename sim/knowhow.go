package sim

// Know-how is what a company's people know of making models, in points of the
// capability index. It goes with those who leave; whoever takes them in gains part
// of it, and not at once: what one person knows is worth less among strangers.

const (
	carried     = 0.4 // of what a leaver takes, that the taker gains (economics.md 7),
	together    = 0.8 // and of what a whole team takes that goes on as it was
	absorbWeeks = 26  // over which
)

// moveKnow takes points of know-how from one company and has another take in its
// part of them; 0 for a company stands for the world outside.
func (w *World) moveKnow(from, to CompanyID, points float64) { w.moveKnowOf(from, to, points, carried) }

// moveKnowOf is moveKnow where another part than usual gets to the taker.
func (w *World) moveKnowOf(from, to CompanyID, points, part float64) {
	if points <= 0 {
		return
	}
	if from > 0 {
		w.companies[from].Know -= points
		w.teams[from].Lost += points
	}
	if to > 0 {
		w.companies[to].Absorb += float64(part * points)
	}
}
