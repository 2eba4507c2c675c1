package kernel

import (
	"math"
	"math/rand/v2"
)

// operate runs each company's chips, sites, staff and research for the week.
func (w *World) operate() {
	slot := w.week % Lead
	for i := range w.companies {
		c := &w.companies[i]
		compute, need := c.receive(slot)
		have, energyCost := w.power(i)
		running := 1.0
		if have < need {
			running = have / need
		}
		c.compute = float64(compute * running)
		c.work(energyCost, &w.sources[i])
	}
}

// receive takes in the week's delivery and returns what the chips compute and
// the power they need.
func (c *company) receive(slot int) (compute, need float64) {
	for f := range c.chips {
		at := f*Lead + slot
		n := float64(c.chips[f]*0.998) + c.arriving[at]
		c.arriving[at] = 0
		c.chips[f] = n
		compute += float64(n * familyCompute[f])
		need += float64(n * familyPower[f])
	}
	return compute, need
}

// power builds on company i's sites and returns the power they have and its
// cost.
func (w *World) power(i int) (have, cost float64) {
	c := &w.companies[i]
	for s := range c.siteSize {
		if c.siteProgress[s] < 1 {
			c.siteProgress[s] = clamp(c.siteProgress[s]+0.02, 0, 1)
			c.cost += float64(0.002 * c.siteSize[s])
		}
		power := float64(c.siteSize[s] * c.siteProgress[s])
		have += power
		r := (i + s) % Regions
		w.load[r] += power
		cost += float64(power * w.energy[r])
	}
	return have, cost
}

// work lets staff leave and research, and moves reputation and morale.
func (c *company) work(energyCost float64, p *rand.PCG) {
	var output, wages float64
	for g := range c.staff {
		c.staff[g] = float64(c.staff[g] * (1 - float64(0.004*(1.5-c.morale))))
		output += float64(gradeSkill[g] * math.Sqrt(c.staff[g]))
		wages += float64(c.staff[g] * gradeSkill[g])
	}
	c.cost += energyCost + float64(float64(0.002*wages)*c.wage)
	luck := clamp(1+float64(0.3*normal(p)), 0.1, 3)
	effort := float64(float64(0.0005*output) * math.Sqrt(float64(c.compute*c.training)))
	c.tech += float64(effort / (1 + c.tech) * luck)
	noise := float64(float64(0.01*normal(p)) * (1 - float64(0.5*c.safety)))
	c.reputation = clamp(c.reputation+noise, 0, 1)
	c.morale = clamp(float64(c.morale*0.99)+float64(0.01*c.wage), 0.3, 1.4)
	c.bestModel = 0
}

// train moves the models on; a finished one starts over at its owner's level.
func (w *World) train() {
	for i := range w.models {
		m := &w.models[i]
		c := &w.companies[m.owner]
		m.progress += float64(float64(0.001*c.compute)*c.training) / (1 + m.quality)
		if m.progress >= 1 {
			m.progress = 0
			m.quality = float64(0.3*m.quality) + float64(0.7*c.tech)
		}
		if m.quality > c.bestModel {
			c.bestModel = m.quality
		}
	}
}
