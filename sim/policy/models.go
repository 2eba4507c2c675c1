package policy

import (
	"math/bits"

	"entangle/sim"
	"entangle/sim/units"
)

// What a maker of models goes by.
const (
	shortTraining = 8.0 // weeks for which the careful train; economics 5
	longTraining  = 16.0
	mostTraining  = 800_000 // share of research for runs
	leastTraining = 250_000
	usualStrict   = 500_000
	quickWorth    = 0.12 // points a week that the impatient give for a model that is done sooner,
	slowWorth     = 0.05 // and the patient
	leastServing  = 0.1  // share of compute at hand that serves; economics 4
	mostServing   = 0.65
	cloudServing  = 0.8 // of a cloud; derived: DeepMind has used a fifth to a third of what Google owns (Epoch AI)
	servedAim     = 0.97
	wornOut       = 2   // runs on a recipe from which a new one helps those to come,
	renewed       = 1.0 // by so many points
	usersMiss     = 0.4 // points, of the cleanest data
	wellBehind    = 4.0 // points
	hopeless      = 26.0
	settled       = 3   // weeks until what was ordered is under way
	refineSoon    = 0.5 // points more, from which the impatient have a model on offer trained further,
	refineLate    = 1.0 // and the patient
	refineWeeks   = 6   // until they ask again
	slim          = 0.5 // serving cost above which a small copy is worth making
)

// makeModels decides what a maker of models trains: how much of its compute research
// keeps, when to begin a run and of what size, and what to do with one that goes badly.
// It looks again when a run is through training or has disappointed: that it hears.
func makeModels(m *mind) {
	lab := m.OwnLab()
	if !lab.Makes {
		m.out.Plan.Next[sim.AreaModels] = units.LastDate
		return
	}
	m.shareResearch()
	m.shareTraining()
	runs := m.RunKinds()
	m.refine(runs.Tuning != 0)
	switch {
	case !m.steer(&runs):
		if runs.Busy == 0 {
			m.beginRun(lab)
		}
	case runs.Busy == 0:
		m.lookIn(sim.AreaModels, settled) // when it is under way: what trains is still free
	}
}

// refine has the best model on offer take in what was learnt since it was made, where
// that is worth a release and no successor is nearly done: a better one than those on offer
// is finished, or one is tuned. Otherwise it comes up again.
func (m *mind) refine(tuned bool) {
	best := m.OwnBest()
	if best == 0 || m.Refining(best) { // it is looked at again when that is over
		return
	}
	if tuned || m.leaps() || m.Learnt(best) < lean(m.Patience, refineSoon, refineLate) || !m.order(&sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerRefine, Model: best}) {
		m.lookIn(sim.AreaModels, refineWeeks)
	}
}

// shareTraining has those who are far behind and dare to put ever more of their
// research into the run, and those who lead find out more before the next.
func (m *mind) shareTraining() {
	have := m.own.Policy.Training
	want, behind := have, m.Frontier()-m.own.Quality
	switch {
	case behind > wellBehind && m.Risk > 4:
		want = min(have+100_000, mostTraining)
	case behind < keepsUp && m.Patience > 4:
		want = max(have-50_000, leastTraining)
	}
	if want != have && (want > have) == (behind > wellBehind) {
		m.setShare(sim.PolicyTraining, want)
	}
}

// lookIn has an area looked at again in some weeks, if that is sooner than its turn.
func (m *mind) lookIn(a sim.Area, weeks int) {
	next := &m.out.Plan.Next[a]
	*next = min(*next, m.Date().AddWeeks(weeks))
}

// shareResearch gives customers what serves nearly all of them, and research the
// rest, within the bounds that labs keep. It goes half of the way at a time.
func (m *mind) shareResearch() {
	have := m.own.Own - m.own.Let + m.own.Rented - m.own.Loss
	if have <= 0 {
		return
	}
	need, most := max(float64(m.own.Wanted)/float64(servedAim*float64(have)), leastServing), mostServing
	if m.tight {
		most = tightServes
	} else if need > mostServing && m.sellsCompute() {
		most = cloudServing
	}
	need = min(need, most)
	want := (m.own.Policy.Research + ppm(1-need)) / 2
	if gap := want - m.own.Policy.Research; max(gap, -gap) <= 50_000 {
		return // as mostly
	}
	m.setShare(sim.PolicyResearch, want)
}

// sellsCompute tells whether customers come for the company's compute too, and not for
// its models alone.
func (m *mind) sellsCompute() bool {
	for _, s := range m.SoldFor(sim.NeedCompute) {
		if m.OwnProduct(s).On {
			return true
		}
	}
	return false
}

// beginRun starts a run that trains for as many weeks as the leadership dares: longer
// pays more and is known later. It weighs recipes and how hard to clean the data by
// what its makers expect: the bold like a wide fan, the patient care for what users
// miss, and who is far behind has less to lose.
func (m *mind) beginRun(lab *sim.Lab) {
	weeks := lean(m.Risk, shortTraining, longTraining)
	if m.tight {
		weeks = tightRun
	}
	size := rounded(float64(m.WeekOfTraining()*weeks), 0, 1<<30)
	if cost, _ := m.pace.Terms(sim.OrderStartRun); cost > m.left {
		m.late = true
		return
	}
	if m.clogged = m.Waits(sim.OrderStartRun); m.clogged || size < 1 {
		return
	}
	usual, fresh := m.ProspectsOf(size, usualStrict)
	if half := size / 2; half > 0 { // done sooner, while others move on
		hurry := float64(lean(m.Patience, quickWorth, slowWorth) * float64(weeks/2))
		if sooner, new := m.ProspectsOf(half, usualStrict); sooner.Mean+hurry > usual.Mean {
			size, usual, fresh = half, sooner, new
		}
	}
	o := &sim.Order{Kind: sim.OrderStartRun, Mode: sim.RecipeKnown, Qty: size, Share: usualStrict}
	if !m.Check(*o).Allowed() {
		return
	}
	wide := lean(m.Risk, -0.7, 0.4)
	if m.Frontier()-m.own.Quality > wellBehind {
		wide += 0.5
	}
	gain := fresh.Mean - usual.Mean + float64(wide*(fresh.SD-usual.SD))
	if lab.Worn >= wornOut {
		gain += renewed // for the runs after it
	}
	if gain > 0 {
		o.Mode, usual = sim.RecipeFresh, fresh
	}
	most := usual.Mean - m.missed(usualStrict)
	for _, strict := range [...]units.PPM{200_000, 800_000} {
		known, fresh := m.ProspectsOf(size, strict)
		if gain > 0 {
			known = fresh
		}
		if worth := known.Mean - m.missed(strict); worth > most {
			o.Share, most = strict, worth
		}
	}
	m.sure(o)
}

// missed is what users will miss in data cleaned so hard, as the leadership weighs it.
func (m *mind) missed(strict units.PPM) float64 {
	x := float64(strict) / 1e6
	return float64(lean(m.Patience, 0.3, 1.7) * float64(usersMiss*float64(x*x)))
}

// steer deals with runs and models that went badly and makes small copies of good
// ones; it tells whether there was anything to decide.
func (m *mind) steer(runs *sim.RunKinds) bool {
	for left := runs.Training; left != 0; left &= left - 1 {
		if m.tooSlow(&m.OwnRuns()[bits.TrailingZeros8(left)]) {
			return true
		}
	}
	first, models := m.OwnModels()
	for left := m.Drawers(); left != 0; left &= left - 1 {
		i := bits.TrailingZeros8(left)
		row, p := &models[i], first+sim.ModelID(i)
		gain := m.Shown(p) - m.own.Quality
		switch {
		case row.Fell && gain < 1:
			return m.disappointed(p, row)
		case gain < 0 && row.Cost > float64(slim*m.OwnModel(m.OwnBest()).Cost): // it can only leak
			return m.sure(&sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShelve, Model: p})
		}
	}
	return runs.Copying == 0 && m.copySmall()
}

// tooSlow cuts a run down that would train for half a year more: to what it has
// and a quarter's work; sooner and to less while money is tight.
func (m *mind) tooSlow(r *sim.Run) bool {
	week, limit := m.WeekOfTraining()/100, hopeless
	if m.tight {
		limit = tightRun
	}
	if week <= 0 || (r.Want-r.Done)/week < limit {
		return false
	}
	size := rounded(float64((r.Done+float64(float64(limit*week)/2))*100), 1, 1<<40)
	return m.order(&sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShrink, Model: r.Into, Qty: size})
}

// disappointed decides on a model that came out badly: the bold go on with it, who
// has few people for it makes it small, the others give it up.
func (m *mind) disappointed(p sim.ModelID, row *sim.Model) bool {
	if m.Risk > 6 && m.Patience < 6 {
		size := rounded(float64(row.Size*142), 1, 1<<40)
		if m.order(&sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerExtend, Model: p, Qty: size}) {
			return true
		}
	}
	return m.sure(&sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShelve, Model: p})
}

// hasCopy tells whether there is a small copy that is newer than a model.
func (m *mind) hasCopy(row *sim.Model) bool {
	_, models := m.OwnModels()
	newest := int32(0)
	for i := range models {
		serial := models[i].Serial // read first: whether it is one nobody could guess, so no branch
		if !models[i].Distil {
			serial = 0
		}
		newest = max(newest, serial)
	}
	return newest > row.Serial
}

// copySmall distils the best model that can be had where serving is dear and there
// is no small copy yet, nor one in the making.
func (m *mind) copySmall() bool {
	best := m.OwnBest()
	if best == 0 || m.own.Wanted*10 < m.room()*8 && m.Thrift < 6 {
		return false
	}
	row := m.OwnModel(best)
	if row.Distil || row.Cost < slim || m.CopyCost(best) > float64(slim*row.Cost) {
		return false
	}
	return !m.hasCopy(row) && m.order(&sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: best})
}
