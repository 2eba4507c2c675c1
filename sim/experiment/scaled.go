package experiment

import (
	"fmt"
	"path"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
	"entangle/sim/units"
)

// Scaled is the scenario with some figures multiplied: value and range alike, so
// that with the same draws each run has just so much more or less of them. A *
// in a path stands for any one name: families.*.supply.
func Scaled(sc *sim.Scenario, factor float64, paths ...string) (*sim.Scenario, error) {
	out := sc.Clone() // with a list of figures of its own
	for _, pattern := range paths {
		n := 0
		for i := range out.Figures() {
			f := &out.Figures()[i]
			if ok, err := path.Match(slashes(pattern), slashes(f.Path)); !ok || err != nil {
				continue
			}
			if err := scale(f, factor); err != nil {
				return nil, err
			}
			n++
		}
		if n == 0 {
			return nil, fmt.Errorf("no figure has the path %q; near are %s", pattern, strings.Join(near.Paths(pattern, figurePaths(sc), 3), ", "))
		}
	}
	if err := out.Derive(); err != nil {
		return nil, err
	}
	return out, nil
}

func scale(f *sim.FigureInfo, factor float64) error {
	for _, v := range [...]*float64{&f.Value, &f.Low, &f.High} {
		if *v = float64(*v * factor); *v < f.Min || *v > f.Max {
			return fmt.Errorf("%s: %v times as much reaches %s, out of bounds (%s to %s)", f.Path, factor,
				units.Format(f.Kind, *v), units.Format(f.Kind, f.Min), units.Format(f.Kind, f.Max))
		}
	}
	return nil
}

func slashes(path string) string { return strings.ReplaceAll(path, ".", "/") }

func figurePaths(sc *sim.Scenario) (list []string) {
	for _, f := range sc.Figures() {
		list = append(list, f.Path)
	}
	return list
}
