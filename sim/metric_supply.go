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
