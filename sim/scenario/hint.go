package scenario

import (
	"fmt"
	"strings"

	"entangle/sim/near"
	"entangle/sim/units"
)

// hint tells in a few words what a field wants.
func (f *field) hint() string {
	switch f.sort {
	case figure:
		if f.kind == units.KindNumber { // no example fits all scales
			return fmt.Sprintf("%s (%s)", f.doc, f.bounds())
		}
		return fmt.Sprintf("%s, like %s", f.doc, f.kind.Example())
	case date:
		return f.doc + ", like 2025-01-07"
	case toggle:
		return f.doc + ": on or off"
	}
	return f.doc
}

// emptyHint tells what to write where nothing is written.
func (f *field) emptyHint(n *node) string {
	switch {
	case n.hides && f.optional:
		return "write ~ to remove it; leave the key out to keep what the files below say"
	case n.hides:
		return f.hint() + "; leave the key out to keep what the files below say"
	}
	return f.hint()
}

// clearHint tells how to empty a list whose items merge.
func (f *field) clearHint() string {
	help := "remove each item: - { id: name, remove: true }"
	if f.optional {
		help += "; or all of them: " + f.key + ": ~"
	}
	return help
}

// fresh tells of an item that lacks keys that no layer below has its id, which
// may be a slip. path is the item's.
func (n *node) fresh(path string) string {
	list, id, ok := strings.Cut(path, ".")
	if !ok || len(n.below) == 0 || n.id() != id {
		return ""
	}
	note := fmt.Sprintf("no %s %q below this layer, so this is a new one", singular(list), id)
	if guess := n.meantBelow(); guess != "" {
		return guess + " (" + note + ")"
	}
	return note
}

// meantBelow guesses which item of a lower layer was meant.
func (n *node) meantBelow() string {
	if guess := near.Best(n.id(), n.below); guess != "" {
		return fmt.Sprintf("did you mean %q?", guess)
	}
	return ""
}

// singular is the word for one item of a list.
func singular(list string) string {
	if stem, ok := strings.CutSuffix(list, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(list, "s")
}

// meansRemove tells whether an unknown key of an item probably means removeKey.
func meansRemove(key string) bool {
	others := []string{removeKey, "removed", "delete", "deleted", "drop", "erase", "absent"}
	return near.Best(key, others) != ""
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
	if f.kind == units.KindKW && f.hi >= 1e10 { // beyond what Format shortens
		high = units.Format(units.KindChips, f.hi/1e6) + " GW"
	}
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
