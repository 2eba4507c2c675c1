package sim

// programme_stage: stages that are done, 4 when chips can be ordered; of a business
// programme 3 when customers have it.
func readStage(w *World, id int32) float64 {
	p := &w.programs[id]
	if w.sc.programs[id].kind != ChipProgram {
		return w.ventures[id].Stage.done()
	}
	if p.Stage == SiliconKilled || p.Stage == SiliconIdle {
		return 0
	}
	return float64(p.Stage - SiliconDesign)
}

func whyStage(w *World, id int32, t *Terms) { t.Add(TermUnits, readStage(w, id)) }

// programme_weeks: weeks until chips can be ordered, as expected today; 0 when
// they can, and when nobody works on it.
func readStageWeeks(w *World, id int32) float64 {
	p := &w.programs[id]
	if v := &w.ventures[id]; v.Stage.workIn() >= 0 {
		return v.weeksLeft()
	}
	if p.Pace == 0 {
		return 0
	}
	return float64(max(p.Expected-w.Date(), 0)) / 7
}

func whyStageWeeks(w *World, id int32, t *Terms) {
	p := &w.programs[id]
	if v := &w.ventures[id]; v.Stage.workIn() >= 0 {
		t.Add(TermStage, v.Left)
		t.Add(TermWorks, v.weeksLeft()-v.Left)
		return
	}
	if p.Pace == 0 {
		return
	}
	t.Add(TermStart, float64(p.First-w.Date())/7)
	t.Add(TermSlips, readStageWeeks(w, id)-float64(p.First-w.Date())/7)
}

func readProgramSpent(w *World, id int32) float64 {
	return bn(w.programs[id].Spent + w.ventures[id].Spent)
}

func whyProgramSpent(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowSilicon, bn(w.programs[id].Spent))
	t.AddFlow(TermFlowOut, FlowVenture, bn(w.ventures[id].Spent))
}
