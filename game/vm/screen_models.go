package vm

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"entangle/sim"
	"entangle/sim/chronicle"
)

// models is the screen of models: those being trained, those that are finished,
// and what everybody offers.
func (p *Play) models(int32) []Section {
	offers := p.offers()
	if len(offers.Rows) == 0 && !p.View().Lab().Makes {
		return nil
	}
	list := []Section{{Key: "lab", Title: p.T("section.lab"), Facts: p.facts(measure{"best_model_eci", +1}, measure{"frontier", 0},
		measure{"know_how", +1}, measure{"research_compute", 0}, measure{"training_compute", 0}, measure{"inference_cost", 0})}}
	if p.View().Lab().Makes {
		list = append(list, p.runs(), p.shelf())
	}
	return append(list, offers)
}

// runs is the table of the own training runs.
func (p *Play) runs() Section {
	v := p.View()
	s := Section{Key: "runs", Title: p.T("section.runs"), Empty: p.T("models.no_runs"), Columns: []Column{
		p.column("models.for", 0), p.column("models.stage", 1), p.column("models.size", 3), p.column("models.progress", 0), p.column("models.expected", 0),
		p.column("models.fan", 2), p.column("models.fall", 4), p.column("models.done", 0)}}
	for i := range v.Runs() {
		if r := v.Run(i); r.Stage != sim.RunNone {
			s.Rows = append(s.Rows, p.run(r, v.Prospect(i)))
		}
	}
	return s
}

// fourOfFive is how many standard deviations about the mean hold four cases of five.
const fourOfFive = 1.28

// run is the row of a training run: what it will be is a fan between what was
// expected of the best of others and well beyond it.
func (p *Play) run(r sim.Run, x sim.Prospect) Row {
	low, high := x.Mean-fourOfFive*x.SD, x.Mean+fourOfFive*x.SD
	best := p.View().Frontier()
	from := math.Floor(math.Min(low, best)) - 2
	span := math.Max(8, math.Ceil(math.Max(high, best))+2-from)
	at := func(q float64) float64 { return (q - from) / span }
	weeks := p.weeksLeft(r)
	row := Row{Mine: true, Cells: []Cell{{Text: p.Title(sim.OfModel, int32(r.Into))}, {Text: p.T("run." + strconv.Itoa(int(r.Stage)))}, {Text: chronicle.Flop(int64(math.Round(r.Want * 100)))},
		{Text: p.percent(share(r.Done, r.Want)), Bar: share(r.Done, r.Want)}, {Text: p.decimal(x.Mean), Full: p.T("range", "value", p.decimal(x.Mean), "low", p.decimal(low), "high", p.decimal(high))},
		{Text: "", Fan: &Fan{at(low), at(x.Mean), at(high), at(best)}}, {Text: p.percent(x.Fall)}, {Text: p.T("run.stands"), Tone: -1}}}
	if x.Fall > 0.25 {
		row.Cells[6].Tone = -1
	}
	if weeks >= 0 && r.Stalled == 0 {
		row.Cells[7] = Cell{Text: p.Date().AddWeeks(weeks).String()}
	}
	row.Tip = func() []TipLine { return p.aboutRun(r) }
	for _, mode := range []uint8{sim.SteerExtend, sim.SteerShrink, sim.SteerMerge, sim.SteerShelve} {
		row.Orders = append(row.Orders, p.order(sim.Order{Kind: sim.OrderSteerRun, Mode: mode, Model: r.Into}))
	}
	return row
}

// share is how much of b a is.
func share(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// tuning is how many weeks post-training takes, about.
const tuning = 8

// weeksLeft is how long a run still takes with the compute that the policies give
// it; below 0 if it gets none.
func (p *Play) weeksLeft(r sim.Run) int {
	left := r.Left + float64(r.Stalled)
	if r.Stage == sim.RunTuning {
		return int(math.Ceil(left))
	}
	pace := p.View().WeekOfTraining() / 100
	if pace <= 0 {
		return -1
	}
	weeks := (r.Want-r.Done)/pace + tuning
	if r.Stage == sim.RunPreparing {
		weeks += left
	}
	return int(math.Ceil(math.Min(weeks, 999)))
}

// aboutRun tells what the table has no room for.
func (p *Play) aboutRun(r sim.Run) (tip []TipLine) {
	for _, x := range []struct {
		key string
		is  bool
	}{{"fresh", r.Fresh}, {"distil", r.Distil}, {"retry", r.Retry}, {"refine", r.Refine}} {
		if x.is {
			tip = append(tip, TipLine{Text: p.T("run." + x.key)})
		}
	}
	if r.Slipped > 0 {
		tip = append(tip, TipLine{Text: p.T("run.slipped"), Value: strconv.Itoa(int(r.Slipped))})
	}
	return append(tip, TipLine{Text: p.T("run.strict"), Value: p.percent(r.Strict)}, TipLine{Text: p.T("run.fan"), Dim: true})
}

// shelf is the table of the own models that are finished.
func (p *Play) shelf() Section {
	v := p.View()
	s := Section{Key: "shelf", Title: p.T("section.shelf"), Empty: p.T("models.no_shelf"), Columns: []Column{
		p.column("models.model", 0), p.column("models.state", 0), p.column("models.true", 0), p.column("models.shown", 0), p.column("models.cost", 1), p.column("models.boards", 2), p.column("models.since", 3)}}
	s.Columns[1].Left = true
	from, to := v.Models()
	for m := from; m < to; m++ {
		if x := v.Model(m); x.State >= sim.ModelDrawer {
			s.Rows = append(s.Rows, p.finished(m, x))
		}
	}
	return s
}

// finished is the row of an own model.
func (p *Play) finished(m sim.ModelID, x sim.Model) Row {
	since, state := x.Finished, p.T("model."+strconv.Itoa(int(x.State)))
	if x.State == sim.ModelOffered {
		since, state = x.Released, p.mode(sim.OrderRelease, uint8(x.Mode))
	} else if x.State == sim.ModelTesting {
		since = x.Test
	}
	row := Row{Mine: true, Cells: []Cell{{Text: p.Title(sim.OfModel, int32(m))}, {Text: state}, {Text: p.decimal(x.Quality)},
		{Text: p.decimal(p.View().Shown(m))}, {Text: p.percent(p.View().UseCost(m))}, p.entry(x), {Text: since.String()}}, Orders: p.onModel(m, x)}
	if x.Fell {
		row.Cells[2].Tone = -1
		row.Tip = func() []TipLine {
			return []TipLine{{Text: p.T("model.fell", "expected", p.decimal(x.Expected)), Dim: true}}
		}
	}
	return row
}

// entry is how a model was entered at the boards.
func (p *Play) entry(x sim.Model) Cell {
	if x.Entered == 0 {
		return none()
	}
	return Cell{Text: p.mode(sim.OrderEnterBenchmark, uint8(x.Entered))}
}

// onModel is what can be ordered about an own model that is finished.
func (p *Play) onModel(m sim.ModelID, x sim.Model) (list []Draft) {
	for mode := sim.ReleaseClosed; mode <= sim.ReleaseHosted; mode++ {
		if x.State != sim.ModelOffered || x.Mode != mode && x.Mode != sim.ReleaseOpen {
			list = append(list, p.order(sim.Order{Kind: sim.OrderRelease, Mode: uint8(mode), Model: m}))
		}
	}
	if x.State == sim.ModelOffered && x.Entered == 0 {
		for e := sim.EntryShipped; e <= sim.EntrySpecial; e++ {
			list = append(list, p.order(sim.Order{Kind: sim.OrderEnterBenchmark, Mode: uint8(e), Model: m}))
		}
	}
	list = append(list, p.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: m}))
	if x.State == sim.ModelOffered {
		list = append(list, p.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerRefine, Model: m}))
	}
	if x.State == sim.ModelDrawer {
		list = append(list, p.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerExtend, Model: m}), p.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShelve, Model: m}))
	}
	return list
}

// offers is the table of all models on offer, the best first.
func (p *Play) offers() Section {
	v := p.View()
	s := Section{Key: "offers", Title: p.T("section.offers"), Columns: []Column{
		p.column("models.model", 0), p.column("models.terms", 0), p.column("models.shown", 0), p.column("models.cost", 0), p.column("models.boards", 2), p.column("models.released", 1)}}
	s.Columns[1].Left = true
	for _, m := range p.onOffer() {
		s.Rows = append(s.Rows, p.offer(m, v.Model(m)))
	}
	return s
}

// onOffer lists the models on offer, the best first.
func (p *Play) onOffer() (list []sim.ModelID) {
	v := p.View()
	for m := sim.ModelID(1); int(m) <= p.SC.Count(sim.OfModel); m++ {
		if v.Model(m).State == sim.ModelOffered {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b sim.ModelID) int { return cmp.Compare(v.Shown(b), v.Shown(a)) })
	return list
}

// farBehind is how many points behind the best a model's bar is empty.
const farBehind = 20

// offer is the row of a model on offer.
func (p *Play) offer(m sim.ModelID, x sim.Model) Row {
	v, owner := p.View(), p.SC.ModelOwner(m)
	row := Row{Mine: owner == p.Me, Cells: []Cell{{Text: p.Title(sim.OfModel, int32(m)), Of: int(owner)}, {Text: p.mode(sim.OrderRelease, uint8(x.Mode))},
		{Text: p.decimal(v.Shown(m)), Bar: math.Max(0.02, 1-(v.Frontier()-v.Shown(m))/farBehind)}, {Text: p.percent(v.UseCost(m))}, none(), {Text: x.Released.String()}}}
	if x.Entered != 0 {
		row.Cells[4] = Cell{Text: p.T("models.entered")} // how, only its owner knows
	}
	if x.Mode == sim.ReleaseHosted {
		row.Tip = func() []TipLine { return []TipLine{{Text: p.T("models.fee"), Value: p.percent(float64(x.Fee) / 1e6)}} }
	}
	row.Orders = p.onOthers(m, x)
	if row.Mine {
		row.Orders = p.onModel(m, x)
	}
	return row
}

// onOthers is what can be ordered about another's model on offer.
func (p *Play) onOthers(m sim.ModelID, x sim.Model) (list []Draft) {
	switch x.Mode {
	case sim.ReleaseOpen:
		if p.View().Lab().Makes {
			list = append(list, p.order(sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: m}))
		}
	case sim.ReleaseHosted:
		for use := sim.LicenceHost; use <= sim.LicenceCore; use++ {
			list = append(list, p.order(sim.Order{Kind: sim.OrderLicenseModel, Mode: uint8(use), Model: m}))
		}
	}
	return list
}
