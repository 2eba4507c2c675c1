package backtest

import (
	"slices"
	"strings"
)

// sizes are units that measure the same, by what one is in the first of them.
var sizes = [...][]size{
	{{"USD", 1}, {"USD thousand", 1e3}, {"USD million", 1e6}, {"USD billion", 1e9}, {"USD trillion", 1e12}},
	{{"people", 1}, {"thousand people", 1e3}},
	{{"million", 1}, {"thousand", 1e-3}, {"billion", 1e3}, {"trillion", 1e6}},
	{{"H100e", 1}, {"kH100e", 1e3}, {"thousand H100e", 1e3}, {"million H100e", 1e6}},
	{{"MW", 1}, {"kW", 1e-3}, {"GW", 1e3}},
	{{"share", 1}, {"%", 0.01}},
	{{"weeks", 1}, {"days", 1.0 / 7}},
	{{"thousand wafers per month", 1}, {"wafers per month", 1e-3}},
	{{"USD per GPU-hour", 1}, {"USD per H100-hour", 1}, {"USD per H100e-hour", 1}},
}

type size struct {
	unit string
	of   float64
}

// perYear is what units of rates end in.
const perYear = " per year"

// factor is what to multiply a number in one unit with to have it in another.
func factor(from, to string) (f float64, ok bool) {
	if from == to {
		return 1, true
	}
	a, rate := strings.CutSuffix(from, perYear)
	b, same := strings.CutSuffix(to, perYear)
	if rate != same {
		return 0, false
	}
	for _, group := range sizes {
		i := slices.IndexFunc(group, func(s size) bool { return s.unit == a })
		k := slices.IndexFunc(group, func(s size) bool { return s.unit == b })
		if i >= 0 && k >= 0 {
			return group[i].of / group[k].of, true
		}
	}
	return 0, false
}

// unitsLike lists the units in which facts of a unit may come.
func unitsLike(unit string) []string {
	base, rate := strings.CutSuffix(unit, perYear)
	for _, group := range sizes {
		if !slices.ContainsFunc(group, func(s size) bool { return s.unit == base }) {
			continue
		}
		var list []string
		for _, s := range group {
			if rate {
				s.unit += perYear
			}
			list = append(list, s.unit)
		}
		return list
	}
	return []string{unit}
}
