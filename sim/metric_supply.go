package sim

// packaging_use: wafers that were packaged over those that could be.
func readPackaging(w *World, _ int32) float64 {
	if w.chain.CanPack == 0 {
		return 0
	}
	return w.chain.Packed / w.chain.CanPack
}

func whyPackaging(w *World, _ int32, t *Terms) {
	t.Add(TermWafers, w.chain.Packed)
	t.Add(TermCapacity, w.chain.CanPack)
}

// memory_use: GB that new chips took over those that were made.
func readMemory(w *World, _ int32) float64 {
	if w.chain.CanStack == 0 {
		return 0
	}
	return w.chain.Stacked / w.chain.CanStack
}

func whyMemory(w *World, _ int32, t *Terms) {
	t.Add(TermMemory, w.chain.Stacked)
	t.Add(TermCapacity, w.chain.CanStack)
}

// packaging_coming, memory_coming: capacity that its maker has ordered and that is not
// at work.
func readPackersComing(w *World, _ int32) float64 {
	return wafersAMonth(w.maker(SupplyPackaging).coming())
}

func whyPackersComing(w *World, id int32, t *Terms) { t.Add(TermWafers, readPackersComing(w, id)) }

func readMemoryComing(w *World, _ int32) float64 {
	return gigabytesAMonth(w.maker(SupplyMemory).coming())
}

func whyMemoryComing(w *World, id int32, t *Terms) { t.Add(TermMemory, readMemoryComing(w, id)) }

// memory_capacity: stacked memory that can be made now.
func readMemoryCapacity(w *World, _ int32) float64 {
	if w.chain.GB == 0 {
		return 0
	}
	return gigabytesAMonth(w.capacityNow(SupplyMemory))
}

func whyMemoryCapacity(w *World, _ int32, t *Terms) {
	if w.chain.GB > 0 {
		w.whySupply(SupplyMemory, t, gigabytesAMonth)
	}
}

// gigabytesAMonth makes millions of GB a month of GB a week.
func gigabytesAMonth(weekly float64) float64 {
	const months = 12
	return float64(weekly*weeksAYear) / (months * 1e6)
}

// whySupply takes a capacity apart: that of the start, growth by others and by what was
// under construction, what was ordered since, and shocks.
func (w *World) whySupply(s Supply, t *Terms, unit func(float64) float64) {
	m, start := w.maker(s), w.chain.Wafers
	if s == SupplyMemory {
		start = w.chain.GB
	}
	ordered := m.Grown
	for i := range m.Works {
		if x := &m.Works[i]; x.Add > 0 && x.Due <= w.head.Tick {
			ordered += x.Add
		}
	}
	t.Add(TermStart, unit(start))
	t.Add(TermWorks, unit(ordered))
	t.Add(TermGrowth, unit(w.capacityNow(s)-start-ordered))
}

// packaging_booked, memory_booked: weeks of work that chips waited for are.
func readBooked(s Supply) func(*World, int32) float64 {
	return func(w *World, _ int32) float64 { return w.maker(s).Booked / max(w.canMake(s), 1) }
}

func whyBooked(s Supply) func(*World, int32, *Terms) {
	return func(w *World, _ int32, t *Terms) {
		kind := TermWafers
		if s == SupplyMemory {
			kind = TermMemory
		}
		t.Add(kind, w.maker(s).Booked)
		t.Add(TermCapacity, w.canMake(s))
	}
}

// canMake is what designers could have of a supply last week.
func (w *World) canMake(s Supply) float64 {
	if s == SupplyMemory {
		return w.chain.CanStack
	}
	return w.chain.CanPack
}

// packaging_price, memory_price: over that of the start.
func readSupplyPrice(s Supply) func(*World, int32) float64 {
	return func(w *World, _ int32) float64 { return w.maker(s).Price }
}

func whySupplyPrice(s Supply) func(*World, int32, *Terms) {
	return func(w *World, _ int32, t *Terms) {
		t.Add(TermStart, 1)
		t.Add(TermBacklog, w.maker(s).Price-1)
	}
}

// revenue_supply: what designers paid for packaging and memory.
func readSupplySales(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowBuilding, in)) }

func whySupplySales(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowIn, FlowBuilding, readSupplySales(w, id))
}

func readSupplyCapex(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowSupply, out)) }

func whySupplyCapex(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowSupply, readSupplyCapex(w, id))
}
