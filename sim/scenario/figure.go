package scenario

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
	"entangle/sim/units"
)

// figureKeys are the keys of a figure written as a mapping.
var figureKeys = []string{"value", "low", "high", "unit", "source", "confidence", "note", "with"}

// confidences are how far one can trust a figure's source.
var confidences = []string{"high", "medium", "low"}

// figure reads one number, alone or with its range and where it comes from.
func (d *decoder) figure(f *field, n *node, path *where, v reflect.Value) {
	var out sim.Figure
	ok := true
	switch n.form {
	case scalar:
		out.Value, ok = d.number(f, n, path, "")
		out.Low, out.High = out.Value, out.Value
	case mapping:
		out, ok = d.longFigure(f, n, path)
	default:
		d.fail(n.at, path, "must be a number or { value, low, high, unit, source, confidence, note }, not a list", f.hint())
		return
	}
	if ok {
		out.Given = true
		*figureIn(v) = out
	}
}

// standIn is a figure in place of one that cannot be read, so that the meaning of
// the rest can be checked: the possible value nearest to zero.
func (f *field) standIn() sim.Figure { return sim.Exactly(min(max(f.lo, 0), f.hi)) }

// longFigure reads a figure written as a mapping.
func (d *decoder) longFigure(f *field, n *node, path *where) (out sim.Figure, ok bool) {
	ok = d.figureForm(f, n, path)
	var parts figureParts
	for i := range n.keys {
		if at := parts.at(n.keys[i].key); at != nil {
			*at = n.keys[i].value
		}
	}
	out.Unit, out.Source, out.Confidence = textOf(parts.unit), textOf(parts.source), textOf(parts.confidence)
	out.Note, out.With = textOf(parts.note), textOf(parts.with)
	if !ok {
		return out, false
	}
	out.Value, ok = d.number(f, parts.value, path, out.Unit)
	out.Low, out.High = out.Value, out.Value
	if parts.low == nil || !ok {
		return out, ok
	}
	low, lowOK := d.number(f, parts.low, path.to("low"), out.Unit)
	high, highOK := d.number(f, parts.high, path.to("high"), out.Unit)
	if !lowOK || !highOK {
		d.bad[path.String()] = true
		return out, false
	}
	out.Low, out.High = low, high
	return out, d.ordered(f, &parts, path, out)
}

// figureParts are the values of a long figure; nil for those not given.
type figureParts struct{ value, low, high, unit, source, confidence, note, with *node }

// at is where the value of a key goes; nil for a key that figures do not have.
func (p *figureParts) at(key string) **node {
	switch key {
	case "value":
		return &p.value
	case "low":
		return &p.low
	case "high":
		return &p.high
	case "unit":
		return &p.unit
	case "source":
		return &p.source
	case "confidence":
		return &p.confidence
	case "note":
		return &p.note
	case "with":
		return &p.with
	}
	return nil
}

// textOf is the text of a value, if there is one.
func textOf(n *node) string {
	if n == nil || n.form != scalar || n.null {
		return ""
	}
	return n.text
}

// figureForm checks the keys of a long figure and the form of their values.
func (d *decoder) figureForm(f *field, n *node, path *where) bool {
	before := len(d.list)
	for _, e := range n.keys {
		at := path.to(e.key)
		switch {
		case !slices.Contains(figureKeys, e.key):
			help := "keys of a figure: " + strings.Join(figureKeys, ", ")
			if guess := near.Best(e.key, figureKeys); guess != "" {
				help = fmt.Sprintf("did you mean %q?", guess)
			}
			d.fail(e.at, path, "unknown key "+quote(e.key)+" in a figure", help)
		case e.value.empty():
			d.fail(e.value.at, at, "no value is given", f.hint())
		case e.value.null:
			d.fail(e.value.at, at, "there is nothing to remove: no file below sets it", "")
		case e.value.form != scalar:
			d.fail(e.value.at, at, fmt.Sprintf("must be a single value, not %s", e.value.form), "")
		case e.key == "confidence" && !slices.Contains(confidences, e.value.text):
			d.fail(e.value.at, at, quote(e.value.text)+" is no degree of confidence", "write "+strings.Join(confidences[:2], ", ")+" or "+confidences[2])
		case e.key == "with" && !isWord(e.value.text):
			d.fail(e.value.at, at, quote(e.value.text)+" is no name", "write one in small letters, digits and _, like pace_of_building")
		case e.key == "unit" && f.kind == units.KindNumber:
			d.fail(e.at, path, "this figure has no unit", "delete the key")
		default:
			d.printable(e.value, at)
		}
	}
	_, value := n.get("value")
	_, low := n.get("low")
	_, high := n.get("high")
	at, with := n.get("with")
	switch {
	case len(d.list) > before: // a misspelt key may be the one that seems missing
	case !value:
		d.fail(n.at, path, "the key \"value\" is missing: it is the best guess, low and high are the bounds", "")
	case low != high:
		d.fail(n.at, path, "a range needs both low and high", "add the other bound, or write the number alone")
	}
	if with && !low && !high && len(d.list) == before {
		d.fail(at.at, path, "with names figures that are drawn together, and this one has no range", "give it low and high, or delete the key")
	}
	if len(d.list) > before || d.full() {
		d.bad[path.String()] = true
		return false
	}
	return true
}

// ordered checks that the value lies within its range.
func (d *decoder) ordered(f *field, parts *figureParts, path *where, fig sim.Figure) bool {
	show := func(x float64) string { return units.Format(f.kind, x) }
	switch {
	case fig.Low > fig.High:
		d.fail(parts.low.at, path, fmt.Sprintf("low is %s, above high, which is %s", show(fig.Low), show(fig.High)), "swap them")
	case fig.Value < fig.Low:
		d.fail(parts.value.at, path, fmt.Sprintf("the value %s is below low, which is %s", show(fig.Value), show(fig.Low)), "a figure needs low <= value <= high; written as a single number it has no range")
	case fig.Value > fig.High:
		d.fail(parts.value.at, path, fmt.Sprintf("the value %s is above high, which is %s", show(fig.Value), show(fig.High)), "a figure needs low <= value <= high; written as a single number it has no range")
	default:
		return true
	}
	return false
}

// number reads one number in base units and checks it against the field's
// bounds.
func (d *decoder) number(f *field, n *node, path *where, unit string) (float64, bool) {
	if message, help := odd(n.text); message != "" {
		d.fail(n.at, path, message, help)
		return 0, false
	}
	x, err := units.Parse(f.kind, n.text, unit)
	if err != nil {
		d.fail(n.at, path, err.Error(), "")
		return 0, false
	}
	if x < f.lo || x > f.hi {
		d.fail(n.at, path, fmt.Sprintf("%s is out of bounds: %s", quote(n.text), f.bounds()), f.doc)
		return 0, false
	}
	return x, true
}

// The ways in which YAML writes what is no number of a scenario, but looks like
// one to some programs.
var (
	endless = regexp.MustCompile(`^[-+]?\.?(?i:inf|infinity|nan)$`)
	based   = regexp.MustCompile(`^[-+]?0[xXoObB]`)
	padded  = regexp.MustCompile(`^[-+$]*0[0-9_]`)
)

// odd tells what is wrong with a text that programs would read differently.
func odd(text string) (message, help string) {
	digits := strings.TrimLeft(text, "+-$")
	switch {
	case digits != "" && '1' <= digits[0] && digits[0] <= '9': // as nearly all numbers begin
	case endless.MatchString(text):
		return quote(text) + " is not a finite number", ""
	case based.MatchString(text):
		return quote(text) + " is not a decimal number", "write it in digits 0 to 9"
	case padded.MatchString(text):
		return quote(text) + " begins with a 0, which some programs read as octal", "leave out the leading zeros"
	}
	return "", ""
}
