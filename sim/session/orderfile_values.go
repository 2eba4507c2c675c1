package session

import (
	"fmt"

	"entangle/sim"
	"entangle/sim/units"
)

// escalateKey is the key of orders that go through the organisation: true sends
// them past it.
const escalateKey = "escalate"

// truth reads true or false.
func (o *orderReader) truth(m *member) bool {
	if m.word != "true" && m.word != "false" {
		o.say(fmt.Sprintf("%q must be true or false", m.key)+m.instead(), "")
	}
	return m.word == "true"
}

// day reads a date that an order names; the world checks what it makes of it. One
// after the end would never come; a game that was kept holds what was given in it.
func (o *orderReader) day(m *member) units.Date {
	if !m.isText() {
		o.say(fmt.Sprintf("%q must be a date", m.key)+m.instead(), `like "2025-01-07"`)
		return 0
	}
	d, err := units.ParseDate(m.text)
	if err != nil {
		o.say(fmt.Sprintf("%q: %v", m.key, err), "")
		return 0
	}
	if last := o.sc.End() - 1; d > last && o.out.Header.Played == "" {
		o.say(fmt.Sprintf("%q: %s is after the last day of the scenario (%s)", m.key, d, last), "")
	}
	return d
}

// weights reads three shares that add up to one.
func (o *orderReader) weights(m *member) (w [3]units.PPM) {
	if !m.isList || len(m.list) != len(w) {
		o.say(fmt.Sprintf("%q must be a list of three shares", m.key)+m.instead(), `like ["50 %", "30 %", "20 %"]`)
		return w
	}
	sum := units.PPM(0)
	share := sim.FieldSpec{Unit: units.KindShare, Min: 0, Max: int64(units.One)}
	for i, text := range m.list {
		w[i] = units.PPM(o.quantity(&share, &member{key: m.key, text: text}))
		sum += w[i]
	}
	if sum != units.One {
		o.say(fmt.Sprintf("%q: the shares add up to %s", m.key, units.Format(units.KindShare, float64(sum))), "they must add up to 100 %")
	}
	return w
}
