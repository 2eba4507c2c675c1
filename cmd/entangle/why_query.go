package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// query is a question for the reasons of one figure, and the answer.
type query struct {
	metric int
	id     int32
	until  units.Date // the week that begins here is the first that is not looked at
	day    units.Date // the day that was asked for
	text   bytes.Buffer
}

// ask reads the questions of --why. The run goes on to the latest day they ask
// for.
func (g *game) ask(questions []string) error {
	last := g.sc.Start()
	for _, text := range questions {
		q, err := parseWhy(g.sc, text, g.until)
		if err != nil {
			return fmt.Errorf("--why %s: %w", text, err)
		}
		g.asked, last = append(g.asked, q), max(last, q.until)
	}
	if len(questions) > 0 {
		g.until = last
	}
	return nil
}

// answer answers the questions about the world as it is now.
func (g *game) answer() error {
	for _, q := range g.asked {
		if q.until != g.world().Date() {
			continue
		}
		if err := g.writeWhy(&q.text, q); err != nil {
			return err
		}
	}
	return nil
}

// writeAnswers prints the answers in the order of the questions.
func (g *game) writeAnswers(w io.Writer) error {
	for i, q := range g.asked {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if _, err := q.text.WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}

// parseWhy reads entity.metric@date; without a date it means the end of the run.
func parseWhy(sc *sim.Scenario, text string, end units.Date) (*query, error) {
	q := &query{until: end, day: end}
	if at := strings.LastIndexByte(text, '@'); at >= 0 {
		day, err := lastDay(text[at+1:], sc.Start(), sc.End())
		switch {
		case err != nil:
			return nil, err
		case day > end:
			return nil, wrongf("--until ends the run on %s, before that day: ask for an earlier one, or change --until", end)
		}
		q.day, _ = units.ParseDate(text[at+1:]) // lastDay has read it
		text, q.until = text[:at], day
	}
	dot := strings.LastIndexByte(text, '.')
	if dot < 0 {
		return nil, wrongf("write ENTITY.METRIC@DATE, like %s.cash@%s", sc.Name(sim.Ref{Of: sim.OfCompany, ID: 1}), end)
	}
	entity, metric := text[:dot], text[dot+1:]
	var ok bool
	if q.metric, ok = sim.FindMetric(metric); !ok {
		return nil, unknown("metric", metric, metricNames(), "")
	}
	of := sim.Metrics()[q.metric].Of
	var names []string
	for id := range sc.Count(of) {
		names = append(names, entityName(sc, of, int32(id+1)))
		if names[id] == entity {
			q.id = int32(id + 1)
		}
	}
	if q.id == 0 {
		return nil, unknown(of.String(), entity, names, metric+" is a figure of these")
	}
	return q, nil
}

func metricNames() (names []string) {
	for _, m := range sim.Metrics() {
		names = append(names, m.Name)
	}
	return names
}
