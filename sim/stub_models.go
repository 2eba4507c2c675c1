package sim

import "entangle/sim/units"

type ReleaseMode uint8

const (
	ReleaseClosed ReleaseMode = iota + 1
	ReleaseOpen
	ReleaseHosted
)

type Model struct {
	On            bool
	Mode          ReleaseMode
	Fee           units.PPM
	Quality, Cost float64
}

func (w *World) offered(m ModelID) bool      { return w.models[m].On }
func (w *World) appealing(m ModelID) float64 { return w.models[m].Quality }
func (w *World) useCost(m ModelID) float64   { return w.models[m].Cost }
func (w *World) best(c CompanyID) (best ModelID) {
	from, to := modelsOf(c)
	for m := from; m < to; m++ {
		if w.offered(m) && (best == 0 || w.appealing(m) > w.appealing(best)) {
			best = m
		}
	}
	return best
}
func (w *World) loadStub() {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		from, _ := modelsOf(c)
		for i := range w.models[from : from+8] {
			w.models[from+ModelID(i)] = Model{}
		}
		w.models[from] = Model{On: w.companies[c].Quality > 0, Mode: ReleaseClosed, Quality: w.companies[c].Quality, Cost: 1}
	}
}
func (w *World) disown(c CompanyID) {}
