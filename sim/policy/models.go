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
	wornOut       = 3   // runs on a recipe after which it is worth a new one
	farBehind     = 4.0 // points
	hopeless      = 26.0
	slim          = 0.5 // serving cost above which a small copy is worth making
)

// makeModels decides what a maker of models trains: how much of its compute research
// keeps, when to begin a run and of what size, and what to do with one that goes badly.
func makeModels(m *mind) {
	lab := m.Lab()
	if !lab.Makes {
		return
	}
	m.shareResearch()
	if m.steer() {
		return
	}
	if busy := int(lab.Runs); busy > 0 && (busy >= m.Runs() || m.teaching() == 0) {
		return
	}
	m.begin(&lab)
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

// teaching is how many of the company's runs only distil.
func (m *mind) teaching() (n int) {
	for i := range m.Runs() {
		if r := m.Run(i); r.Stage != sim.RunNone && r.Distil {
			n++
		}
	}
	return n
}

// begin starts a run that trains for as many weeks as the leadership dares: longer
// pays more and is known later. Who is far behind, or has worn a recipe out, tries a
// new one; the bold and those behind clean the data harder, for the boards.
func (m *mind) begin(lab *sim.Lab) {
	size := units.FromFloat(float64(m.WeekOfTraining()*lean(m.Risk, shortTraining, longTraining)), 0, 1<<30)
	if size < 1 {
		return
	}
	behind := m.Frontier() - m.own.Quality
	mode := sim.RecipeKnown
	if m.Risk > 4 && (lab.Worn >= wornOut || m.Risk > 6 && behind > farBehind) || lab.Worn > 2*wornOut {
		mode = sim.RecipeFresh
	}
	strict := lean(m.Risk, 0.2, 0.8)
	if behind > farBehind {
		strict = min(1, strict+0.2)
	}
	m.order(sim.Order{Kind: sim.OrderStartRun, Mode: mode, Qty: size, Share: ppm(strict)})
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
		if row.State == sim.ModelMaking && m.teaching() > 0 || row.Distil && row.Serial > serial {
			return false
		}
	}
	return m.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: best})
}
