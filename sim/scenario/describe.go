package scenario

import "entangle/sim/units"

// FieldDoc describes one key of the file format.
type FieldDoc struct {
	Path     string // companies.<id>.cash, sites.<id>.stages.<n>.add
	Type     string // text, whole number, date, switch, figure, list or mapping
	Optional bool
	Units    []string // in which a figure may be written; none for plain numbers
	Example  string   // of a figure; none for plain numbers
	Range    string   // of a figure: "at least $0"; "any value" if open
	Doc      string   // one line
}

// Describe returns the file format, key by key in the order of the files.
func Describe() []FieldDoc {
	return describe(nil, format, "")
}

func describe(out []FieldDoc, s *shape, path string) []FieldDoc {
	for i := range s.fields {
		f := &s.fields[i]
		at := join(path, f.key)
		out = append(out, f.describe(at))
		switch {
		case f.sort == record:
			out = describe(out, f.shape, at)
		case f.sort == rows && f.keyed:
			out = describe(out, f.elem, at+".<id>")
		case f.sort == rows && f.elem.sort == record:
			out = describe(out, f.elem, at+".<n>")
		}
	}
	return out
}

func (f *field) describe(path string) FieldDoc {
	names := [...]string{words: "text", whole: "whole number", date: "date", toggle: "switch", figure: "figure", rows: "list", record: "mapping"}
	d := FieldDoc{Path: path, Type: names[f.sort], Optional: f.optional, Doc: f.doc}
	if f.sort == figure {
		d.Units, d.Example, d.Range = f.kind.Units(), f.kind.Example(), f.bounds()
		if f.kind == units.KindNumber {
			d.Units, d.Example = nil, "" // no example fits all scales
		}
	}
	return d
}
