package sim

// calmTrust is the trust of the public that neither helps nor hurts, and to which it
// returns.
const calmTrust = 50.0

const (
	trustWeeks  = 156.0 // over which the public forgets (economics.md 9: three years)
	outage      = 5     // inverse of the share of customers turned away that the public notices
	outageTrust = 0.4   // points a week that it costs. Invented: half a year of it costs ten points
)

// anger is what a cause takes of the public's trust.
func (w *World) anger(points float64) float64 {
	if !on(w.sc.setup.Switches.Trust) {
		return 0
	}
	return points
}

// regard lets the public's trust in companies return to what is usual, in one week
// of four.
func (w *World) regard() {
	if turnOf(w.head.Tick) != 1 || !on(w.sc.setup.Switches.Trust) {
		return
	}
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		co.Trust += float64((calmTrust - co.Trust) * (billWeeks / trustWeeks))
	}
}
