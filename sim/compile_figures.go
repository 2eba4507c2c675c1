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
	c.s.index = map[string]int32{}
	c.walk(reflect.ValueOf(&c.s.setup).Elem(), "", "")
	c.s.list()
}

func (c *compiler) walk(v reflect.Value, path string, tag reflect.StructTag) {
	switch {
	case v.Type() == figureType:
		c.figure(v.Addr().Interface().(*Figure), path, tag)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.Tag.Get("yaml") != "" {
				c.walk(v.Field(i), joinPath(path, field.Tag.Get("yaml")), field.Tag)
			}
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		for i := range v.Len() {
			if plot := v.Index(i).FieldByName("plot"); plot.IsValid() && plot.Bool() {
				continue // not the author's: it has no figures
			}
			key := strconv.Itoa(i)
			if id := v.Index(i).FieldByName("ID"); id.IsValid() {
				key = id.String()
			}
			c.walk(v.Index(i), joinPath(path, key), tag)
		}
	}
}

func (c *compiler) figure(f *Figure, path string, tag reflect.StructTag) {
	if !f.Given {
		if _, optional := tag.Lookup("opt"); !optional {
			c.wrong(path, "the figure is missing", tag.Get("doc"))
		}
		return
	}
	info := FigureInfo{Path: path, Doc: tag.Get("doc"), Figure: *f, subject: rng.Subject("figure", path)}
	if f.With != "" {
		info.subject = rng.Subject("together", f.With)
	}
	info.Kind, _ = units.KindOf(tag.Get("unit"))
	info.Min, info.Max = bounds(tag.Get("range"))
	if !(info.Min <= f.Low && f.Low <= f.Value && f.Value <= f.High && f.High <= info.Max) {
		c.wrong(path, "the figure or its range lies outside what is possible", "bounds: "+
			units.Format(info.Kind, info.Min)+" to "+units.Format(info.Kind, info.Max))
	}
	f.id = int32(len(c.s.figures))
	info.id = f.id
	c.s.index[path] = f.id
	c.s.figures = append(c.s.figures, info)
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

// deepCopy copies a Setup with its slices, so that Compile owns what it sorts.
func deepCopy(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == figureType {
			return out
		}
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(deepCopy(v.Field(i)))
			}
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(deepCopy(v.Index(i)))
			}
		}
	}
	return out
}
