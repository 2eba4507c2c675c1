package scenario

import (
	"fmt"

	"entangle/sim/units"
)

// hint tells in a few words what a field wants.
func (f *field) hint() string {
	switch f.sort {
	case figure:
		return fmt.Sprintf("%s, like %s", f.doc, f.kind.Example())
	case date:
		return f.doc + ", like 2025-01-07"
	case toggle:
		return f.doc + ": on or off"
	}
	return f.doc
}

// listHint tells how to write a list.
func (f *field) listHint() string {
	switch {
	case f.keyed:
		return "write each item as a mapping on lines of its own: - id: name"
	case f.elem.sort == record:
		return "write each item as a mapping on a line of its own: - { " + f.elem.fields[0].key + ": ... }"
	}
	return "write [ a, b ], or each item on a line of its own after \"- \""
}

// bounds writes the bounds of a figure as an author would write them.
func (f *field) bounds() string {
	low, high := units.Format(f.kind, f.lo), units.Format(f.kind, f.hi)
	switch {
	case f.openLow() && f.openHigh():
		return "any value"
	case f.openLow():
		return "at most " + high
	case f.openHigh():
		return "at least " + low
	}
	return "from " + low + " to " + high
}
