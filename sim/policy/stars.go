package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

const (
	starYears     = 3    // of use that a year's pay is weighed against: know-how stays when people go
	gapScale      = 5    // index points behind the best at which a point is worth twice as much
	usualYear     = 8766 // hours
	carriedPart   = 0.4  // of a star's know-how that a new employer gains
	refusals      = 3    // in a row, from which a company pays for what somebody built if it can. By choice: Meta was refused by founders of laboratories before it bought into a seller of data
	stepUp        = 0.15 // of what the market gives, that a bid rises by after each refusal
	mostSteps     = 20
	usualPay      = 5 // generosity beyond which a leadership that is far behind courts several people at once,
	mostCampaign  = 6 // and how many at most. By choice: Meta hired some dozen by name in June and July 2025 (facts of talent)
	campaignWeeks = 6 // until it asks the next
	liftRisk      = 7 // from which a whole team is taken
	liftTeam      = 20
	perMember     = 500_000 // dollars of a package for each of the team
	likely        = 1.5     // times as much is somebody worth courting who threatens to leave, or is free
	leastTeams    = 0.4     // times the pay of his whole team that the stingiest leadership pays a star,
	mostTeams     = 2       // and the freest: 2025's largest packages came to 25 to 75 million a year, for teams of 20 to 40 (facts of talent)
	atPeace       = 0.8     // odds of staying that need no new shares
	lasting       = 16      // inverse of what is paid beyond what somebody asks to stay: the rise of a year. By choice
	giveMandate   = 100_000 // parts per million
)

// heeds tells whether the company heard of somebody for whom it does not wait for a
// meeting: one of its own who may leave, or one who has answered, or left, while it courts
// nobody else.
func heeds(v sim.View) bool {
	id := v.Heard()
	if id == 0 || id == sim.SeveralPeople {
		return id != 0
	}
	last := courted(v.OwnRow().Plan.Level[sim.LevelStars])
	return v.Occasion(id) || last != 0 && !v.Courts(last)
}

// courted is the person courted last, as the plan remembers it, 0 nobody.
func courted(level int64) sim.PersonID { return sim.PersonID(level >> 8) }

// decideStars keeps the stars whom others court, as far as they are worth it, and
// courts those whom the company would gain most by for its money. Between meetings it is
// about those of whom it has heard.
func decideStars(m *mind) {
	if m.People() == 0 {
		return
	}
	worth := m.pointYear()
	roster := m.OwnRoster()
	if roster.Stars == 0 && worth == 0 {
		return
	}
	left := m.starBudget() - float64(float64(roster.Bill)*weeksAYear)
	if id := m.Heard(); !m.alarm || id == sim.SeveralPeople {
		m.keepStars(roster.Stars, worth, left)
	} else if m.Occasion(id) {
		m.keepStar(id, worth, left)
	}
	if worth > 0 && left > 0 && (!m.alarm || m.out.Plan.Level[sim.LevelStars] != 0) {
		m.courtStar(worth, left)
	}
}

// keepStars keeps those of the company's own, if it has any, with whom there is an occasion
// to talk.
func (m *mind) keepStars(stars int16, worth, left float64) {
	if stars == 0 {
		return
	}
	m.people = m.Talks(m.people)
	for _, id := range m.people {
		m.keepStar(id, worth, left)
	}
}

// pointYear is what an index point is worth to the company, in dollars over the years
// that know-how is used: what customers would pay more for what its compute could
// serve, and the more the further it is behind and the more money lies idle.
func (m *mind) pointYear() float64 {
	if m.own.Quality == 0 {
		return 0
	}
	year := float64(float64(float64(m.room())/units.H100eScale) * float64(float64(m.own.Price)/1e6*usualYear))
	behind := 1 + max(m.Gap(), 0)/gapScale
	idle := 1 + min(float64(m.spare())/max(year, 1), 3)
	return float64(float64(float64(m.PointWorth()*year)*float64(behind*idle)) * float64(starYears*lean(m.Pay, 0.5, 2)))
}

// starBudget is what the company would pay all its stars a year.
func (m *mind) starBudget() float64 {
	if m.tight {
		return 0
	}
	sales := units.USD(0)
	for _, s := range m.own.Sales {
		sales += s
	}
	return float64(lean(m.Pay, 0.01, 0.03)*float64(m.spare())) + float64(lean(m.Pay, 0.01, 0.03)*float64(13*sales))
}

// limit is the most that the company pays somebody a year whose know-how is worth so
// much to it, of the money that is left for it, and beside those who work with him:
// however much money there is, a leadership pays nobody many times what all his team
// earns, for the others would ask for it too.
func (m *mind) limit(l *sim.Candidate, points, worth, left float64) units.USD {
	most := min(float64(points*worth), left)
	if m.HasTalent() {
		k := m.OwnCrew(sim.TierResearchers)
		most = min(most, float64(lean(m.Pay, leastTeams, mostTeams)*float64(float64(max(l.Team, 1))*max(k.Pay, m.Wage(sim.TierResearchers)))))
	}
	return units.USD(rounded(most, 0, 1e10))
}

// keepStar makes one of the company's own, with whom there is an occasion to talk, a better
// offer.
func (m *mind) keepStar(id sim.PersonID, worth, left float64) {
	l := m.Candidate(id)
	odds, asked := m.Stay(id)
	if !l.Threatens && odds > atPeace {
		return
	}
	pay, _ := m.StarTerms(id)
	most := m.limit(&l, l.Know, worth, left+float64(pay))
	if asked <= most { // more than he asks, so that he need not ask again soon
		asked = min(asked+asked/lasting, most)
	}
	o := &sim.Order{Kind: sim.OrderRetain, Person: id, Price: units.Price(max(pay, min(asked, most)))}
	if asked > most { // what money cannot do
		compute, mandate := m.Promisable(id)
		o.Qty, o.Share = int64(min(part(compute, lean(m.Risk, 0.1, 0.6)), mostPerHead)), min(mandate, giveMandate)
	}
	m.sure(o)
}

// mostPerHead is the compute that is promised for each member of a team, at most. By choice:
// a company that somebody tried to hire people for in 2024 was told to come back with ten
// thousand H100, from memory, and that is for three or four.
const mostPerHead = 3_000 * units.H100eScale

// raiseBid bids more for somebody who has refused, if he may still come.
func (m *mind) raiseBid(id sim.PersonID, worth, left float64, tries int64) bool {
	if tries >= mostSteps {
		return false
	}
	l := m.Candidate(id)
	if l.Settles {
		return false
	}
	if _, ok := m.bidFor(id, &l, worth, left, tries, 1); !ok {
		return false
	}
	m.out.Plan.Level[sim.LevelStars] = int64(id)<<8 | (tries + 1)
	return true
}

// bidFor offers a person more than the market gives, and the more the more often the
// company was refused; a bold one takes the team along where it can. Compute that it could
// promise is for all those whom it courts.
func (m *mind) bidFor(id sim.PersonID, l *sim.Candidate, worth, left float64, tries int64, of int) (pay units.USD, ok bool) {
	most := m.limit(l, float64(carriedPart*l.Know), worth, left)
	up := 1 + lean(m.Pay, 0.05, 0.3) + float64(stepUp*float64(tries))
	if pay = min(part(l.Ask, up), most); pay < l.Ask {
		return 0, false
	}
	if m.Risk >= liftRisk && l.Employer != 0 && l.Team >= liftTeam && (l.Threatens || m.Linked(l.Employer)) {
		heads := int64(l.Team) / 2
		if m.sure(&sim.Order{Kind: sim.OrderLiftTeam, Person: id, Qty: heads, Price: units.Price(pay) + units.Price(heads*perMember)}) {
			return pay, true
		}
	}
	compute, mandate := m.Promisable(id)
	o := &sim.Order{Kind: sim.OrderCourtStar, Mode: sim.CourtPlain, Person: id, Price: units.Price(pay)}
	o.Qty = int64(min(part(compute, lean(m.Risk, 0.2, 0.9)/float64(of)), mostPerHead))
	if tries > 1 || m.Thrift > 6 {
		o.Share = min(mandate, giveMandate)
	}
	if forfeits := m.Forfeits(id); forfeits > 0 && forfeits < 2*most {
		o.Mode = sim.CourtBuyout
		if m.sure(o) {
			return pay, true
		}
		o.Mode = sim.CourtPlain
	}
	return pay, m.sure(o)
}
