package sim

import (
	"entangle/sim/units"
)

const (
	// Old hands hear of what outsiders are paid within ten weeks, and it lowers
	// morale by a quarter of the log gap (economics.md 7).
	hearWeeks   = 10.0
	unheard     = 1 - month/hearWeeks
	heard       = 1 - unheard*unheard*unheard // of it, in a quarter
	mostRaise   = 0.3                         // of a review
	gapMorale   = 25.0
	calmWeeks   = 26.0 // over which morale comes back
	reviewPace  = 1.5  // how fast pay rounds follow the market, log of the gap in half a year
	mostGap     = 2.0
	manyQuit    = 0.03 // share of a crew gone in a month that is news
	newsworthy  = 5    // people who make it so
	exodusWeeks = 26
)

// What licensing in a core model does to those who built one (economics.md 7).
const (
	exodusMorale  = 25.0
	exodusMission = 0.15
)

// reckonTeams moves pay, morale, payrolls and know-how of all companies, once between two
// meetings of the market: who reviews pay reviews that of all people at the same time.
func (w *World) reckonTeams() {
	best := 0.0
	for c := 1; c < len(w.companies); c++ {
		best = higher(w.companies[c].Know, best)
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co, m := &w.companies[c], &w.teams[c]
		w.matchPay(co, m, w.crew(c, TierResearchers), TierResearchers)
		w.matchPay(co, m, w.crew(c, TierEngineers), TierEngineers)
		m.Morale += float64((m.Calm - float64(gapMorale*higher(m.Gap[0], m.Gap[1])) - m.Morale) * (review / calmWeeks))
		m.Morale = within(m.Morale, 0, 100)
		w.reckonPay(c)
		w.takeIn(c)
	}
	for _, c := range w.sc.owners { // nobody else makes models
		w.learnOn(c, best)
	}
}

// matchPay lets old hands hear of outsiders' pay, and their own follow the market
// and, as far as the policy goes, the gap.
func (w *World) matchPay(co *Company, m *Team, k *Crew, t Tier) {
	if k.Old+k.New == 0 {
		m.Gap[t] = 0
		return
	}
	_, offer := overMarket(co.Policy.Pay)
	market := nearLog(w.labour.Wage[t] / k.Pay)
	if gap := atMost(market+offer, mostGap); gap > 0 {
		behind := within(market, 0, gap)
		raise := float64(reviewPace*behind) + float64(float64(co.Policy.Match)/float64(units.One)*gap)
		k.Pay = float64(k.Pay * (1 + atMost(float64(raise*(review/26.0)), mostRaise)))
		if co.Policy.Growth < 0 || !on(w.sc.setup.Switches.Envy) {
			gap = 0 // nobody comes
		}
		m.Gap[t] += float64((gap - m.Gap[t]) * heard)
		return
	}
	m.Gap[t] -= float64(m.Gap[t] * heard)
}

// tellQuits reports a month in which unusually many leave.
func (w *World) tellQuits(c CompanyID, m *meeting, n int64, heads float64) {
	if float64(n) > float64(float64(manyQuit*(beat/month))*heads) {
		w.emit(Event{Kind: EventTalentLeft, By: c, Qty: n, Amount: units.Whole(float64(float64(n)*float64(units.One))/heads, int64(units.One)),
			Ref: Ref{OfNone, int32(m.tier) + 1}})
	}
}

// torn is how many of the weeks since the last meeting of the market people spent under
// the verdict that a core model licensed in is: it drives nobody out before it is spoken.
func (m *Team) torn(today units.Date) float64 {
	from, until := max(m.Exodus.AddWeeks(-exodusWeeks), today.AddWeeks(-beat)), min(m.Exodus, today)
	return float64(max(until-from, 0)) / 7
}

// disown begins an exodus: a core model was licensed in, and those who built the
// company's own take it as a verdict. Whoever signs such a licence calls it.
func (w *World) disown(c CompanyID) {
	if !on(w.sc.setup.Switches.Exodus) || !w.hasTalent() {
		return
	}
	w.shake(c, exodusMorale)
	w.teams[c].Exodus = w.Date().AddWeeks(exodusWeeks)
	w.emit(Event{Kind: EventExodus, By: c, Qty: w.crew(c, TierResearchers).Heads()})
}
