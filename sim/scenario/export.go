package scenario

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// Export writes a Setup as one YAML file in canonical form. Load reads back an
// equal Setup from what it accepted before. The error is the writer's, or tells
// of a figure that no text gives exactly.
func Export(w io.Writer, s sim.Setup) error {
	text, err := export(s, false)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// hash returns the SHA-256 of a Setup's canonical form with all items in the
// order of their ids, in hexadecimal. The engine, too, orders items by id.
func hash(s sim.Setup) (string, error) {
	text, err := export(s, true)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

func export(s sim.Setup, byID bool) ([]byte, error) {
	x := exporter{byID: byID}
	x.record(format, reflect.ValueOf(s), "", 0)
	return x.out.Bytes(), x.err
}

// exporter writes YAML. It does not use the library's writer, whose choices may
// change and would change the hash.
type exporter struct {
	out  bytes.Buffer
	byID bool
	dash bool // the next line begins an item
	err  error
}

func (x *exporter) line(indent int, text string) {
	if x.dash {
		x.dash = false
		fmt.Fprintf(&x.out, "%*s- %s\n", indent-2, "", text)
		return
	}
	fmt.Fprintf(&x.out, "%*s%s\n", indent, "", text)
}

func (x *exporter) record(s *shape, v reflect.Value, path string, indent int) {
	before := x.out.Len()
	for i := range s.fields {
		f := &s.fields[i]
		if val := v.Field(f.index); !f.absent(val) {
			x.field(f, val, join(path, f.key), indent)
		}
	}
	if x.out.Len() == before {
		x.line(indent, "{}")
	}
}

// absent tells that a field is not written: it reads the same if left out.
func (f *field) absent(v reflect.Value) bool {
	if f.sort == figure {
		return !v.Interface().(sim.Figure).Given
	}
	return f.optional && v.IsZero()
}

func (x *exporter) field(f *field, v reflect.Value, path string, indent int) {
	switch f.sort {
	case record:
		x.line(indent, f.key+":")
		x.record(f.shape, v, path, indent+2)
	case rows:
		x.rows(f, v, path, indent)
	default:
		x.line(indent, f.key+": "+x.scalar(f, v, path))
	}
}

func (x *exporter) rows(f *field, v reflect.Value, path string, indent int) {
	elem := &field{shape: f.elem}
	if v.Len() == 0 || f.elem.sort != record {
		items := make([]string, v.Len())
		for i := range items {
			items[i] = x.scalar(elem, v.Index(i), path)
		}
		x.line(indent, f.key+": ["+strings.Join(items, ", ")+"]")
		return
	}
	x.line(indent, f.key+":")
	for i, item := range x.order(f.shape, v) {
		x.dash = true
		x.record(f.elem, item, join(path, strconv.Itoa(i)), indent+4)
	}
}

// order returns the items of a list, those with ids in their order if the
// exporter wants that.
func (x *exporter) order(s *shape, v reflect.Value) []reflect.Value {
	items := make([]reflect.Value, v.Len())
	for i := range items {
		items[i] = v.Index(i)
	}
	if x.byID && s.keyed {
		id := s.elem.field(idKey).index
		slices.SortStableFunc(items, func(a, b reflect.Value) int {
			return cmp.Compare(a.Field(id).String(), b.Field(id).String())
		})
	}
	return items
}

func (x *exporter) scalar(f *field, v reflect.Value, path string) string {
	switch f.sort {
	case whole:
		return strconv.FormatInt(v.Int(), 10)
	case date:
		return v.Interface().(units.Date).String()
	case toggle:
		if v.Interface().(sim.Toggle) == sim.Off {
			return "off"
		}
		return "on"
	case figure:
		return x.figure(f, v.Interface().(sim.Figure), path)
	}
	return text(v.String())
}

// text writes a string so that YAML reads exactly it: Go's quoted form is also
// a double-quoted scalar of YAML.
func text(s string) string {
	if word.MatchString(s) && !slices.Contains([]string{"null", "true", "false", "y", "n", "yes", "no", "on", "off"}, s) {
		return s
	}
	return strconv.Quote(s)
}
