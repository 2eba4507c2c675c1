package session

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// WriteHeader writes the first line of a file of orders.
func WriteHeader(w io.Writer, h OrderHeader) error {
	text, err := json.Marshal(h)
	if err != nil {
		return fmt.Errorf("cannot write the header of an orders file: %w", err)
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// WriteOrder writes an order as a line of a file of orders; ReadOrders reads
// back an equal one. The error is the writer's, or says that the order has no
// kind or names nothing in the scenario.
func WriteOrder(w io.Writer, sc *sim.Scenario, date units.Date, o sim.Order) error {
	spec := o.Kind.Spec()
	if spec.Name == "" {
		return fmt.Errorf("cannot write an order of unknown kind %d", o.Kind)
	}
	line := []string{pair("date", date.String()), pair("order", spec.Name)}
	for _, f := range spec.FieldsOf(o.Mode) {
		value, given, err := fieldText(sc, &spec, &f, &o)
		if err != nil {
			return fmt.Errorf("cannot write an order %s: %s: %w", spec.Name, f.Name, err)
		}
		if given {
			line = append(line, quoted(f.Name)+": "+value)
		}
	}
	if o.Escalate {
		line = append(line, quoted(escalateKey)+": true")
	}
	_, err := io.WriteString(w, "{"+strings.Join(line, ", ")+"}\n")
	return err
}

// fieldText is the value of a field as JSON; given is false for an optional
// field that is empty.
func fieldText(sc *sim.Scenario, spec *sim.OrderSpec, f *sim.FieldSpec, o *sim.Order) (text string, given bool, err error) {
	if ref, is := o.Ref(f.Field); is {
		name := sc.Name(ref)
		if name == "" && !f.Optional {
			return "", false, fmt.Errorf("nothing has the id %d", ref.ID)
		}
		return quoted(name), name != "", nil
	}
	switch f.Field {
	case sim.FieldMode:
		for _, m := range spec.Modes {
			if m.Mode == o.Mode {
				return quoted(m.Name), true, nil
			}
		}
		return "", false, fmt.Errorf("there is no mode %d", o.Mode)
	case sim.FieldSet:
		return setText(sc, o.Set), o.Set != sim.CompanySet{} || !f.Optional, nil
	case sim.FieldWeights:
		return weightsText(o.Weights), true, nil
	case sim.FieldWhen:
		return quoted(o.When.String()), o.When != 0 || !f.Optional, nil
	default:
		return quantityText(f.Unit, o.Number(f.Field)), o.Number(f.Field) != 0 || !f.Optional, nil
	}
}

// quantityText writes counts as numbers and all else as a text with its unit.
func quantityText(k units.Kind, v int64) string {
	if k == units.KindChips || k == units.KindWeeks || k == units.KindNumber {
		return strconv.FormatInt(v, 10)
	}
	return quoted(units.Format(k, float64(v)))
}

func weightsText(w [3]units.PPM) string {
	var list []string
	for _, x := range w {
		list = append(list, quoted(units.Format(units.KindShare, float64(x))))
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func setText(sc *sim.Scenario, set sim.CompanySet) string {
	var names []string
	for c := 1; c <= sc.Companies(); c++ {
		if set.Has(sim.CompanyID(c)) {
			names = append(names, quoted(sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c)})))
		}
	}
	return "[" + strings.Join(names, ", ") + "]"
}

func pair(key, text string) string { return quoted(key) + ": " + quoted(text) }

// quoted writes a text as JSON. Names and units hold no characters that JSON
// and Go write differently.
func quoted(text string) string { return strconv.Quote(text) }
