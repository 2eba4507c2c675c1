package experiment

import (
	"fmt"
	"reflect"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
)

// Switch is a mechanic that scenarios can turn off: a Toggle of sim.Switches.
type Switch struct {
	Name string // key in the file
	Doc  string // what the mechanic does

	field int
}

// SwitchList lists the switches as sim.Switches declares them; a new one is
// among them by itself.
func SwitchList() (list []Switch) {
	t := reflect.TypeFor[sim.Switches]()
	for i := range t.NumField() {
		if f := t.Field(i); f.Type == reflect.TypeFor[sim.Toggle]() {
			list = append(list, Switch{f.Tag.Get("yaml"), f.Tag.Get("doc"), i})
		}
	}
	return list
}

// FindSwitch returns the switch of a name, or an error that tells those there
// are.
func FindSwitch(name string) (Switch, error) {
	var names []string
	for _, s := range SwitchList() {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	guess := ""
	if best := near.Best(name, names); best != "" {
		guess = fmt.Sprintf(": did you mean %q?", best)
	}
	return Switch{}, fmt.Errorf("unknown mechanic %q%s (known: %s)", name, guess, strings.Join(names, ", "))
}

// In is the position of the switch in a setup.
func (s Switch) In(setup *sim.Setup) sim.Toggle {
	return reflect.ValueOf(&setup.Switches).Elem().Field(s.field).Interface().(sim.Toggle)
}

// Set returns the setup with the switch in a position. It shares everything else
// with the setup given.
func (s Switch) Set(setup sim.Setup, to sim.Toggle) sim.Setup {
	reflect.ValueOf(&setup.Switches).Elem().Field(s.field).Set(reflect.ValueOf(to))
	return setup
}

// Without compiles a setup with the switches of some names turned off.
func Without(setup sim.Setup, names ...string) (*sim.Scenario, error) {
	for _, name := range names {
		s, err := FindSwitch(name)
		if err != nil {
			return nil, err
		}
		setup = s.Set(setup, sim.Off)
	}
	sc, problems := sim.Compile(setup)
	if len(problems) > 0 {
		return nil, fmt.Errorf("without %s: %s: %s", strings.Join(names, " and "), problems[0].Path, problems[0].Message)
	}
	return sc, nil
}
