package main

import (
	"math"
	"slices"
	"strings"

	"entangle/sim"
	"entangle/sim/experiment"
)

// prepare loads the scenario, and again without each mechanic that is asked for.
func (b *ablation) prepare(name string) (err error) {
	if b.sc, b.pack, err = b.load(name, b.scenarioFlags); err != nil {
		return err
	}
	b.name, b.vitals = scenarioName(name), experiment.Vitals(b.sc)
	for _, s := range experiment.SwitchList() {
		if len(b.Only) > 0 && !slices.Contains(b.Only, s.Name) {
			continue
		}
		if s.In(&b.pack.Setup) == sim.Off {
			b.off = append(b.off, s.Name)
			continue
		}
		sc, err := experiment.Without(b.pack.Setup, s.Name)
		if err != nil {
			return err
		}
		if err := b.apply(sc); err != nil {
			return err
		}
		b.arms = append(b.arms, experiment.Arm{Name: s.Name, Scenario: sc})
	}
	if len(b.arms) == 0 {
		return wrongf("%s is turned off in %s already: turn it on there, or name another mechanic (known: %s)",
			strings.Join(b.off, ", "), b.name, strings.Join(switchNames(), ", "))
	}
	return nil
}

func switchNames() (list []string) {
	for _, s := range experiment.SwitchList() {
		list = append(list, s.Name)
	}
	return list
}

// strongest lists the most telling numbers that the arm of a mechanic moves, at
// most one on each topic: the first if it moves at all, and beside it those that move by
// more than three standard errors.
func (b *ablation) strongest(r *experiment.Compared, arm int) (list []int) {
	topics := map[string]bool{}
	for _, k := range r.Telling(arm, b.vitals) {
		z, least := math.Abs(r.At(arm, k).Z()), float64(experiment.DeadZ)
		if len(list) == 0 {
			least = 0
		}
		if topic := b.vitals[k].Topic(); !topics[topic] && z > least {
			topics[topic] = true
			list = append(list, k)
		}
		if len(list) == b.Top {
			break
		}
	}
	return list
}
