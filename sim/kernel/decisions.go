package kernel

import "math/rand/v2"

// decide lets each company, in order, take the action that scores best.
func (w *World) decide() {
	for i := range w.companies {
		c := &w.companies[i]
		seen := c.look(w.chipPrice[0])
		best := c.best(&seen, &w.sources[i])
		c.cooldown[best] += 0.5
		c.action = int32(best)
		c.act(best, (w.week+i)%Sites)
	}
}

// look returns the features, each weighted by the company's temper.
func (c *company) look(chipPrice float64) (x [Features]float64) {
	t := &c.temper
	x[0] = float64(t[0] * clamp(float64(c.cash*0.05), -1, 2))
	x[1] = float64(t[1] * clamp(float64(c.debt*0.05), 0, 2))
	x[2] = float64(t[2] * clamp(c.revenue, 0, 2))
	x[3] = float64(t[3] * clamp(c.cost, 0, 2))
	x[4] = float64(t[4] * c.reputation)
	x[5] = float64(t[5] * clamp(float64(c.tech*0.2), 0, 2))
	x[6] = float64(t[6] * c.price)
	x[7] = float64(t[7] * c.morale)
	x[8] = float64(t[8] * clamp(float64(c.compute*0.02), 0, 2))
	x[9] = float64(float64(t[9]*c.bestModel) * 0.2)
	x[10] = float64(t[10] * clamp(float64(chipPrice*10), 0, 2))
	x[11] = float64(t[11] * c.safety)
	return x
}

// best scores every action and lets the cooldowns fade. One draw of 64 bits
// serves two actions.
func (c *company) best(x *[Features]float64, p *rand.PCG) int {
	top, best := -1e9, 0
	var bits uint64
	for k := range Actions {
		if k&1 == 0 {
			bits = p.Uint64()
		} else {
			bits >>= 32
		}
		noise := float64(float64(0.2*float64(uint32(bits))) * (1.0 / 4294967296.0))
		s := choices.bias[k] + dot(&choices.weight[k], x) + noise - c.cooldown[k]
		c.cooldown[k] = float64(c.cooldown[k] * 0.9)
		if s > top {
			top, best = s, k
		}
	}
	return best
}

// dot adds up in four strands, an order that every language can follow.
func dot(w, x *[Features]float64) float64 {
	s0 := float64(w[0]*x[0]) + float64(w[4]*x[4]) + float64(w[8]*x[8])
	s1 := float64(w[1]*x[1]) + float64(w[5]*x[5]) + float64(w[9]*x[9])
	s2 := float64(w[2]*x[2]) + float64(w[6]*x[6]) + float64(w[10]*x[10])
	s3 := float64(w[3]*x[3]) + float64(w[7]*x[7]) + float64(w[11]*x[11])
	return (s0 + s1) + (s2 + s3)
}

// act applies action k: ten kinds in three strengths.
func (c *company) act(k, site int) {
	strength := 1 + float64(k/10)
	switch k % 10 {
	case 0:
		c.price = clamp(float64(c.price*(1+float64(0.01*strength))), 0.1, 3)
	case 1:
		c.price = clamp(float64(c.price*(1-float64(0.01*strength))), 0.1, 3)
	case 2:
		c.wage = clamp(float64(c.wage*(1+float64(0.01*strength))), 0.5, 3)
	case 3:
		c.wage = clamp(float64(c.wage*(1-float64(0.01*strength))), 0.5, 3)
	case 4:
		c.training = clamp(c.training+float64(0.02*strength), 0.05, 0.95)
	case 5:
		c.training = clamp(c.training-float64(0.02*strength), 0.05, 0.95)
	case 6:
		c.chipShare = clamp(c.chipShare+float64(0.005*strength), 0.005, 0.3)
	case 7:
		c.chipShare = clamp(c.chipShare-float64(0.005*strength), 0.005, 0.3)
	case 8:
		c.debt += float64(0.5 * strength)
		c.cash += float64(0.5 * strength)
	case 9:
		c.build(site, strength)
	}
}

// build makes a site larger.
func (c *company) build(site int, strength float64) {
	c.siteSize[site] += float64(0.5 * strength)
	c.siteProgress[site] = float64(c.siteProgress[site] * 0.9)
	c.cash -= float64(0.1 * strength)
	c.safety = clamp(c.safety+0.02, 0, 1)
}
