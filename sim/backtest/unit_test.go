package backtest

import (
	"math"
	"testing"

	"entangle/sim"
)

func TestFactor(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     float64
	}{
		{"GW", "MW", 1000}, {"USD million", "USD billion", 1e-3}, {"USD trillion per year", "USD billion per year", 1000},
		{"kH100e", "million H100e", 1e-3}, {"%", "share", 0.01}, {"ECI", "ECI", 1}, {"USD per H100-hour", "USD per GPU-hour", 1},
	} {
		there, ok := factor(c.from, c.to)
		back, too := factor(c.to, c.from)
		if !ok || !too || math.Abs(there/c.want-1) > 1e-12 || math.Abs(there*back-1) > 1e-12 {
			t.Errorf("%s in %s: %v, and back %v", c.from, c.to, there, back)
		}
	}
	for _, c := range [][2]string{{"GW", "USD"}, {"USD billion", "USD billion per year"}, {"million", "USD million"}, {"ECI", "points"}} {
		if f, ok := factor(c[0], c[1]); ok {
			t.Errorf("%s are %v %s", c[0], f, c[1])
		}
	}
}

// Every metric has units in which facts of it may come, its own among them.
func TestUnitsLike(t *testing.T) {
	for _, m := range sim.Metrics() {
		own := false
		for _, u := range unitsLike(m.Unit) {
			if _, ok := factor(m.Unit, u); !ok {
				t.Errorf("%s cannot come in %s", m.Name, u)
			}
			own = own || u == m.Unit
		}
		if !own {
			t.Errorf("%s: %v", m.Unit, unitsLike(m.Unit))
		}
	}
}
