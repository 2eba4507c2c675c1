package policy

import (
	"math/bits"

	"entangle/sim"
	"entangle/sim/units"
)

const (
	opensFrom   = 6.0 // leaning to open weights from which a leadership releases openly
	opensBehind = 3.0 // the same for one that is far behind
	hostFee     = 0.25
	keepsUp     = 1.0  // points behind the best from which a leadership hurries
	temptBehind = 1.5  // points behind from which boards tempt
	gameRisk    = 6.0  // boldness without which nobody games
	stays       = 20.0 // weeks until the next model, at most, for which a better show pays
	regrets     = 60.0 // weeks of it that being found out seems to cost
	doubted     = 1.0  // points of doubt from which nobody dares again
)

// releaseModels puts finished models on offer and enters them at the boards. What is not
// worth it yet comes up again.
func releaseModels(m *mind) {
	lab := m.OwnLab()
	if !lab.Makes {
		m.out.Plan.Next[sim.AreaRelease] = units.LastDate
		return
	}
	first, models := m.OwnModels()
	look, open := m.Drawers(), false
	for ; look != 0; look &= look - 1 {
		i := bits.TrailingZeros8(look)
		p, row := first+sim.ModelID(i), &models[i]
		if !m.worthRelease(p, row) || !m.put(lab, p) {
			open = true
		}
	}
	if best := m.OwnBest(); best != 0 && models[best-first].Entered == 0 {
		if !m.enter(best) {
			open = true
		}
		if m.campaign() > 1 { // it is not enough
			m.lookIn(sim.AreaStars, settled)
		}
	}
	if !open { // the next model, and the day on which it is on offer, are heard of
		m.out.Plan.Next[sim.AreaRelease] = units.LastDate
	}
}

// leaps tells whether a finished model would put the company well ahead of what it
// offers: then its release comes before all matters of routine.
func (m *mind) leaps() bool {
	drawers := m.Drawers()
	if drawers == 0 || m.own.Quality == 0 {
		return false
	}
	for first, _ := m.Models(); drawers != 0; drawers &= drawers - 1 {
		if m.Shown(first+sim.ModelID(bits.TrailingZeros8(drawers)))-m.own.Quality > wellBehind {
			return true
		}
	}
	return false
}

// worthRelease tells whether a finished model is better than what is on offer by as
// much as the leadership waits for, or as good and much cheaper to serve.
func (m *mind) worthRelease(p sim.ModelID, row *sim.Model) bool {
	gain := m.Shown(p) - m.own.Quality
	if m.own.Quality == 0 || gain > lean(m.Patience, 0.2, 1.5) {
		return true
	}
	if gain > 0 && m.Frontier()-m.own.Quality > keepsUp {
		return true // others are ahead
	}
	best := m.OwnBest()
	return row.Cost < float64(slim*m.OwnModel(best).Cost) && gain > -wellBehind
}

// put releases a model. The longer a leadership can wait and the less it is pressed,
// the longer it tests. Who leans to open weights opens them, who is far behind sooner;
// who has more customers than compute lets others serve them.
func (m *mind) put(lab *sim.Lab, p sim.ModelID) bool {
	behind := m.Frontier() - m.own.Quality
	weeks := lean(m.Patience, 0, 6)
	if behind > keepsUp {
		weeks = float64(weeks / 2)
	}
	o := sim.Order{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseClosed), Model: p, Weeks: int32(units.FromFloat(weeks, 0, 26))}
	switch {
	case lab.Open >= opensFrom, lab.Open > opensBehind && behind > wellBehind:
		o.Mode = uint8(sim.ReleaseOpen)
	case m.own.Wanted*3 > m.room()*4 && m.Hedge > 5:
		o.Mode, o.Share = uint8(sim.ReleaseHosted), ppm(hostFee)
	}
	return m.sure(o)
}

// enter has a model measured: as it is, or by those who are bold, behind and do not
// look far ahead, better than it is.
func (m *mind) enter(p sim.ModelID) bool {
	mode := sim.EntryShipped
	if m.Frontier()-m.Shown(p) > temptBehind && m.Risk > gameRisk && m.OwnLab().Doubt < doubted {
		mode = m.tempted(m.OwnModel(p).Mode == sim.ReleaseOpen)
	}
	return m.sure(sim.Order{Kind: sim.OrderEnterBenchmark, Mode: uint8(mode), Model: p})
}

// tempted weighs what boards can be made to show, for as long as it is not found out
// and no newer model makes it idle, against what follows when it is: the less a
// leadership looks ahead, the less that counts.
func (m *mind) tempted(open bool) sim.Entry {
	best, most := sim.EntryShipped, 0.0
	for _, e := range [...]sim.Entry{sim.EntryTuned, sim.EntrySpecial} {
		boost, odds := m.Gaming(e, open)
		loss := float64(lean(m.Patience, 0.1, 1.2) * float64(regrets*min(1, float64(3*stays*odds))))
		if gain := float64(boost * (min(1/odds, stays) - loss)); gain > most {
			best, most = e, gain
		}
	}
	return best
}
