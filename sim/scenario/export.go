package scenario

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"reflect"
	"slices"
	"strconv"

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
// order of their ids, in hexadecimal. The engine, too, orders items by id. What Load reads
// can be written: figures are whole base units, or numbers written with all their digits.
func hash(s sim.Setup) string {
	text, _ := export(s, true)
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

func export(s sim.Setup, byID bool) ([]byte, error) {
	x := exporter{byID: byID, out: make([]byte, 0, 1<<19)}
	x.record(format, reflect.ValueOf(&s).Elem(), 0)
	return x.out, x.err
}

// exporter writes YAML. It does not use the library's writer, whose choices may
// change and would change the hash.
type exporter struct {
	out  []byte
	path []string // keys down to what is being written
	byID bool
	dash bool // the next line begins an item
	err  error
}

// write adds text.
func (x *exporter) write(parts ...string) {
	for _, text := range parts {
		x.out = append(x.out, text...)
	}
}

// begin begins a line.
func (x *exporter) begin(indent int) {
	const most = "                                "
	spaces := indent
	if x.dash {
		spaces -= 2
	}
	for ; spaces > len(most); spaces -= len(most) {
		x.write(most)
	}
	x.write(most[:spaces])
	if x.dash {
		x.dash = false
		x.write("- ")
	}
}

func (x *exporter) record(s *shape, v reflect.Value, indent int) {
	before := len(x.out)
	for i := range s.fields {
		f := &s.fields[i]
		if val := v.Field(f.index); !f.absent(val) {
			x.path = append(x.path, f.key)
			x.field(f, val, indent)
			x.path = x.path[:len(x.path)-1]
		}
	}
	if len(x.out) == before {
		x.begin(indent)
		x.write("{}\n")
	}
}

// absent tells that a field is not written: it reads the same if left out.
func (f *field) absent(v reflect.Value) bool {
	if f.sort == figure {
		return !v.Addr().Interface().(*sim.Figure).Given
	}
	return f.optional && v.IsZero()
}

func (x *exporter) field(f *field, v reflect.Value, indent int) {
	x.begin(indent)
	switch f.sort {
	case record:
		x.write(f.key, ":\n")
		x.record(f.shape, v, indent+2)
	case rows:
		x.rows(f, v, indent)
	default:
		x.write(f.key, ": ")
		x.scalar(f, v)
		x.write("\n")
	}
}

func (x *exporter) rows(f *field, v reflect.Value, indent int) {
	if v.Len() == 0 || f.elem.sort != record {
		elem := &field{shape: f.elem}
		x.write(f.key, ": [")
		for i := range v.Len() {
			if i > 0 {
				x.write(", ")
			}
			x.scalar(elem, v.Index(i))
		}
		x.write("]\n")
		return
	}
	x.write(f.key, ":\n")
	for i, item := range x.order(f.shape, v) {
		x.dash = true
		x.path = append(x.path, strconv.Itoa(i))
		x.record(f.elem, item, indent+4)
		x.path = x.path[:len(x.path)-1]
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

func (x *exporter) scalar(f *field, v reflect.Value) {
	switch f.sort {
	case whole:
		x.out = strconv.AppendInt(x.out, v.Int(), 10)
	case date:
		x.write(units.Date(v.Int()).String())
	case toggle:
		if v.Interface().(sim.Toggle) == sim.Off {
			x.write("off")
		} else {
			x.write("on")
		}
	case figure:
		x.figure(f, v.Addr().Interface().(*sim.Figure))
	default:
		x.text(v.String())
	}
}

// text writes a string so that YAML reads exactly it.
func (x *exporter) text(s string) {
	if isWord(s) && !slices.Contains([]string{"null", "true", "false", "y", "n", "yes", "no", "on", "off"}, s) {
		x.write(s)
		return
	}
	x.quoted(s)
}

// quoted writes a string in Go's quoted form, which is also a double-quoted scalar
// of YAML.
func (x *exporter) quoted(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			x.out = strconv.AppendQuote(x.out, s)
			return
		}
	}
	x.write(`"`, s, `"`)
}
