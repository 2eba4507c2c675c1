package sim

import "entangle/sim/units"

// loadChain fills packaging and memory, and what designers and families have of
// them.
func (w *World) loadChain() {
	s := &w.sc.setup
	p, m := &s.Packaging, &s.Memory
	w.chain = Chain{Wafers: w.figure(&p.Capacity), Growth: w.figure(&p.Growth), Noise: w.figure(&p.Noise), Fade: max(w.figure(&p.Memory), 1),
		Lag: w.figure(&p.Lag), GB: w.figure(&m.Capacity), GBGrowth: w.figure(&m.Growth)}
	if w.chain.Shift = unlimited; p.Shift.Given {
		w.chain.Shift = 1 + w.figure(&p.Shift)/weeksAYear
	}
	w.loadMaker(SupplyPackaging, w.sc.makers[0], &p.Maker)
	w.loadMaker(SupplyMemory, w.sc.makers[1], &m.Maker)
	w.chain.Packable, w.chain.CanPack, w.chain.CanStack = w.chain.Wafers, w.chain.Wafers, w.chain.GB
	for i := range s.Companies {
		w.companies[i+1].WaferShare = w.figure(&s.Companies[i].WaferShare) / float64(units.One)
		w.companies[i+1].Engineers = w.whole(&s.Companies[i].Engineers)
		w.companies[i+1].Wafers = float64(w.companies[i+1].WaferShare * w.chain.Wafers)
		if !on(s.Switches.Packaging) {
			w.companies[i+1].Wafers = float64(w.companies[i+1].WaferShare * unlimited)
		}
	}
	for i := range s.Families {
		row := &w.families[i+1]
		row.PerWafer, row.GB = w.figure(&s.Families[i].PerWafer), w.figure(&s.Families[i].GB)
		for c := 1; c < len(w.companies); c++ {
			w.account(CompanyID(c), FamilyID(i+1)).Penalty = max(w.figure(&s.Families[i].Maturity), w.figure(&s.Companies[c-1].Elsewhere))
		}
		w.account(w.sc.families[i+1].designer, FamilyID(i+1)).Penalty = w.figure(&s.Families[i].AtHome)
		for c := 1; c < len(w.companies); c++ {
			w.seeRipe(CompanyID(c), FamilyID(i+1))
		}
	}
}

// loadMaker fills who makes a supply.
func (w *World) loadMaker(s Supply, of CompanyID, k *MakerSetup) {
	m := w.maker(s)
	if m.Price = 1; of == 0 {
		return
	}
	w.chain.Made = true
	m.Of, m.Part = of, 1
	if k.Part.Given {
		m.Part = w.figure(&k.Part) / float64(units.One)
	}
	m.Paid, m.Costs = w.figure(&k.Paid)/float64(units.One), w.figure(&k.Costs)/float64(units.One)
	m.Begun, m.Weeks, m.Speed = w.figure(&k.Begun), w.figure(&k.Weeks), w.figure(&k.Speed)
	m.Cost = usd(w.whole(&k.Cost))
}

// firstMix splits each designer's wafers at the start: by backlog, or evenly
// where nobody waits.
func (w *World) firstMix() {
	need, count := w.room.wafers, w.room.utility[:0]
	clear(need)
	count = append(count, need...)
	for f := 1; f < len(w.families); f++ {
		if row, d := &w.families[f], w.sc.families[f].designer; row.PerWafer > 0 && !row.Shut {
			need[d] += row.asked() / row.PerWafer
			count[d]++
		}
	}
	for f := 1; f < len(w.families); f++ {
		row, d := &w.families[f], w.sc.families[f].designer
		switch {
		case row.PerWafer == 0 || row.Shut:
			continue
		case need[d] > 0:
			row.Mix = row.asked() / float64(row.PerWafer*need[d])
		default:
			row.Mix = 1 / count[d]
		}
		row.Possible = float64(w.companies[d].Wafers * row.PerWafer)
		row.Rate = float64(row.Possible * row.Mix)
		row.Capacity = units.Chips(units.Whole(row.Rate, maxExact))
	}
	w.room.utility = count[:0]
}

// loadPrograms fills the programmes for own chips. Their families cannot be
// ordered before they are done.
func (w *World) loadPrograms() {
	clear(w.programs)
	for i := range w.sc.setup.Programs {
		s, p, id := &w.sc.setup.Programs[i], &w.programs[i+1], ProgramID(i+1)
		if w.sc.programs[id].kind != ChipProgram {
			continue
		}
		*p = Program{Cost: usd(w.whole(&s.Cost)), Crew: int32(w.whole(&s.Engineers)), Slip: w.figure(&s.SlipChance) / float64(units.One), SlipWeeks: w.figure(&s.SlipWeeks),
			Weeks: [siliconStages]float64{w.figure(&s.Design), w.figure(&s.Tapeout), w.figure(&s.Qualify), w.figure(&s.Ramp)}}
		w.families[w.sc.programs[id].family].Shut = true
		if s.Begun.Given {
			p.Pace = units.One
			w.staff(id)
			p.Stage = SiliconDesign + SiliconStage(w.whole(&s.Begun))
			p.Left = p.Weeks[p.Stage-1]
			p.First, p.Expected = p.finish(w.Date()), p.finish(w.Date())
		}
	}
}
