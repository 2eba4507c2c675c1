package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
	"github.com/spf13/cobra"
)

func newOrdersCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "orders [KIND]",
		Short: "List the kinds of order, or describe one",
		Long: `List the kinds of order, or describe one with its keys and an example.

Orders are given in a file of JSON lines (entangle run --orders FILE). The first
line names company, scenario, engine and seed, each further one is an order with
its date, in the order of dates. A date that begins no week counts for the week
it lies in. The company's built-in strategy is off; its standing policies go on.

Companies, sites and chip families go by their ids in the scenario. Money, prices
and power are texts with their unit, as in scenario files: "2.35 USD/GPU-hour",
"$250M", "60 MW"; chips, weeks and shares from 0 to 1 may be bare numbers, or
texts too: "12k", "26 weeks", "20 %".`,
		Example: `  entangle orders
  entangle orders rent_capacity
  entangle orders set_policy --lang zh`,
		Args:              takes("[KIND]"),
		ValidArgsFunction: completer(orderKinds).filtered,
		RunE: func(_ *cobra.Command, args []string) error {
			sc, _, err := a.load(exampleFor(strings.Join(args, "")), scenarioFlags{})
			if err != nil {
				return err
			}
			s, err := a.speaker(sc)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return s.listOrders(a.Out)
			}
			for _, spec := range sim.OrderSpecs() {
				if spec.Name == args[0] {
					return s.describeOrder(a.Out, &spec)
				}
			}
			return unknown("order", args[0], kindNames(), "")
		},
	}
}

// kindNames lists the kinds of order.
func kindNames() (names []string) {
	for _, s := range sim.OrderSpecs() {
		names = append(names, s.Name)
	}
	return names
}

// listOrders writes the header of a file of orders and a line per kind.
func (s *speaker) listOrders(w io.Writer) error {
	err := session.WriteHeader(w, session.OrderHeader{Company: entityName(s.sc, sim.OfCompany, int32(exampleOf(s.sc).By)),
		Scenario: exampleScenario, Engine: sim.Engine, Seed: 1})
	if err != nil {
		return err
	}
	t := newTable("lll")
	for _, spec := range sim.OrderSpecs() {
		t.row(spec.Name, s.lex.Text("order."+spec.Name, nil), firstSentence(s.lex.Text("order."+spec.Name+".help", nil)))
	}
	fmt.Fprintln(w)
	return t.write(w)
}

// firstSentence is a text up to its first full stop, of either language.
func firstSentence(text string) string {
	for _, stop := range []string{". ", ".\n", "。"} {
		if at := strings.Index(text, stop); at >= 0 {
			return text[:at+len(strings.TrimRight(stop, " \n"))]
		}
	}
	return text
}

// describeOrder writes all there is to know about a kind: from its spec the
// keys, from the words what they mean.
func (s *speaker) describeOrder(w io.Writer, spec *sim.OrderSpec) error {
	fmt.Fprintf(w, "%s\n\n%s\n", s.labelled(spec.Name, s.lex.Text("order."+spec.Name, nil)), s.lex.Text("order."+spec.Name+".help", nil)+"\n"+s.costs(spec))
	if len(spec.Modes) == 0 {
		return s.describeFields(w, spec, 0)
	}
	for _, m := range spec.Modes {
		key := spec.Fields[0].Name + "." + m.Name
		fmt.Fprintf(w, "\n%s\n", s.labelled(fmt.Sprintf("%s = %q", spec.Fields[0].Name, m.Name), s.lex.Text(key, nil)))
		if s.lex.Has(key + ".help") {
			fmt.Fprintf(w, "%s\n", s.lex.Text(key+".help", nil))
		}
		if err := s.describeFields(w, spec, m.Mode); err != nil {
			return err
		}
	}
	return nil
}

// costs says what an order takes of a week's attention, and whether it waits.
func (s *speaker) costs(spec *sim.OrderSpec) string {
	key := "attention_desk"
	if spec.Line {
		key = "attention_line"
	}
	return s.ui(key, "n", strconv.FormatInt(spec.Attention, 10))
}

// describeFields writes a table of keys, and an example line.
func (s *speaker) describeFields(w io.Writer, spec *sim.OrderSpec, mode uint8) error {
	t := newTable("lll")
	for _, f := range spec.FieldsOf(mode) {
		t.row("  "+f.Name, s.takesWhat(spec, &f), s.lex.Text("order."+spec.Name+"."+f.Name, nil))
	}
	fmt.Fprintf(w, "\n%s\n", s.ui("keys"))
	if err := t.write(w); err != nil {
		return err
	}
	line, err := example(s.sc, spec, mode)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "\n%s\n  %s\n", s.ui("example"), line)
	return err
}

// takesWhat says what may stand in a field.
func (s *speaker) takesWhat(spec *sim.OrderSpec, f *sim.FieldSpec) string {
	text, of := "", f.Field.Entity()
	switch {
	case of != sim.OfNone:
		text = s.ui("a_" + strings.ReplaceAll(of.String(), " ", "_"))
	case f.Field == sim.FieldMode:
		var names []string
		for _, m := range spec.Modes {
			names = append(names, m.Name)
		}
		text = strings.Join(names, " | ")
	case f.Field == sim.FieldWeights:
		text = s.ui("three_shares")
	case f.Field == sim.FieldWhen:
		text = s.ui("a_date")
	case f.Field == sim.FieldSet:
		text = s.ui("a_list")
	default:
		text = s.bounds(f)
	}
	if f.Optional {
		return s.ui("optional", "text", text)
	}
	return text
}

// bounds writes the bounds of a quantity; one that only keeps numbers exact is
// left out.
func (s *speaker) bounds(f *sim.FieldSpec) string {
	low, high := units.Format(f.Unit, float64(f.Min)), units.Format(f.Unit, float64(f.Max))
	if f.Max >= 1<<53 {
		return s.ui("at_least", "low", low)
	}
	return s.ui("bounds", "low", low, "high", high)
}
