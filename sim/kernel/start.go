package kernel

import (
	"math"
	"math/rand/v2"
)

// Init puts the world to its first week. The same seed gives the same run.
func (w *World) Init(seed uint64) {
	for i := range w.sources {
		w.sources[i].Seed(seed, uint64(i)*2+1)
	}
	p := w.source()
	clear(w.companies)
	for i := range w.companies {
		w.companies[i].start(p)
	}
	w.startDeals(p)
	w.startModels(p)
	w.startMarkets()
	w.week = 0
}

// source is the world's own, as against the companies'.
func (w *World) source() *rand.PCG { return &w.sources[len(w.sources)-1] }

func (c *company) start(p *rand.PCG) {
	c.cash = 5 + float64(20*uniform(p))
	c.debt = float64(2 * uniform(p))
	c.reputation = 0.3 + float64(0.5*uniform(p))
	c.tech = 1 + uniform(p)
	c.price = 0.8 + float64(0.4*uniform(p))
	c.wage = 1
	c.safety = uniform(p)
	c.training = 0.4
	c.morale = 1
	c.chipShare = 0.05
	for f := range c.chips {
		c.chips[f] = float64(10 * uniform(p))
	}
	for g := range c.staff {
		c.staff[g] = float64(10 * uniform(p))
	}
	for x := range c.temper {
		c.temper[x] = 0.5 + uniform(p)
	}
	for s := range c.siteSize {
		c.siteSize[s] = 5 + float64(10*uniform(p))
		c.siteProgress[s] = uniform(p)
	}
}

func (w *World) startDeals(p *rand.PCG) {
	n := float64(len(w.companies))
	for i := range w.deals {
		d := &w.deals[i]
		d.payer = int32(float64(uniform(p) * n))
		d.payee = int32(float64(uniform(p) * n))
		d.amount = float64(0.1 * uniform(p))
		d.weeksLeft = math.Floor(1 + float64(40*uniform(p)))
		d.equity = float64(0.05 * uniform(p))
	}
}

func (w *World) startModels(p *rand.PCG) {
	for i := range w.models {
		m := &w.models[i]
		m.owner = int32(i % len(w.companies))
		m.quality = 0.5 + float64(0.5*uniform(p))
		m.progress = uniform(p)
	}
}

func (w *World) startMarkets() {
	w.load = [Regions]float64{}
	for g := range w.demand {
		w.demand[g] = 5
	}
	for f := range w.supply {
		w.supply[f] = float64(float64(len(w.companies)) * 0.3)
		w.chipPrice[f] = 0.03
	}
	for r := range w.energy {
		w.energy[r] = 0.01
	}
}
