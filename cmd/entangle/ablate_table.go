package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/experiment"
)

// tell prints the study as a table or a document.
func (b *ablation) tell(r *experiment.Compared) error {
	if b.JSON {
		return b.writeJSON(r)
	}
	s, err := b.speaker(b.sc)
	if err != nil {
		return err
	}
	if err := b.heading(s, r).write(b.Out); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(b.Out); err != nil {
		return err
	}
	if err := b.table(s, r).write(b.Out); err != nil {
		return err
	}
	_, err = fmt.Fprintf(b.Out, "\n%s\n", b.summary(s, r))
	return err
}

// heading says which study it is, so that it can be played again.
func (b *ablation) heading(s *speaker, r *experiment.Compared) *table {
	t := s.heading(b.pack, &b.scenarioFlags)
	t.row(s.ui("seed"), fmt.Sprint(b.Seed))
	t.row(s.ui("runs"), doneOf(r.Pairs, b.Runs))
	t.row(s.ui("outcomes"), s.ui("of_so_many", "n", fmt.Sprint(len(r.Numbers)),
		"z", fmt.Sprintf("%.1f", experiment.Threshold(len(r.Numbers), r.Pairs)), "least", fmt.Sprint(experiment.DeadZ)))
	return t
}

// table has a row per outcome shown: mechanic, verdict, outcome, its mean with
// the mechanic, the difference that its absence makes, interval and z.
func (b *ablation) table(s *speaker, r *experiment.Compared) *table {
	t := newTable("lllrrrr")
	t.row(s.ui("mechanic"), s.ui("verdict"), s.ui("outcome"), s.ui("with_it"), s.ui("without_it"), "± 99 %", "z")
	for arm, name := range r.Arms {
		verdict := s.ui("verdict." + r.Judge(arm).Verdict.String())
		for _, k := range b.strongest(r, arm) {
			e := r.At(arm, k)
			low, high := e.Interval()
			t.row(name, verdict, s.vital(b.vitals[k]), s.value(e.Unit, e.Base), s.difference(e.Unit, e.Diff),
				s.signed("±", e.Unit, high/2-low/2), zText(e.Z()))
			name, verdict = "", ""
		}
		if name != "" { // nothing moves at all
			t.row(name, verdict, "", "", "", "", zText(0))
		}
	}
	for _, name := range b.off {
		t.row(name, s.ui("verdict.off"), "", "", "", "", "")
	}
	return t
}

// summary counts the verdicts and names what is not alive.
func (b *ablation) summary(s *speaker, r *experiment.Compared) string {
	lines := []string{s.ui("mechanics_alive", "n", fmt.Sprint(len(b.named(r, experiment.Alive))), "all", fmt.Sprint(len(r.Arms)))}
	for _, v := range []experiment.Verdict{experiment.Unused, experiment.Dead, experiment.Unclear} {
		if names := b.named(r, v); len(names) > 0 {
			list := strings.Join(names, s.lex.Text("list.separator", nil))
			lines = append(lines, s.ui("mechanics_"+v.String(), "list", list))
		}
	}
	return strings.Join(lines, "\n")
}

// vital is what an outcome is called in the table.
func (s *speaker) vital(v experiment.Vital) string {
	if v.Reading == experiment.OrderShare {
		return s.ui("share_of_orders", "kind", s.lex.Text("order."+v.Kind.Spec().Name, nil))
	}
	text := s.lex.Text("metric."+sim.Metrics()[v.Metric].Name, nil)
	switch {
	case v.Of.ID == 0:
		text = s.labelled(s.ui("all_companies"), text)
	case v.Of.Of != sim.OfWorld:
		text = s.labelled(s.title(v.Of), text)
	}
	if v.Reading != experiment.ReadEnd {
		text = s.ui("reading"+strings.ReplaceAll(v.Reading.Suffix(), ":", "."), "text", text)
	}
	return text
}

// difference writes a difference for people, with its sign.
func (s *speaker) difference(unit string, v float64) string {
	sign := "+"
	if v < 0 {
		sign = "-"
	}
	return s.signed(sign, unit, math.Abs(v))
}

// signed writes an amount of a unit behind a sign, which stands where a minus
// would. Shares differ by points.
func (s *speaker) signed(sign, unit string, v float64) string {
	if unit == "share" {
		return s.ui("points", "n", sign+strconv.FormatFloat(v*100, 'g', 3, 64))
	}
	text, minus, i := s.value(unit, v), s.value(unit, -v), 0
	if text == minus {
		return text // rounded to nothing
	}
	for text[i] == minus[i] {
		i++
	}
	return text[:i] + sign + text[i:]
}

// zText writes standard errors. Of an effect that is the same in every pair
// there is no end to them.
func zText(z float64) string {
	switch {
	case z >= 1e4:
		return "∞"
	case z <= -1e4:
		return "-∞"
	}
	return fmt.Sprintf("%.1f", z)
}
