package policy

import (
	"math"
	"slices"

	"entangle/sim"
	"entangle/sim/units"
)

const (
	million     = units.One
	freezeWeeks = 26   // of what is burnt in cash below which nobody is hired
	cutWeeks    = 26   // below which engineers are let go,
	deepWeeks   = 13   // and below which researchers are
	tightMarket = 0.2  // log of open places over people who look, from which an office pays
	idleStaff   = 0.03 // of conventional staff that agents have made idle, before anybody acts
	behind      = 2.0  // points behind the best from which a lab pays for people
	teachable   = 1000 // researchers, beyond which a lab grows by the root of its size: in 2025 the largest by a fifth, one of a thousand by half (facts of talent)
)

// hirePeople sets what outsiders are paid and how fast the company grows by need
// and cash, matches old hands where they leave, lets people go when the money runs
// out, and opens offices where the market is empty.
func hirePeople(m *mind) {
	if !m.HasTalent() {
		return
	}
	k, team, weeks := m.OwnCrew(sim.TierResearchers), m.OwnTeam(), m.lasts()
	if m.Span()-m.Weeks() < len(m.own.Sales) {
		m.late = true // nobody knows yet what comes in
		if lives := m.lives(); m.Span() > m.Weeks() && lives < deepWeeks {
			m.cut(k, lives) // but those whose money will not last until then
		}
		return
	}
	m.setGrowth(k, weeks)
	m.setPay(team, weeks)
	m.matchOldHands(k, team, weeks)
	if lives := m.lives(); lives < cutWeeks {
		m.cut(k, lives)
	}
	m.easeOut()
	m.openOffice(k, weeks)
}

const (
	weekRent = 0.34 // dollars a week for a thousandth of an H100e: two dollars an hour
	longest  = 520  // weeks that anybody thinks ahead
)

// income is what came in a week, over the last four, or as many as there were.
func (m *mind) income() (sum units.USD) {
	s := &m.own.Sales
	sum = s[0] + s[1] + s[2] + s[3]
	if played := m.Span() - m.Weeks(); played < len(s) {
		return sum / units.USD(max(1, played))
	}
	return sum / units.USD(len(s))
}

// policy sets a policy of talent where it differs enough to be worth the trouble.
func (m *mind) policy(mode uint8, is, want, step units.PPM) {
	if max(want-is, is-want) >= step || want^is < 0 { // or only one of both is negative
		m.setShare(mode, want)
	}
}

// setGrowth has a lab grow the faster, the further it is behind and the bolder it
// is; who is short of money hires nobody.
func (m *mind) setGrowth(k *sim.Crew, weeks float64) {
	want := ppm(lean(m.Thrift, 0.16, 0.04))
	if m.own.Quality > 0 && k.Heads() > 0 {
		want = ppm(float64((lean(m.Risk, 0.2, 0.6) + float64(0.05*min(max(m.Frontier()-m.own.Quality, 0), 6))) * takesIn(k.Heads())))
	}
	switch {
	case weeks < freezeWeeks:
		want = -million
	case weeks < 2*freezeWeeks:
		want /= 3
	}
	m.policy(sim.PolicyGrowth, m.own.Policy.Growth, want, million/10)
}

// takesIn is how much faster or slower a house grows by its size: one of thousands takes
// in a smaller part of itself in a year.
func takesIn(heads int64) float64 {
	if heads <= teachable {
		return 1
	}
	return math.Sqrt(teachable / float64(heads))
}

// setPay offers outsiders more where places stay empty and the company is behind,
// as far as its leadership pays freely and has the money.
func (m *mind) setPay(team *sim.Team, weeks float64) {
	want := lean(team.Lean, 0.85, 1.25)
	if r := m.OwnCrew(sim.TierResearchers); float64(r.Heads()) < float64(0.9*r.Target) && weeks > 52 {
		want += lean(team.Lean, 0, 0.3)
	}
	if m.own.Quality > 0 && m.Frontier()-m.own.Quality > behind && weeks > 104 {
		want += lean(team.Lean, 0, 0.5)
	}
	m.policy(sim.PolicyPay, m.own.Policy.Pay, ppm(want), million/12)
}

// matchOldHands pays old hands what outsiders get where they hear of it and leave.
func (m *mind) matchOldHands(k *sim.Crew, team *sim.Team, weeks float64) {
	want := ppm(0.12)
	if team.Gap[0] > 0.15 && weeks > freezeWeeks {
		want = ppm(lean(10-m.Thrift, 0.2, 0.8))
	}
	m.policy(sim.PolicyRaise, m.own.Policy.Match, want, million/10)
}

// cut lets an eighth of the engineers go who are free, or when little is left a tenth
// of the researchers.
func (m *mind) cut(k *sim.Crew, weeks float64) {
	severance := ppm(lean(m.Thrift, 0.4, 0.1))
	if n := m.Engineers() / 8; n > 2 {
		m.sure(&sim.Order{Kind: sim.OrderLayOff, Mode: 1 + uint8(sim.TierEngineers), Qty: n, Share: severance})
	} else if n := k.Heads() / 10; n > 0 && weeks < deepWeeks {
		m.sure(&sim.Order{Kind: sim.OrderLayOff, Mode: 1 + uint8(sim.TierResearchers), Qty: n, Share: severance})
	}
}

// easeOut lets conventional staff go whose work agents do: the thrifty at once, the
// patient leave it to time.
func (m *mind) easeOut() {
	k := m.OwnCrew(sim.TierSoftware)
	idle := k.Heads() - m.SoftwareNeed()
	if least := lean(10-m.Thrift, idleStaff, 4*idleStaff); float64(idle) > float64(least*float64(k.Heads())) && idle > 2 {
		m.sure(&sim.Order{Kind: sim.OrderLayOff, Mode: 1 + uint8(sim.TierSoftware), Qty: idle, Share: ppm(lean(m.Thrift, 0.5, 0.2))})
	}
}

// openOffice hires where nobody else does, when places stay empty at home.
func (m *mind) openOffice(k *sim.Crew, weeks float64) {
	if weeks < 52 || m.own.Policy.Growth <= 0 || m.Offices() > 0 {
		return
	}
	tier, short := sim.TierResearchers, k.Target-float64(k.Heads())
	if e := m.OwnCrew(sim.TierEngineers); m.own.Quality == 0 || e.Target-float64(e.Heads()) > short {
		tier, short = sim.TierEngineers, e.Target-float64(e.Heads())
	}
	if heads := rounded(short, 0, 2_000); m.Tight(tier) > tightMarket && heads >= 10 {
		if r := m.quietest(); r != 0 {
			m.sure(&sim.Order{Kind: sim.OrderOpenOffice, Mode: 1 + uint8(tier), Region: r, Qty: heads})
		}
	}
}

// quietest is the region in which the fewest hire, of those that are open to the company, 0
// if none is.
func (m *mind) quietest() (best sim.RegionID) {
	list := slices.Grow(m.hiring[:0], m.Regions()+1)[:m.Regions()+1]
	m.hiring = list
	clear(list)
	m.OfficesIn(list)
	for r := sim.RegionID(1); int(r) < len(list); r++ {
		if m.HiresIn(r) && (best == 0 || list[r] < list[best]) {
			best = r
		}
	}
	return best
}
