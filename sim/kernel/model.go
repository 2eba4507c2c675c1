package kernel

import "math/rand/v2"

// Sizes of the model.
const (
	Families = 4  // of chips, each with a market
	Grades   = 4  // of staff
	Sites    = 6  // per company
	Lead     = 8  // weeks from a chip's purchase to its delivery, and the ring's length
	Segments = 4  // of customers
	Regions  = 4  // with a price of energy
	Actions  = 30 // scored each week
	Features = 12 // that a score looks at

	DealsPerCompany  = 4 // in the reference run
	ModelsPerCompany = 2
)

// The reference run.
const (
	RefCompanies = 16
	RefDeals     = RefCompanies * DealsPerCompany
	RefWeeks     = 104
)

const bisections = 16

var (
	familyCompute = [Families]float64{1.0, 2.2, 0.7, 1.5}
	familyPower   = [Families]float64{0.7, 1.2, 0.4, 0.9}
	gradeSkill    = [Grades]float64{0.5, 1.0, 2.0, 5.0}

	segmentQuality    = [Segments]float64{1.2, 1.5, 1.0, 0.8}
	segmentPrice      = [Segments]float64{0.8, 0.4, 1.0, 0.3}
	segmentReputation = [Segments]float64{0.5, 0.6, 0.2, 0.9}
)

// choice holds the weights of the action scores.
type choice struct {
	weight [Actions][Features]float64
	bias   [Actions]float64
}

// choices are drawn once, from a seed of their own.
var choices = drawChoices()

func drawChoices() (c choice) {
	r := rand.NewPCG(12345, 678)
	for k := range c.weight {
		c.bias[k] = float64(0.1 * uniform(r))
		for x := range c.weight[k] {
			c.weight[k][x] = uniform(r) - 0.5
		}
	}
	return c
}
