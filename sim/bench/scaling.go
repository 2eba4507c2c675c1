package bench

import (
	"context"
	"math"
	"time"

	"entangle/sim"
	"entangle/sim/session"
)

// Point is the cost of a world of some size: CPU time in nanoseconds.
type Point struct {
	Companies int     `json:"companies"`
	Weeks     int     `json:"weeks"`
	RunNs     float64 `json:"run_ns"`
	Orders    float64 `json:"orders"`   // per company-week
	Postings  float64 `json:"postings"` // per company-week
}

// PerCompanyWeek is the cost of one company in one week.
func (p Point) PerCompanyWeek() float64 { return p.RunNs / float64(p.Companies*p.Weeks) }

// Scaling is how CPU time grows: as the power Exponent of the size.
type Scaling struct {
	Points   []Point `json:"points"`
	Exponent float64 `json:"exponent"`
}

// measurePoint plays one seed after the other for some time and takes the
// middle of the times. Playing a few seeds over and over would be faster than
// any experiment is: the processor learns their branches by heart.
func measurePoint(sc *sim.Scenario, least time.Duration) Point {
	game := session.New(sc)
	p := Point{Companies: sc.Companies(), Weeks: sc.Weeks()}
	var times []float64
	for until := now() + least; now() < until || len(times) < 3; {
		game.Reset(uint64(len(times)))
		from := cpuTime()
		for !game.World.Over() {
			game.Advance(nil)
		}
		times = append(times, float64((cpuTime() - from).Nanoseconds()))
		h := game.World.Head()
		p.Orders, p.Postings = p.Orders+float64(h.Orders), p.Postings+float64(h.Postings)
	}
	p.RunNs = spreadOf(times).Median
	all := float64(len(times) * p.Companies * p.Weeks)
	p.Orders, p.Postings = p.Orders/all, p.Postings/all
	return p
}

// measureScaling measures a row of worlds; size says which of their sizes grows.
func measureScaling(ctx context.Context, worlds []*sim.Scenario, least time.Duration, size func(Point) float64) (Scaling, error) {
	var s Scaling
	var x, y []float64
	for _, sc := range worlds {
		if ctx.Err() != nil {
			return s, ctx.Err()
		}
		p := measurePoint(sc, least)
		s.Points = append(s.Points, p)
		x, y = append(x, math.Log(size(p))), append(y, math.Log(max(p.RunNs, 1)))
	}
	s.Exponent = slope(x, y)
	return s, nil
}

// slope is that of the line with the least squares.
func slope(x, y []float64) float64 {
	n := float64(len(x))
	var sx, sy, sxx, sxy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		sxx, sxy = sxx+x[i]*x[i], sxy+x[i]*y[i]
	}
	below := n*sxx - sx*sx
	if below == 0 {
		return 0
	}
	return (n*sxy - sx*sy) / below
}
