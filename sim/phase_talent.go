package sim

import (
	"math"

	"entangle/sim/rng"
	"entangle/sim/units"
)

// talent is the market for people. It moves by the month of four weeks: the
// researchers of all companies in one week, engineers in the next of every other
// month, conventional staff and offices in the third, pay, morale and know-how in
// the fourth.
func (w *World) talent() {
	if !w.hasTalent() {
		return
	}
	switch w.head.Tick % 4 {
	case 0:
		w.clearMarket(TierResearchers)
	case 1:
		if w.head.Tick%8 == 1 {
			w.clearMarket(TierEngineers)
		}
	case 2:
		w.staffSoftware()
		w.hireInOffices()
	case 3:
		w.reckonTeams()
	}
}

const (
	month      = 4.0                // weeks
	monthYears = month / weeksAYear // years

	// Weekly hazard of leaving (economics.md 7).
	hazardBase = 0.0007
	hazardPull = 0.0030
	payWeight  = 1.2  // of the log of pay over the market's
	envyWeight = 1.3  // of the log gap between outsiders' pay and one's own
	loyalLack  = 1.35 // times: newcomers lack loyalty, 0.3 log units of it
	freshPull  = 4.0  // that the first two months add for those who came for money alone
	exodusPull = 4.0  // times, while people leave over a model licensed in
	choice     = 1.6  // how sharply movers choose
	quitField  = 0.12 // share of leavers who quit the field
	wageSpeed  = 2.0  // of the log wage, a year
	wageSticky = 0.25 // of that pace, downwards
	entryPull  = 0.5  // share of a log of pay by which more enter the field
	studyWeeks = 78.0 // in which they hear of it and learn
	wageAnchor = 1.5  // how far wages follow for good
	fillWeeks  = 20.0 // in which a company would like to reach its target
)

// clearMarket lets people of a tier leave, look around and be hired, all
// companies together, and moves the market's pay.
func (w *World) clearMarket(t Tier) {
	l := &w.labour
	if l.First[t] == 0 || !on(w.sc.setup.Switches.TalentMarket) {
		return
	}
	seekers, quits := l.Pool[t]+w.entrants(t), int64(0)
	open, weight, taken, hires := w.room.places, w.room.pull, w.room.carried, w.room.hired
	places, pull := 0.0, 0.0
	w.lookAhead()
	for c := CompanyID(0); int(c) < len(w.companies); c++ {
		open[c], weight[c], taken[c], hires[c] = 0, 0, 0, 0
		if k := w.crew(c, t); k.Heads() > 0 || k.Target > 0 {
			quits += w.quit(c, t)
			places += k.Open
			pull += weight[c]
		}
	}
	draw := w.stream(streamQuits, uint64(t))
	gone := min(broken(float64(quitField*float64(quits)), &draw), quits)
	l.Left[t] += gone
	seekers += quits - gone
	l.Tight[t] = min(max(nearLog((places+1)/float64(seekers+1)), -1.5), 1.5)
	hired := w.shareOut(t, seekers, pull)
	l.Pool[t] = seekers - hired
	if t == TierResearchers && seekers > 0 {
		w.passOn(float64(hired) / float64(seekers))
	}
	w.moveWage(t)
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		w.countStaff(c)
		if t == TierEngineers {
			w.loosen(c)
		}
	}
}

// entrants counts those who enter the field since the market met last.
func (w *World) entrants(t Tier) int64 {
	l, in := &w.labour, int64(0)
	for c := range w.companies {
		in += w.crew(CompanyID(c), t).Heads()
	}
	draw := w.stream(streamHires, uint64(t))
	n := broken(float64(float64(float64(in)*float64(l.Enter[t]*beats[t].years))*(1+float64(entryPull*l.Heard[t]))), &draw)
	l.Came[t] += n
	return n
}

// broken makes a whole number of one with a fraction, right in the mean.
func broken(x float64, s *rng.Stream) int64 { return units.FromFloat(x+s.Float64()-0.5, 0, maxExact) }

// scattered is a whole number about x, as far from it as the numbers of those who
// decide for themselves are: by the root of x. Small ones are only made whole.
func scattered(x float64, s *rng.Stream) int64 {
	if x < 4 {
		return broken(x, s)
	}
	const die = 1 << 21
	bits := s.Uint64()
	dice := float64(float64(bits%die+bits>>21%die+bits>>42%die)/die) - 1.5 // variance a quarter
	return units.FromFloat(x+float64(2*float64(math.Sqrt(x)*dice)), 0, maxExact)
}

// standing is what a company has to offer to people of a tier.
type standing struct {
	charm  float64 // beside pay, in log units
	hold   float64 // keeps those who are there
	growth float64 // a year
	offer  float64 // to outsiders, over the market's pay
	key    uint64
}

// quit lets people of a company leave, and notes its open places and how strongly
// they pull.
func (w *World) quit(c CompanyID, t Tier) int64 {
	k, b, slot := w.crew(c, t), w.standingOf(c, t), w.slot(t)
	k.graduate(slot)
	draw, heads := w.stream(streamQuits, b.key+1+uint64(t)), float64(k.Heads())
	old, fresh := w.leaving(c, t, k, &b)
	gone := min(scattered(old, &draw), k.Old)
	back := min(scattered(fresh, &draw), k.New)
	k.Old -= gone
	k.leaveNew(back, slot, beats[t])
	k.Quits, k.OldQuits = k.Quits+gone+back, k.OldQuits+gone
	k.Open = k.openings(b.growth, b.offer, float64(gone+back), heads, beats[t])
	places := broken(k.Open, &draw)
	w.room.places[c] = places
	if places > 0 {
		w.room.pull[c] = float64(float64(places) * nearExp(float64(choice*(b.charm+float64(payWeight*nearLog(b.offer))))))
	}
	if c > 0 && gone+back > 0 {
		if t == TierResearchers {
			w.room.carried[c] = w.takeAlong(c, gone, back, heads)
		}
		w.tellQuits(c, t, gone+back, heads)
	}
	return gone + back
}

// standingOf is what a company has to offer; those elsewhere are the measure.
func (w *World) standingOf(c CompanyID, t Tier) standing {
	if c == 0 {
		return standing{growth: w.labour.Growth, offer: 1}
	}
	policy := &w.companies[c].Policy
	return standing{charm: w.charm(c, t), hold: w.teams[c].Stay, key: w.sc.companies[c].key,
		growth: float64(policy.Growth) / float64(units.One), offer: float64(policy.Pay) / float64(units.One)}
}

// leaving is how many old hands and newcomers are expected to leave between two
// meetings of the market.
func (w *World) leaving(c CompanyID, t Tier, k *Crew, b *standing) (old, fresh float64) {
	m, times, wage := &w.teams[c], beats[t].weeks, w.labour.Wage[t]
	if m.Exodus > w.Date() {
		times = float64(times * exodusPull)
	}
	base, envy := float64(hazardPull*nearExp(-(b.charm+b.hold))), 1.0
	if t != TierSoftware && m.Gap[t] > 0 {
		envy = nearExp(float64(envyWeight * m.Gap[t]))
	}
	old = float64(float64(times*float64(k.Old)) * (hazardBase + float64(base*float64(envy*lure(wage/k.Pay)))))
	if k.New > 0 {
		many := float64(k.New)
		if k.NewPay > k.Pay {
			many += float64(float64(freshPull*min(nearLog(k.NewPay/k.Pay)/0.7, 1)) * float64(k.latest(w.slot(t), beats[t])))
		}
		fresh = float64(float64(times*many) * (hazardBase + float64(base*float64(loyalLack*lure(wage/k.NewPay)))))
	}
	return old, fresh
}

// lure is what a market's pay over one's own does to the odds of leaving: x to the
// power payWeight, to a few hundredths between a third and three.
func lure(x float64) float64 {
	d := x - 1
	return float64(x * ((1 + float64(0.6*d)) / (1 + float64(0.4*d))))
}

// charm is what a company has to offer beside pay, in log units of attraction.
func (w *World) charm(c CompanyID, t Tier) float64 {
	co, m := &w.companies[c], &w.teams[c]
	a := float64(1.5*(m.mission(w.Date())-0.5)) - float64(0.8*(co.Bureaucracy/100-0.35)) + float64(0.8*(m.Morale/100-0.6))
	if co.Quality > 0 {
		a += float64(0.02 * (co.Quality - w.room.front + 6))
	}
	if t == TierResearchers {
		have := float64(w.labCompute(c)) / float64(w.crew(c, t).Heads()+1)
		a += float64(0.15 * min(max(nearLog((have+1)/(w.labour.Compute/w.labour.Team)), -2), 2))
	}
	return a
}

// mission is how much people believe in the company today.
func (m *Team) mission(today units.Date) float64 {
	if m.Exodus > today {
		return max(m.Mission-exodusMission, 0)
	}
	return m.Mission
}

// researchShare is the part of its compute that a lab sets to research and training
// where nothing else is known: half of what labs spent on compute in 2024 and
// 2025 and more, but they keep room for their customers.
const researchShare = units.One * 2 / 5

// labCompute is the compute a company has for research, training apart.
func (w *World) labCompute(c CompanyID) units.H100e {
	if co := &w.companies[c]; co.Research > 0 {
		return co.Research - co.Training
	}
	return units.H100e(researchShare.Of(int64(max(w.companies[c].room(), 0))))
}

// slot is where those of a tier who come now are noted.
func (w *World) slot(t Tier) int {
	if t == TierEngineers {
		return int(w.head.Tick/8) % beats[t].ring
	}
	return int(w.head.Tick/4) % beats[t].ring
}

// shareOut hands those who look for a place out to the open ones, in proportion
// to how these pull; who fills all its places leaves the rest to the others.
func (w *World) shareOut(t Tier, seekers int64, pull float64) (hired int64) {
	for round := 0; round < 3 && pull > 0 && hired < seekers; round++ {
		left, next := float64(seekers-hired), 0.0
		for c := range w.companies {
			if w.room.places[c] == 0 {
				continue
			}
			draw := w.stream(streamHires, w.sc.companies[c].key+uint64(t)+8*uint64(round+1))
			n := min(broken(float64(left*(w.room.pull[c]/pull)), &draw), w.room.places[c], seekers-hired)
			w.hire(CompanyID(c), t, n)
			hired += n
			w.room.hired[c] += n
			w.room.pull[c] = float64(w.room.pull[c] * (float64(w.room.places[c]-n) / float64(w.room.places[c])))
			w.room.places[c] -= n
			next += w.room.pull[c]
		}
		pull = next
	}
	return hired
}

// hire takes people in at today's terms.
func (w *World) hire(c CompanyID, t Tier, n int64) {
	k := w.crew(c, t)
	k.Hires += n
	if c == 0 {
		k.Old += n
		return
	}
	offer := float64(w.labour.Wage[t] * (float64(w.companies[c].Policy.Pay) / float64(units.One)))
	k.join(n, offer, w.slot(t))
}

// lookAhead notes the quality of the best model on offer.
func (w *World) lookAhead() {
	w.room.front = 0
	for c := 1; c < len(w.companies); c++ {
		w.room.front = max(w.room.front, w.companies[c].Quality)
	}
}

// moveWage moves the market's pay with how tight the market is (economics.md 7).
func (w *World) moveWage(t Tier) {
	l := &w.labour
	move := float64(float64(wageSpeed*beats[t].years) * (l.Tight[t] - float64(wageAnchor*nearLog(l.Wage[t]/l.First[t]))))
	if move < 0 {
		move = float64(move * wageSticky)
	}
	l.Wage[t] = float64(l.Wage[t] * (1 + min(max(move, -0.1), 0.1)))
	l.Heard[t] += float64((nearLog(l.Wage[t]/l.First[t]) - l.Heard[t]) * (beats[t].weeks / studyWeeks))
	w.crew(0, t).Pay = l.Wage[t]
	if up := l.Wage[t] / l.Told[t]; up > 1.15 || up < 0.87 {
		w.emit(Event{Kind: EventWageMoved, Qty: int64(t) + 1, Amount: units.FromFloat(l.Wage[t], 0, maxExact)})
		l.Told[t] = l.Wage[t]
	}
}

// loosen takes engineers who are gone off the software they ported.
func (w *World) loosen(c CompanyID) {
	short := -(w.companies[c].Engineers - w.companies[c].Designing)
	for _, f := range w.sc.immature {
		short += int64(w.account(c, f).Crew)
	}
	for _, f := range w.sc.immature {
		if k := w.account(c, f); short > 0 && k.Crew > 0 {
			n := min(int64(k.Crew), short)
			k.Crew -= int32(n)
			short -= n
		}
	}
}
