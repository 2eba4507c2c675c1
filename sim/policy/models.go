package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// What a maker of models goes by.
const (
	shortTraining = 8.0 // weeks for which the careful train; economics 5
	longTraining  = 16.0
	leastServing  = 0.35 // share of compute at hand that serves; economics 4
	mostServing   = 0.65
	servedAim     = 0.97
	wornOut       = 2   // runs on a recipe from which a new one helps those to come,
	renewed       = 1.0 // by so many points
	usersMiss     = 0.4 // points, of the cleanest data
	farBehind     = 4.0 // points
	hopeless      = 26.0
	slim          = 0.5 // serving cost above which a small copy is worth making
)

// makeModels decides what a maker of models trains: how much of its compute research
// keeps, when to begin a run and of what size, and what to do with one that goes badly.
// It looks again when the run in hand should be through.
func makeModels(m *mind) {
	lab := m.Lab()
	if !lab.Makes {
		m.out.Plan.Next[sim.AreaModels] = units.LastDate
		return
	}
	m.shareResearch()
	if !m.steer() && !m.busy() {
		m.begin(&lab)
	}
	m.lookWhenDone(sim.AreaModels)
}

// busy tells whether a run needs the compute for training: one in post-training does
// not, nor one that distils.
func (m *mind) busy() bool {
	for i := range m.Runs() {
		if r := m.Run(i); !r.Distil && (r.Stage == sim.RunPreparing || r.Stage == sim.RunTraining) {
			return true
		}
	}
	return false
}

// lookWhenDone has an area looked at again when the next stage of a run should be
// over, if that is sooner than its turn.
func (m *mind) lookWhenDone(a sim.Area) {
	weeks, pace := hopeless, m.WeekOfTraining()/100
	for i := range m.Runs() {
		switch r := m.Run(i); r.Stage {
		case sim.RunPreparing, sim.RunTuning:
			weeks = min(weeks, r.Left+1)
		case sim.RunTraining:
			weeks = min(weeks, (r.Want-r.Done)/max(pace, 1e-9)+1)
		}
	}
	if day := m.Date().AddWeeks(int(units.FromFloat(max(weeks, 2), 2, 52))); day < m.out.Plan.Next[a] {
		m.out.Plan.Next[a] = day
	}
}

// shareResearch gives customers what serves nearly all of them, and research the
// rest, within the bounds that labs keep. It goes half of the way at a time.
func (m *mind) shareResearch() {
	have := m.own.Own - m.own.Let + m.own.Rented - m.own.Loss
	if have <= 0 {
		return
	}
	need := min(max(float64(m.own.Wanted)/float64(servedAim*float64(have)), leastServing), mostServing)
	want := (m.own.Policy.Research + ppm(1-need)) / 2
	if gap := want - m.own.Policy.Research; gap > 50_000 || gap < -50_000 {
		m.sure(sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyResearch, Share: want})
	}
}

// begin starts a run that trains for as many weeks as the leadership dares: longer
// pays more and is known later. It weighs recipes and how hard to clean the data by
// what its makers expect: the bold like a wide fan, the patient care for what users
// miss, and who is far behind has less to lose.
func (m *mind) begin(lab *sim.Lab) {
	size := units.FromFloat(float64(m.WeekOfTraining()*lean(m.Risk, shortTraining, longTraining)), 0, 1<<30)
	if size < 1 {
		return
	}
	wide := lean(m.Risk, -0.7, 0.4)
	if m.Frontier()-m.own.Quality > farBehind {
		wide += 0.5
	}
	best, most := sim.Order{}, 0.0
	for _, strict := range [...]units.PPM{200_000, 500_000, 800_000} {
		x := float64(strict) / 1e6
		missed := float64(lean(m.Patience, 0.3, 1.7) * float64(usersMiss*float64(x*x)))
		for _, mode := range [...]uint8{sim.RecipeKnown, sim.RecipeFresh} {
			p := m.ProspectOf(size, strict, mode == sim.RecipeFresh)
			worth := p.Mean + float64(wide*p.SD) - missed
			if mode == sim.RecipeFresh && lab.Worn >= wornOut {
				worth += renewed // for the runs after it
			}
			if best.Kind == sim.OrderNone || worth > most {
				best, most = sim.Order{Kind: sim.OrderStartRun, Mode: mode, Qty: size, Share: strict}, worth
			}
		}
	}
	m.order(best)
}

// steer deals with runs and models that went badly and makes small copies of good
// ones; it tells whether there was anything to decide.
func (m *mind) steer() bool {
	for i := range m.Runs() {
		if r := m.Run(i); r.Stage == sim.RunTraining && m.tooSlow(&r) {
			return true
		}
	}
	from, to := m.Models()
	for p := from; p < to; p++ {
		if row := m.Model(p); row.State == sim.ModelDrawer && row.Fell && m.Shown(p) < m.own.Quality+1 {
			return m.disappointed(p, &row)
		}
	}
	return m.copySmall()
}

// tooSlow cuts a run down that would train for half a year more: to what it has
// and a quarter's work.
func (m *mind) tooSlow(r *sim.Run) bool {
	week := m.WeekOfTraining() / 100
	if week <= 0 || (r.Want-r.Done)/week < hopeless {
		return false
	}
	size := units.FromFloat(float64((r.Done+float64(13*week))*100), 1, 1<<40)
	return m.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShrink, Model: r.Into, Qty: size})
}

// disappointed decides on a model that came out badly: the bold go on with it, who
// has few people for it makes it small, the others give it up.
func (m *mind) disappointed(p sim.ModelID, row *sim.Model) bool {
	if m.Risk > 6 && m.Patience < 6 {
		size := units.FromFloat(float64(row.Size*142), 1, 1<<40)
		if m.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerExtend, Model: p, Qty: size}) {
			return true
		}
	}
	return m.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShelve, Model: p})
}

// copySmall distils the best model that can be had where serving is dear and there
// is no small copy yet.
func (m *mind) copySmall() bool {
	best := m.BestModel()
	if best == 0 || m.own.Wanted*10 < m.room()*8 && m.Thrift < 6 {
		return false
	}
	if row := m.Model(best); row.Cost < slim || row.Distil {
		return false
	}
	serial := m.Model(best).Serial
	from, to := m.Models()
	for p := from; p < to; p++ {
		row := m.Model(p)
		if row.Distil && row.Serial > serial {
			return false
		}
	}
	for i := range m.Runs() {
		if r := m.Run(i); r.Stage != sim.RunNone && r.Distil {
			return false
		}
	}
	return m.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: best})
}
