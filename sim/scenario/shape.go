package scenario

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// sort is what a shape reads from a file.
type sort uint8

const (
	words  sort = iota // text
	whole              // a whole number
	date               // a units.Date
	toggle             // on or off
	figure             // a sim.Figure
	rows               // a list
	record             // a mapping with known keys
)

// shape is the tags of a Go type as a tree: the file format.
type shape struct {
	sort   sort
	fields []field // of a record
	elem   *shape  // of rows
	keyed  bool    // rows whose elements have an id
}

// field is one key of a record.
type field struct {
	*shape
	key      string
	doc      string
	index    int // in the Go struct
	optional bool
	kind     units.Kind // of figures
	lo, hi   float64    // bounds of figures, in base units; infinite if open
}

// format is the shape of a scenario. Building it checks every tag of sim.Setup.
var format = mustShape(reflect.TypeFor[sim.Setup]())

// idKey is the key that names an item of a list.
const idKey = "id"

func (s *shape) field(key string) *field {
	if i := s.index(key); i >= 0 {
		return &s.fields[i]
	}
	return nil
}

// index is the place of a key among the fields of a record, or -1.
func (s *shape) index(key string) int {
	for i := range s.fields {
		if s.fields[i].key == key {
			return i
		}
	}
	return -1
}

// names returns the keys of a record.
func (s *shape) names() []string {
	out := make([]string, len(s.fields))
	for i, f := range s.fields {
		out[i] = f.key
	}
	return out
}

// mustShape panics on a type or tag that package scenario cannot read: a
// mistake in sim.Setup, found by the first test that runs.
func mustShape(t reflect.Type) *shape {
	s, err := shapeOf(t)
	if err != nil {
		panic("scenario: " + err.Error())
	}
	return s
}

func shapeOf(t reflect.Type) (*shape, error) {
	switch t {
	case reflect.TypeFor[sim.Figure]():
		return &shape{sort: figure}, nil
	case reflect.TypeFor[sim.Toggle]():
		return &shape{sort: toggle}, nil
	case reflect.TypeFor[units.Date]():
		return &shape{sort: date}, nil
	}
	switch t.Kind() {
	case reflect.String:
		return &shape{sort: words}, nil
	case reflect.Int, reflect.Int32, reflect.Int64:
		return &shape{sort: whole}, nil
	case reflect.Slice:
		elem, err := shapeOf(t.Elem())
		if err != nil {
			return nil, err
		}
		if elem.sort == figure || elem.sort == rows {
			return nil, fmt.Errorf("a list of %v has no unit or no name for its items", t.Elem())
		}
		return &shape{sort: rows, elem: elem, keyed: elem.field(idKey) != nil}, nil
	case reflect.Struct:
		return recordOf(t)
	}
	return nil, fmt.Errorf("type %v cannot be read from a file", t)
}

func recordOf(t reflect.Type) (*shape, error) {
	out := &shape{sort: record}
	for i := range t.NumField() {
		sf := t.Field(i)
		key := sf.Tag.Get("yaml")
		if !sf.IsExported() || key == "-" {
			continue
		}
		f, err := fieldOf(sf, key)
		if err != nil {
			return nil, fmt.Errorf("%v.%s: %w", t, sf.Name, err)
		}
		f.index = i
		if out.field(key) != nil {
			return nil, fmt.Errorf("%v.%s: the key %q is taken", t, sf.Name, key)
		}
		out.fields = append(out.fields, f)
	}
	return out, nil
}

func fieldOf(sf reflect.StructField, key string) (field, error) {
	f := field{key: key, doc: sf.Tag.Get("doc")}
	_, f.optional = sf.Tag.Lookup("opt")
	if !isWord(key) || key == removeKey {
		return f, fmt.Errorf("the yaml tag %q is no key", key)
	}
	var err error
	if f.shape, err = shapeOf(sf.Type); err != nil || f.sort != figure {
		return f, err
	}
	var ok bool
	if f.kind, ok = units.KindOf(sf.Tag.Get("unit")); !ok {
		return f, fmt.Errorf("the unit tag %q is unknown", sf.Tag.Get("unit"))
	}
	f.lo, f.hi, err = boundsOf(sf.Tag.Get("range"))
	return f, err
}

// boundsOf reads a range tag: two numbers around a comma, either may be absent.
func boundsOf(tag string) (lo, hi float64, err error) {
	lo, hi = math.Inf(-1), math.Inf(1)
	if tag == "" {
		return lo, hi, nil
	}
	low, high, ok := strings.Cut(tag, ",")
	if ok && low != "" {
		lo, err = strconv.ParseFloat(low, 64)
	}
	if ok && high != "" && err == nil {
		hi, err = strconv.ParseFloat(high, 64)
	}
	if !ok || err != nil || !(lo <= hi) {
		return lo, hi, fmt.Errorf("the range tag %q is not two numbers around a comma", tag)
	}
	return lo, hi, nil
}

func (f *field) openLow() bool  { return math.IsInf(f.lo, -1) }
func (f *field) openHigh() bool { return math.IsInf(f.hi, 1) }
