package scenario

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"entangle/sim"
	"entangle/sim/units"
)

// scalar reads a value that is one piece of text in the file.
func (d *decoder) scalar(f *field, n *node, path *where, v reflect.Value) {
	if n.form != scalar {
		d.fail(n.at, path, fmt.Sprintf("must be a single value, not %s", n.show()), f.hint())
		return
	}
	switch f.sort {
	case words:
		d.words(f, n, path, v)
	case whole:
		d.whole(n, path, v)
	case date:
		day, err := units.ParseDate(n.text)
		if err != nil {
			d.fail(n.at, path, err.Error(), "")
			return
		}
		v.Set(reflect.ValueOf(day))
	case toggle:
		d.toggle(n, path, v)
	}
}

// words reads text. An id must be a word, so that paths can be taken apart.
func (d *decoder) words(f *field, n *node, path *where, v reflect.Value) {
	switch {
	case strings.TrimSpace(n.text) == "" && !f.optional:
		d.fail(n.at, path, "is empty", f.hint())
	case f.key == idKey && (!isWord(n.text) || len(n.text) > longestID):
		d.fail(n.at, path, fmt.Sprintf("%s is not an id", quote(n.text)),
			fmt.Sprintf("an id begins with a small letter and goes on with small letters, digits and _, at most %d in all", longestID))
	case d.printable(n, path):
		v.SetString(n.text)
	}
}

// printable refuses what escapes in double quotes can smuggle into text.
func (d *decoder) printable(n *node, path *where) bool {
	for _, r := range n.text {
		if r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\t' {
			d.fail(n.at, path, fmt.Sprintf("the text holds %U, which cannot be printed", r), "delete the escape")
			return false
		}
	}
	return true
}

var decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

// whole reads a plain whole number.
func (d *decoder) whole(n *node, path *where, v reflect.Value) {
	x, err := strconv.ParseInt(n.text, 10, v.Type().Bits())
	if err != nil || !decimal.MatchString(n.text) {
		d.fail(n.at, path, fmt.Sprintf("%s is not a whole number", quote(n.text)), "write it in digits, without leading zeros")
		return
	}
	v.SetInt(x)
}

// toggle reads a switch.
func (d *decoder) toggle(n *node, path *where, v reflect.Value) {
	switch n.text {
	case "on":
		v.Set(reflect.ValueOf(sim.On))
	case "off":
		v.Set(reflect.ValueOf(sim.Off))
	default:
		d.fail(n.at, path, fmt.Sprintf("%s is neither on nor off", quote(n.text)), "a switch is on unless the file says off")
	}
}
