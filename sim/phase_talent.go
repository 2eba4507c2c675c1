package sim

import (
	"math"

	"entangle/sim/rng"
	"entangle/sim/units"
)

// talent is the market for people. Shares vest by the quarter, and to look around, be asked
// in and give notice takes as long: the researchers of all companies change places in one
// week of twelve, engineers four weeks later. In weeks between, offices hire twice, and pay,
// morale and know-how move once: pay is reviewed by the quarter.
func (w *World) talent() {
	if !w.hasTalent() {
		return
	}
	switch w.head.Tick % beat {
	case 0:
		w.clearMarket(TierResearchers)
	case 2:
		w.engageAgents()
		w.staffSoftware()
		w.hireInOffices()
	case 4:
		w.clearMarket(TierEngineers)
	case 7:
		w.reckonTeams()
	case 8:
		w.engageAgents()
		w.hireInOffices()
	}
}

const (
	beat        = 12 // weeks between two meetings of the market for a tier
	beatYears   = beat / weeksAYear
	review      = beat // weeks between two reviews of pay
	reviewYears = review / weeksAYear
	newestWeeks = 8.0 // in which those who came for money alone go most
)

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
	exodusPull = 3.0  // times the hazard of a usual place, on top, while people leave over a model licensed in
	choice     = 1.6  // how sharply movers choose
	quitField  = 0.12 // share of leavers who quit the field
	wageSpeed  = 2.0  // of the log wage, a year
	wageSticky = 0.25 // of that pace, downwards
	mostMove   = 0.2  // that it moves between two meetings
	entryPull  = 0.5  // share of a log of pay by which more enter the field
	studyWeeks = 78.0 // in which they hear of it and learn
	wageAnchor = 1.5  // how far wages follow for good
	fillWeeks  = 20.0 // in which a company would like to reach its target
)

// meeting is one meeting of the market for a tier.
type meeting struct {
	tier         Tier
	slot         int
	today        units.Date
	wage         float64
	usual        float64 // compute that a researcher has elsewhere
	front        float64 // quality of the best model on offer
	heads, quits int64
	places, pull float64
}

// seat is what a company has at a meeting.
type seat struct {
	places  int64   // open
	hired   int64   // people so far
	pull    float64 // how strongly the open places pull
	carried float64 // know-how that leavers took along
}

// clearMarket lets people of a tier leave, look around and be hired, all
// companies together, and moves the market's pay.
func (w *World) clearMarket(t Tier) {
	l := &w.labour
	if l.First[t] == 0 || !on(w.sc.setup.Switches.TalentMarket) {
		return
	}
	m := meeting{tier: t, slot: w.slot(), today: w.Date(), wage: l.Wage[t], usual: l.Compute / l.Team, front: w.bestOffered()}
	seats := w.room.seats
	for c := range seats {
		seats[c] = seat{}
		if k := w.crew(CompanyID(c), t); k.Old+k.New > 0 || k.Target > 0 {
			w.quit(&m, CompanyID(c), k, &seats[c])
		}
	}
	draw := w.stream(streamQuits, uint64(t))
	gone := min(broken(float64(quitField*float64(m.quits)), &draw), m.quits)
	l.Left[t] += gone
	seekers := l.Pool[t] + w.entrants(&m) + m.quits - gone
	l.Tight[t] = min(max(nearLog((m.places+1)/float64(seekers+1)), -1.5), 1.5)
	hired := w.shareOut(&m, seekers)
	l.Pool[t] = seekers - hired
	w.retrain(&m)
	if t == TierResearchers && seekers > 0 {
		w.passOn(hired, float64(hired)/float64(seekers))
	}
	w.moveWage(t)
	for c := CompanyID(1); t == TierEngineers && int(c) < len(w.companies); c++ {
		w.loosen(c)
	}
}

// entrants counts those who enter the field since the market met last.
func (w *World) entrants(m *meeting) int64 {
	l, draw := &w.labour, w.stream(streamHires, uint64(m.tier))
	n := broken(float64(float64(float64(m.heads)*float64(l.Enter[m.tier]*beatYears))*(1+float64(entryPull*l.Heard[m.tier]))), &draw)
	l.Came[m.tier] += n
	return n
}

// broken makes a whole number of one with a fraction, right in the mean.
func broken(x float64, s *rng.Stream) int64 { return units.Whole(x+s.Float64()-0.5, maxExact) }

// scattered is a whole number about x, as far from it as the numbers of those who
// decide for themselves are: by the root of x. Small ones are only made whole. It
// takes dieBits bits for small ones, and three times as many for others.
func scattered(x float64, bits uint64) int64 {
	const die = 1 << dieBits
	if x < 4 {
		return units.Whole(x+float64(float64(bits%die)/die)-0.5, maxExact)
	}
	dice := float64(float64(bits%die+bits>>dieBits%die+bits>>(2*dieBits)%die)/die) - 1.5 // variance a quarter
	return units.Whole(x+float64(2*float64(math.Sqrt(x)*dice)), maxExact)
}

const dieBits = 10

// standing is what a company has to offer to people of a tier.
type standing struct {
	charm  float64 // beside pay, in log units
	hold   float64 // keeps those who are there
	growth float64 // a year
	offer  float64 // to outsiders, over the market's pay
	log    float64 // of offer
}

// quit lets people of a company leave, and notes its open places and how strongly
// they pull.
func (w *World) quit(m *meeting, c CompanyID, k *Crew, s *seat) {
	o, t, heads := w.standingOf(m, c, k), m.tier, k.Old+k.New
	m.heads += heads
	k.graduate(m.slot)
	draw := w.stream(streamQuits, w.keyOf(c)+1+uint64(t))
	old, fresh := w.leaving(m, c, k, &o)
	dice := draw.Uint64()
	gone := min(scattered(old, dice), k.Old)
	back := min(scattered(fresh, dice>>(3*dieBits)), k.New)
	k.Old -= gone
	if back > 0 {
		k.leaveNew(back, m.slot)
	}
	k.Open = k.openings(o.growth, o.offer, float64(gone+back), float64(heads))
	m.places += k.Open
	if s.places = broken(k.Open, &draw); s.places > 0 {
		s.pull = float64(float64(s.places) * nearExp(float64(choice*(o.charm+float64(payWeight*o.log)))))
		m.pull += s.pull
	}
	n := gone + back
	if n == 0 {
		return
	}
	m.quits += n
	k.Quits, k.OldQuits = k.Quits+n, k.OldQuits+gone
	if c > 0 {
		w.counted(c, t, -n)
		if t == TierResearchers {
			s.carried = w.takeAlong(c, gone, back, float64(heads))
		}
		if n >= newsworthy {
			w.tellQuits(c, m, n, float64(heads))
		}
	}
}

// keyOf is a company's key for draws; that of those elsewhere is 0.
func (w *World) keyOf(c CompanyID) uint64 { return w.sc.companies[c].key }

// counted keeps a company's counts in line with a crew that grew by n.
func (w *World) counted(c CompanyID, t Tier, n int64) {
	co := &w.companies[c]
	if co.Staff += n; t == TierEngineers {
		co.Engineers += n
	}
}

// standingOf is what a company has to offer; those elsewhere are the measure.
func (w *World) standingOf(m *meeting, c CompanyID, k *Crew) standing {
	if c == 0 {
		return standing{growth: w.labour.Growth, offer: 1}
	}
	policy := &w.companies[c].Policy
	s := standing{charm: w.charm(m, c, k), hold: w.teams[c].Stay, growth: float64(policy.Growth) / float64(units.One)}
	s.offer, s.log = overMarket(policy.Pay)
	return s
}

// overMarket is what outsiders are offered over the market's pay, and its logarithm.
func overMarket(pay units.PPM) (times, log float64) {
	if pay == units.One {
		return 1, 0
	}
	times = timesMarket(pay)
	return times, nearLog(times)
}

// timesMarket is the first of these alone.
func timesMarket(pay units.PPM) float64 { return float64(pay) / float64(units.One) }

// leaving is how many old hands and newcomers are expected to leave between two
// meetings of the market.
func (w *World) leaving(m *meeting, c CompanyID, k *Crew, o *standing) (old, fresh float64) {
	team, times := &w.teams[c], float64(beat)
	base, envy := float64(hazardPull*nearExp(-(o.charm+o.hold))), 1.0
	if m.tier != TierSoftware && team.Gap[m.tier] > 0 {
		envy = nearExp(float64(envyWeight * team.Gap[m.tier]))
	}
	old = float64(float64(times*float64(k.Old)) * (hazardBase + float64(base*float64(envy*lure(m.wage/k.Pay)))))
	if team.Exodus > 0 && m.tier == TierResearchers { // those who made the models
		verdict := float64(float64(exodusPull*(hazardBase+hazardPull)) * team.torn(m.today))
		old += float64(verdict * float64(k.Old))
		fresh = float64(verdict * float64(k.New))
	}
	if k.New > 0 {
		many := float64(k.New)
		if k.NewPay > k.Pay {
			many += float64(float64(freshPull*(newestWeeks/beat)*atMost(nearLog(k.NewPay/k.Pay)/0.7, 1)) * float64(k.latest(m.slot)))
		}
		fresh += float64(float64(times*many) * (hazardBase + float64(base*float64(loyalLack*lure(m.wage/k.NewPay)))))
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
func (w *World) charm(m *meeting, c CompanyID, k *Crew) float64 {
	co, team := &w.companies[c], &w.teams[c]
	a := float64(1.5*(team.mission(m.today)-0.5)) - float64(0.8*(co.Bureaucracy/100-0.35)) + float64(0.8*(team.Morale/100-0.6))
	// without a branch: nobody could guess who has a model on offer
	a += math.Float64frombits(math.Float64bits(float64(0.02*(co.Quality-m.front+6))) & -uint64(countIf(co.Quality > 0)))
	if m.tier == TierResearchers {
		have := float64(w.labCompute(c)) / float64(k.Old+k.New+1)
		a += float64(0.15 * within(nearLog((have+1)/m.usual), -2, 2))
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

// researchFifths is the part of its compute, in fifths, that a lab sets to research and
// training where nothing else is known: half of what labs spent on compute in 2024 and
// 2025 and more, but they keep room for their customers.
const researchFifths = 2

// labCompute is the compute a company has for research, training apart. Nobody could guess
// who has set some to it.
func (w *World) labCompute(c CompanyID) units.H100e {
	co := &w.companies[c]
	set, usual := co.Research-co.Training, units.H100e(uint64(max(co.room(), 0))*researchFifths/5)
	if co.Research <= 0 {
		set = usual
	}
	return set
}

// slot is where those who come now are noted.
func (w *World) slot() int { return int(w.head.Tick/beat) % joinBeats }

// shareOut hands those who look for a place out to the open ones, in proportion
// to how these pull; who fills all its places leaves the rest to the others.
func (w *World) shareOut(m *meeting, seekers int64) (hired int64) {
	each := w.level(m.pull, float64(seekers))
	for c := range w.room.seats {
		s := &w.room.seats[c]
		if s.places == 0 {
			continue
		}
		n := s.places
		if want := float64(each * s.pull); want < float64(n) {
			draw := w.stream(streamHires, w.keyOf(CompanyID(c))+8+uint64(m.tier))
			n = min(broken(want, &draw), n, seekers-hired)
		}
		if n = min(n, seekers-hired); n > 0 {
			w.hire(m, CompanyID(c), n)
			hired += n
			s.hired = n
		}
	}
	return hired
}

// level is how many people come for each unit of pull, when those whom full places
// turn away go to the others.
func (w *World) level(pull, seekers float64) (each float64) {
	for all := seekers; pull > 0; {
		each = atMost(seekers/pull, maxExact) // finite: the sign of what is no number differs from machine to machine
		next, left := 0.0, all
		for c := range w.room.seats {
			s := &w.room.seats[c]
			places := float64(s.places)
			some := uint64(int64(math.Float64bits(float64(each*s.pull)-places)) >> 63) // places stay empty: all bits, or no bit
			next += math.Float64frombits(math.Float64bits(s.pull) & some)
			left -= math.Float64frombits(math.Float64bits(places) &^ some)
		}
		if next == pull {
			return each
		}
		pull, seekers = next, left
	}
	return maxExact // there is room for all
}

// hire takes people in at today's terms.
func (w *World) hire(m *meeting, c CompanyID, n int64) {
	k := w.crew(c, m.tier)
	if k.Hires += n; c == 0 {
		k.Old += n
		return
	}
	k.join(n, float64(m.wage*timesMarket(w.companies[c].Policy.Pay)), m.slot)
	w.counted(c, m.tier, n)
}

// moveWage moves the market's pay with how tight the market is (economics.md 7).
func (w *World) moveWage(t Tier) {
	l := &w.labour
	move := float64(float64(wageSpeed*beatYears) * (l.Tight[t] - float64(wageAnchor*nearLog(l.Wage[t]/l.First[t]))))
	if move < 0 {
		move = float64(move * wageSticky)
	}
	l.Wage[t] = float64(l.Wage[t] * (1 + min(max(move, -mostMove), mostMove)))
	l.Heard[t] += float64((nearLog(l.Wage[t]/l.First[t]) - l.Heard[t]) * (beat / studyWeeks))
	w.crew(0, t).Pay = l.Wage[t]
	if up := l.Wage[t] / l.Told[t]; up > 1.15 || up < 0.87 {
		w.emit(Event{Kind: EventWageMoved, Qty: int64(t) + 1, Amount: units.Whole(l.Wage[t], maxExact)})
		l.Told[t] = l.Wage[t]
	}
}

// loosen takes engineers who are gone off the software they ported.
func (w *World) loosen(c CompanyID) {
	short := -(w.companies[c].Engineers - w.companies[c].Designing)
	for _, f := range w.sc.immature {
		short += int64(w.account(c, f).Crew)
	}
	if short <= 0 {
		return
	}
	for _, f := range w.sc.immature {
		if k := w.account(c, f); short > 0 && k.Crew > 0 {
			n := min(int64(k.Crew), short)
			k.Crew -= int32(n)
			short -= n
		}
	}
}
