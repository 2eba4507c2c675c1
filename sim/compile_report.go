package sim

import "sort"

// report checks what figures of forecasts are about, as far as the engine knows
// it: which series facts have is not its business.
func (c *compiler) report() {
	r := &c.s.setup.Report
	sort.SliceStable(r.Growth, func(i, j int) bool { return r.Growth[i].ID < r.Growth[j].ID })
	sort.SliceStable(r.Beside, func(i, j int) bool { return r.Beside[i].ID < r.Beside[j].ID })
	if r.KnownTo != 0 && r.KnownTo < c.s.setup.Start {
		c.wrong("report.known_to", "naive forecasts would know nothing of the start", "write the start or a later day")
	}
	taken := map[[2]string]string{}
	for i := range r.Growth {
		g, path := &r.Growth[i], "report.growth."+r.Growth[i].ID
		if g.Series == "" {
			g.Series = g.ID
		}
		if g.Of != "" {
			c.find(&c.s.names.companies, "company", path+".of", g.Of)
		}
		switch {
		case !g.Rate.Given && !g.Points.Given:
			c.wrong(path, "nothing says how it grows", "add rate: 30 %, or points: 8 for a series in points")
		case g.Rate.Given && g.Points.Given:
			c.wrong(path+".points", "rate and points say two things of one series", "keep rate for a series with a natural zero, points for one in points")
		}
		key := [2]string{g.Series, g.Of}
		if first := taken[key]; first != "" {
			c.wrong(path, "the growth of this series is given by \""+first+"\" already", "keep one of the two, or say of whom this one is with of")
		}
		taken[key] = g.ID
	}
	for i := range r.Beside {
		b, path := &r.Beside[i], "report.beside."+r.Beside[i].ID
		c.find(&c.s.names.companies, "company", path+".of", b.Of)
		if b.Weekly.Given == b.Standing.Given {
			c.wrong(path, "a part beside the scenario is either a flow or a stock", "give weekly for a flow, standing for a stock")
		}
	}
}
