package kernel

import (
	"math"
	"math/rand/v2"
)

// company is one row; the arrays inside keep it free of pointers.
type company struct {
	cash, debt, revenue, cost, reputation, tech, price, wage, safety float64
	compute, training, value, morale, bestModel, chipShare           float64
	attraction, budget                                               float64 // scratch of the markets

	chips                  [Families]float64
	staff                  [Grades]float64
	arriving               [Families * Lead]float64
	siteSize, siteProgress [Sites]float64
	temper                 [Features]float64
	cooldown               [Actions]float64
	action                 int32
}

type deal struct {
	amount, weeksLeft, equity float64
	payer, payee              int32
}

type model struct {
	quality, progress float64
	owner             int32
}

// World is the whole state. Make one with New, then Init before the first Tick.
type World struct {
	decisions bool
	week      int
	companies []company
	deals     []deal
	models    []model
	sources   []rand.PCG // one per company, then the world's
	demand    [Segments]float64
	supply    [Families]float64
	chipPrice [Families]float64
	energy    [Regions]float64 // price
	load      [Regions]float64 // demand for power
}

// New returns a world with room for the given numbers of companies (1 or more)
// and deals (0 or more), with decisions on.
func New(companies, deals int) *World {
	return &World{
		decisions: true,
		companies: make([]company, companies),
		deals:     make([]deal, deals),
		models:    make([]model, ModelsPerCompany*companies),
		sources:   make([]rand.PCG, companies+1),
	}
}

// SetDecisions turns the scored actions on or off; off, the kernel shows what
// physics and markets cost alone.
func (w *World) SetDecisions(on bool) { w.decisions = on }

// Digest returns a hash of seven arrays of the state, to the bit.
func (w *World) Digest() uint64 {
	h := digest(14695981039346656037)
	for _, read := range []func(*company) []float64{
		func(c *company) []float64 { return []float64{c.cash} },
		func(c *company) []float64 { return []float64{c.debt} },
		func(c *company) []float64 { return []float64{c.tech} },
		func(c *company) []float64 { return []float64{c.value} },
		func(c *company) []float64 { return []float64{c.price} },
		func(c *company) []float64 { return c.staff[:] },
		func(c *company) []float64 { return c.chips[:] },
	} {
		for i := range w.companies {
			h.add(read(&w.companies[i]))
		}
	}
	return uint64(h)
}

// MeanTech returns the mean of the companies' technology: an outcome by which
// ports of the kernel to other languages can be recognised.
func (w *World) MeanTech() float64 {
	sum := 0.0
	for i := range w.companies {
		sum += w.companies[i].tech
	}
	return sum / float64(len(w.companies))
}

// digest is FNV-1a over whole words.
type digest uint64

func (d *digest) add(values []float64) {
	for _, v := range values {
		*d = (*d ^ digest(math.Float64bits(v))) * 1099511628211
	}
}
