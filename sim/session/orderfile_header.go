package session

import (
	"fmt"
	"strconv"

	"entangle/sim"
	"entangle/sim/units"
)

// isHeader tells a header, perhaps a faulty one, from an order or from anything
// else.
func isHeader(members []member) bool {
	for _, key := range headerKeys {
		if find(members, key) != nil {
			return find(members, "order") == nil
		}
	}
	return false
}

func (o *orderReader) headerHelp() string {
	return "it names company, scenario, engine and seed: " + o.exampleHeader()
}

func (o *orderReader) exampleHeader() string {
	return fmt.Sprintf(`{"company": %q, "scenario": %q, "engine": %q, "seed": 1}`,
		o.sc.Name(sim.Ref{Of: sim.OfCompany, ID: 1}), o.scenario, sim.Engine)
}

var headerKeys = []string{"company", "scenario", "engine", "seed"}

// header reads the first line.
func (o *orderReader) header(members []member) {
	found := o.keys(members, headerKeys, []string{"played"})
	for _, key := range append([]string{"played"}, headerKeys[:3]...) {
		if m := found[key]; m != nil && !m.isText() {
			o.say(fmt.Sprintf("%q must be a text", key)+m.instead(), "")
			found[key] = nil
		}
	}
	h := &o.out.Header
	if m := found["company"]; m != nil {
		h.Company = m.text
		o.out.Company = sim.CompanyID(o.entity(m, sim.OfCompany))
	}
	if m := found["scenario"]; m != nil {
		if h.Scenario = m.text; m.text != o.scenario {
			o.say(fmt.Sprintf("the orders are for scenario %q, this is %q", m.text, o.scenario), "run "+m.text+", or change the header")
		}
	}
	if m := found["engine"]; m != nil {
		if h.Engine = m.text; m.text != sim.Engine {
			o.say(fmt.Sprintf("the orders are for engine %q, this is %q", m.text, sim.Engine),
				"check that they still mean the same, then change the header")
		}
	}
	if m := found["played"]; m != nil {
		if day, err := units.ParseDate(m.text); err != nil || day < o.sc.Start() || day > o.sc.End() {
			o.say(fmt.Sprintf(`"played" must be a day from %s to %s`, o.sc.Start(), o.sc.End()), "it is the first day not yet played; leave it out if unsure")
		}
		h.Played = m.text
	}
	if m := found["seed"]; m != nil {
		seed, err := strconv.ParseUint(plainNumber(m.text), 10, 64)
		if err != nil || !m.number {
			o.say(`"seed" must be a whole number from 0 to 2^64-1`, "")
		}
		h.Seed = seed
	}
}
