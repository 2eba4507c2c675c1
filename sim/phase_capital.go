package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// capital moves what investors and lenders feel, answers rounds, lets loans be
// served by the month and judges results by the quarter. Who cannot pay goes under.
func (w *World) capital() {
	if !w.financed() {
		return
	}
	w.feel()
	month := w.head.Tick > 0 && w.head.Tick%billWeeks == 0
	answers := w.climate.Asking > 0 && w.answered <= w.Date()
	if answers {
		w.answered = units.LastDate
	}
	busy := month || answers // else only those without cash have something to fear
	companies := w.companies
	for i := 1; i < len(companies); i++ {
		c, co := CompanyID(i), &companies[i]
		if co.Cash > 0 {
			if co.Starving = 0; !busy {
				continue
			}
		} else {
			co.Starving = min(co.Starving+1, maxUnpaid)
		}
		if f := &w.finances[c]; answers && f.Ask > 0 {
			if f.Answer <= w.Date() {
				w.closeRound(c)
			} else {
				w.answered = min(w.answered, f.Answer)
			}
		}
		if month {
			w.reckon(c)
		}
		if (co.Starving >= failWeeks || month && w.finances[c].Default) && !co.Bust && w.finances[c].Ask == 0 && w.ruins() {
			w.fail(c)
		}
	}
	if w.head.Tick > 0 && w.sc.closing[w.head.Tick-1] {
		for c := CompanyID(1); int(c) < len(w.companies); c++ {
			if !w.companies[c].Bust {
				w.results(c)
				w.test(c)
			}
		}
	}
}

// failWeeks without any cash, and without a round under way, a company is bankrupt
// (economics.md 8).
const failWeeks = 8

const (
	frightFade  = 13.0 // weeks: a half-life of nine (economics.md 8)
	frightLeast = 0.08
	frightMean  = 0.05 // beyond it, for falls of a fifth are rarer than of a tenth: one in ten of these
	frightMost  = 0.25
	blamed      = 0.05 // of its value, that a company has lost to bad news for markets to point at it
	moodFade    = 26.0 // weeks over which a company's results are forgotten
)

// feel moves the market's mood: it drifts and returns, and is frightened now and then.
func (w *World) feel() {
	if !on(w.sc.setup.Switches.Sentiment) {
		return
	}
	m, draw := &w.climate, w.stream(streamSentiment, 0)
	m.Level += float64(m.Noise*draw.RoughNormal()) - m.Level/m.Fade
	m.Fright -= m.Fright / frightFade
	if u, v := draw.Float64(), draw.Float64(); u < float64(m.Frights*m.calm())/weeksAYear {
		beyond := min(-float64(frightMean*detmath.QuickLog(max(v, 1e-6))), frightMost-frightLeast)
		size := float64((frightLeast + beyond) * m.calm())
		m.Fright -= size
		w.emit(Event{Kind: EventFright, Peer: w.scapegoat(), Qty: units.Whole(float64(size*float64(units.One)), int64(units.One))})
	}
}

// scapegoat is whom markets point at when they take fright: of the companies whose shares
// are traded the one that bad news has cost most of what its business that is played is
// worth, 0 if there was none.
func (w *World) scapegoat() (worst CompanyID) {
	most := 0.0
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		f := &w.finances[c]
		if !f.Listed || !w.sc.Ranked(c) || f.Mood > -blamed || w.companies[c].Bust {
			continue
		}
		played := 1 - float64(w.flow(c, FlowOther, in))/float64(max(w.income(c), 1))
		if lost := -float64(float64(f.Mood*float64(w.valuation(c, nil))) * played); lost > most {
			worst, most = c, lost
		}
	}
	return worst
}

// What markets believe on the day on which good models turn out to need far less compute,
// and come to doubt later (economics.md 5: a seventh of what NVIDIA was worth on 27 January
// 2025, and 3 % of the index).
const (
	sellersFall = 0.15 // log of value of who lives by selling chips
	othersFall  = 0.03 // and of everybody's,
	shakenBy    = 0.4  // where a model takes this part of the usual compute, as R1 did; by choice more for less, as logs
)

// shakeSellers frightens those who hold shares of companies that sell chips, or what these
// are made of, by how much they live by it; and everybody a little: the more, the less compute
// a model takes, as a part of the usual. It tells what part of their value the former lose:
// nothing where nobody values them.
func (w *World) shakeSellers(part float64) (lost float64) {
	if !w.financed() || !on(w.sc.setup.Switches.Sentiment) {
		return 0
	}
	scare := float64(w.climate.calm()*detmath.QuickLog(part)) / detmath.QuickLog(shakenBy)
	fall := float64(sellersFall * scare)
	w.climate.Fright -= float64(othersFall * scare)
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if made := w.companies[c].ChipSales + w.flow(c, FlowBuilding, in); made > 0 {
			f, part := &w.finances[c], min(float64(made)/float64(w.income(c)), 1)
			f.Mood = max(f.Mood-float64(fall*part), -mostMood)
		}
	}
	return 1 - detmath.QuickExp(-fall)
}

// calm is the part of the market that has got over its last frights: who sold in them has
// sold, and neither takes fright again nor lowers the price once more.
func (m *Climate) calm() float64 { return min(max(1+float64(m.Fright/frightMost), 0), 1) }

// reckon is a company's month with those who finance it.
func (w *World) reckon(c CompanyID) {
	f := &w.finances[c]
	if f.Mood -= float64(f.Mood*billWeeks) / moodFade; w.companies[c].Bust {
		w.administer(c)
		return
	}
	w.mark(c)
	if w.climate.Own > 0 && f.Listed && on(w.sc.setup.Switches.Sentiment) {
		draw := w.stream(streamOwnMood, w.keyOf(c))
		f.Mood = within(f.Mood+float64(float64(w.climate.Own*monthRoot)*draw.RoughNormal()), -mostMood, mostMood)
	}
	w.serveLoans(c)
	if f.Promised > 0 && f.Judged <= w.Date() {
		w.judge(c)
	}
}

// monthRoot is the standard deviation of a month's noise over that of a week's.
const monthRoot = 2 // root of billWeeks

// kept is the part of a promised run rate that counts as the whole.
const kept = 0.9

// judge holds a company to the run rate that its last round was priced for.
func (w *World) judge(c CompanyID) {
	f := &w.finances[c]
	now, _ := f.run()
	share := now / float64(f.Promised)
	if share < kept {
		f.Mood += max(float64(0.5*detmath.QuickLog(max(share, 0.1))), -mostJump)
		w.emit(Event{Kind: EventPromiseMissed, By: c, Qty: units.Whole(float64(share*float64(units.One)), int64(units.One)), Amount: int64(f.Promised)})
	}
	f.Promised, f.Judged = 0, 0
}

const (
	surprise  = 1.2 // log of value for the log of income over what was expected (economics.md 8)
	mostJump  = 0.35
	hypeShare = 0.45 // of the log by which a promise is above the trend, that investors pay at once
	mostHype  = 0.12
)

// results reports a quarter's income and profit and compares them with what was
// expected: what the company promised, or else the trend.
func (w *World) results(c CompanyID) {
	f := &w.finances[c]
	income := w.income(c) - f.Opening
	expected := f.Guided
	if expected == 0 {
		expected = f.trend()
	}
	if expected > 0 && on(w.sc.setup.Switches.Guidance) {
		weight := surprise
		if f.Times > 0 { // of this the price has moved with what came in
			weight--
		}
		jump := float64(weight * detmath.QuickLog(atLeast(float64(income)/float64(expected), 0.1)))
		f.Mood = within(f.Mood+within(jump, -mostJump, mostJump), -mostMood, mostMood)
		share := units.MulDiv(int64(income), int64(units.One), int64(expected))
		w.emit(Event{Kind: EventResults, By: c, Qty: min(share, 10*int64(units.One)), Amount: int64(income)})
		if f.Guided > 0 && float64(income) < float64(missedAt*float64(f.Guided)) {
			w.emit(Event{Kind: EventGuidanceMissed, By: c, Qty: int64(units.One) - share, Amount: int64(f.Guided)})
		}
	}
	f.Quarter, f.Opening, f.Guided, f.Next = income, w.income(c), f.Next, 0
	f.Hype = f.hype()
}

const (
	mostMood = 0.8
	missedAt = 0.97 // of what was promised: less counts as a miss
)

// trend is the income that analysts expect of the quarter under way.
func (f *Finance) trend() units.USD {
	return usd(units.Whole(float64(float64(f.Quarter)*detmath.QuickExp(float64(f.outlook()*0.25))), maxExact))
}

// hype is what investors pay more, or less, for what is promised for the quarter.
func (f *Finance) hype() float64 {
	if f.Guided == 0 || f.Quarter <= 0 {
		return 0
	}
	above := float64(hypeShare * detmath.QuickLog(float64(f.Guided)/float64(max(f.trend(), 1))))
	return min(max(above, -mostHype), mostHype)
}
