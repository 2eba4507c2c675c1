package kernel

// sell shares out each segment's demand by logit, with an outside option.
func (w *World) sell() {
	for i := range w.companies {
		w.companies[i].revenue = 0
	}
	for g := range w.demand {
		sum := 1.0
		for i := range w.companies {
			c := &w.companies[i]
			appeal := float64(segmentQuality[g]*c.bestModel) - float64(segmentPrice[g]*c.price) + float64(segmentReputation[g]*c.reputation) - 2
			c.attraction = exp(appeal)
			sum += c.attraction
		}
		each := w.demand[g] / sum
		for i := range w.companies {
			c := &w.companies[i]
			c.revenue += float64(float64(c.attraction*each) * c.price)
		}
	}
}

// mostChips is what one company can take of a family in a week.
const mostChips = 2.0

// buyChips clears each family at one price.
func (w *World) buyChips() {
	last := (w.week + Lead - 1) % Lead
	for f := range w.supply {
		for i := range w.companies {
			c := &w.companies[i]
			c.budget = clamp(float64(float64(c.cash*c.chipShare)*0.25), 0, 10)
		}
		price := w.clear(w.supply[f])
		w.chipPrice[f] = price
		inverse := 1 / price
		for i := range w.companies {
			c := &w.companies[i]
			q := min(float64(c.budget*inverse), mostChips)
			c.cash -= float64(q * price)
			c.arriving[f*Lead+last] += q
		}
	}
}

// clear returns the price at which the budgets ask for no more than supply.
func (w *World) clear(supply float64) float64 {
	low, high := 0.0005, 2.0
	for range bisections {
		middle := float64(0.5 * (low + high))
		inverse := 1 / middle
		q := 0.0
		for i := range w.companies {
			q += min(float64(w.companies[i].budget*inverse), mostChips)
		}
		if q > supply {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// priceEnergy moves each region's price with its load.
func (w *World) priceEnergy() {
	normalLoad := float64(float64(len(w.companies)) * 20)
	for r := range w.energy {
		over := w.load[r]/normalLoad - 1
		w.energy[r] = clamp(float64(w.energy[r]*(1+float64(0.1*over))), 0.002, 0.1)
	}
}

// hire shares out each grade's newcomers by wage, morale and reputation.
func (w *World) hire() {
	newcomers := float64(0.04 * float64(len(w.companies)))
	for g := range Grades {
		sum := 0.5
		for i := range w.companies {
			c := &w.companies[i]
			c.attraction = float64(float64(c.wage*c.morale) * (0.5 + c.reputation))
			sum += c.attraction
		}
		each := newcomers / sum
		for i := range w.companies {
			c := &w.companies[i]
			c.staff[g] += float64(c.attraction * each)
		}
	}
}
