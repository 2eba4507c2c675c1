package sim

import (
	"reflect"
	"strconv"
	"strings"

	"entangle/sim/rng"
	"entangle/sim/units"
)

// FigureInfo is a figure of a compiled scenario with its place and its bounds.
type FigureInfo struct {
	Path     string
	Kind     units.Kind
	Min, Max float64 // bounds of the field, in base units
	Doc      string
	Figure
	subject uint64 // of the stream that draws it
}

var figureType = reflect.TypeOf(Figure{})

// collectFigures gives each figure that the file states an index, and keeps it
// by path. It walks the Setup by its tags, so that a field added there is drawn,
// listed and set without another line.
func (c *compiler) collectFigures() {
	k := collector{compiler: c, known: map[reflect.Type]*tagged{}}
	k.record(reflect.ValueOf(&c.s.setup).Elem(), "")
	c.s.index = make(map[string]int32, len(c.s.figures))
	for i := range c.s.figures {
		c.s.index[c.s.figures[i].Path] = int32(i)
	}
	c.s.list()
}

// collector walks a Setup; it looks at the tags of each type once.
type collector struct {
	*compiler
	known map[reflect.Type]*tagged
}

// tagged is where a struct has figures, itself or deeper down.
type tagged struct {
	fields   []figureField
	id, plot int // places of these fields, or -1
}

// figureField is a field that is a figure, a struct, or a list of structs.
type figureField struct {
	index    int
	key, doc string
	optional bool
	kind     units.Kind
	min, max float64
}

func (k *collector) tagged(t reflect.Type) *tagged {
	if l := k.known[t]; l != nil {
		return l
	}
	l := &tagged{id: -1, plot: -1}
	k.known[t] = l
	for i := range t.NumField() {
		f := t.Field(i)
		switch f.Name {
		case "ID":
			l.id = i
		case "plot":
			l.plot = i
		}
		key := f.Tag.Get("yaml")
		if key == "" || f.Type.Kind() != reflect.Struct && (f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Struct) {
			continue
		}
		x := figureField{index: i, key: key, doc: f.Tag.Get("doc")}
		_, x.optional = f.Tag.Lookup("opt")
		x.kind, _ = units.KindOf(f.Tag.Get("unit"))
		x.min, x.max = bounds(f.Tag.Get("range"))
		l.fields = append(l.fields, x)
	}
	return l
}

func (k *collector) record(v reflect.Value, path string) {
	l := k.tagged(v.Type())
	for i := range l.fields {
		f := &l.fields[i]
		switch x := v.Field(f.index); {
		case x.Type() == figureType:
			k.figure(f, x.Addr().Interface().(*Figure), path)
		case x.Kind() == reflect.Struct:
			k.record(x, joinPath(path, f.key))
		case x.Len() > 0:
			k.rows(x, joinPath(path, f.key))
		}
	}
}

func (k *collector) rows(v reflect.Value, path string) {
	l := k.tagged(v.Type().Elem())
	for i := range v.Len() {
		item, key := v.Index(i), ""
		if l.plot >= 0 && item.Field(l.plot).Bool() {
			continue // not the author's: it has no figures
		}
		if l.id >= 0 {
			key = item.Field(l.id).String()
		} else {
			key = strconv.Itoa(i)
		}
		k.record(item, joinPath(path, key))
	}
}

func (k *collector) figure(at *figureField, f *Figure, path string) {
	if !f.Given {
		if !at.optional {
			k.wrong(joinPath(path, at.key), "the figure is missing", at.doc)
		}
		return
	}
	path = joinPath(path, at.key)
	info := FigureInfo{Path: path, Doc: at.doc, Kind: at.kind, Min: at.min, Max: at.max, Figure: *f, subject: rng.Subject("figure", path)}
	if f.With != "" {
		info.subject = rng.Subject("together", f.With)
	}
	if !(info.Min <= f.Low && f.Low <= f.Value && f.Value <= f.High && f.High <= info.Max) {
		k.wrong(path, "the figure or its range lies outside what is possible", "bounds: "+
			units.Format(info.Kind, info.Min)+" to "+units.Format(info.Kind, info.Max))
	}
	f.id = int32(len(k.s.figures))
	info.id = f.id
	k.s.figures = append(k.s.figures, info)
}

// maxExact is the largest whole number up to which float64 counts exactly.
const maxExact = 1 << 53

func bounds(tag string) (lo, hi float64) {
	lo, hi = -maxExact, maxExact
	before, after, _ := strings.Cut(tag, ",")
	if v, err := strconv.ParseFloat(before, 64); err == nil {
		lo = v
	}
	if v, err := strconv.ParseFloat(after, 64); err == nil {
		hi = v
	}
	return lo, hi
}

func joinPath(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// ownLists gives a struct or a list its own copies of all lists in it, so that Compile
// owns what it sorts.
func ownLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() && holdsLists(f.Type()) {
				ownLists(f)
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		for i := 0; i < own.Len() && holdsLists(v.Type().Elem()); i++ {
			ownLists(own.Index(i))
		}
	}
}

// holdsLists tells whether values of a type are lists or may have some in them.
func holdsLists(t reflect.Type) bool {
	return t.Kind() == reflect.Slice || t.Kind() == reflect.Struct && t != figureType
}
