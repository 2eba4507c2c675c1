package sim

// energy_price: of a MWh from the grid in the coming week.
func readEnergyPrice(w *World, id int32) float64 { return float64(w.regions[id].Energy) / micro }

func whyEnergyPrice(w *World, id int32, t *Terms) { w.energyPrice(RegionID(id), t) }

// tolerance: what the neighbours bear of turbines and building.
func readTolerance(w *World, id int32) float64 { return w.regions[id].Tolerance }

func whyTolerance(w *World, id int32, t *Terms) {
	row := &w.regions[id]
	t.Add(TermStart, row.Began)
	t.Add(TermPacts, row.Calm-row.Began+row.Worn)
	t.Add(TermLoad, -row.Worn)
	t.Add(TermTurbines, row.Tolerance-row.Calm)
}

// queue_wait: the median wait of a firm request that would join the line now.
func readQueueWait(w *World, id int32) float64 { return w.queueWeeks(RegionID(id), false) }

func whyQueueWait(w *World, id int32, t *Terms) {
	all := readQueueWait(w, id)
	if all == 0 {
		return
	}
	alone := float64(w.regions[id].QueueWeeks / 2)
	t.Add(TermEmpty, alone)
	t.Add(TermQueue, all-alone)
}

// queue_power: what all companies' open requests ask of the grid.
func readQueuePower(w *World, id int32) float64 {
	return mw(w.regions[id].Filed - w.regions[id].Granted - w.regions[id].Left)
}

func whyQueuePower(w *World, id int32, t *Terms) {
	for c := CompanyID(1); len(w.works) > 1 && int(c) < len(w.companies); c++ {
		sum := 0.0
		for at := firstSlot(c); at < firstSlot(c)+slotsPerCompany; at++ {
			if q := &w.requests[at]; q.By != 0 && q.Region == RegionID(id) {
				sum += mw(q.Power - q.Granted)
			}
		}
		if sum > 0 {
			t.AddOf(TermQueue, Ref{OfCompany, int32(c)}, sum)
		}
	}
}
