package scenario

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
)

// isWord tells whether a text looks like a key, an id or a reference to one: a small
// letter, then small letters, digits and _.
func isWord(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (i == 0 || c != '_' && !isDigit(c)) {
			return false
		}
	}
	return s != ""
}

// longestID bounds an id.
const longestID = 40

// decoder fills a sim.Setup from a tree, guided by the shape of its type.
type decoder struct {
	*report
	bad map[string]bool // paths that could not be read
}

// at adds a mistake.
func (d *decoder) at(at span, path *where, message, help string) {
	d.report.at(at, path.String(), message, help)
}

// fail reports a value that cannot be read.
func (d *decoder) fail(at span, path *where, message, help string) {
	d.bad[path.String()] = true
	d.at(at, path, message, help)
}

// value reads one value of any shape.
func (d *decoder) value(f *field, n *node, path *where, v reflect.Value) {
	switch {
	case n.refused:
		d.bad[path.String()] = true
	case n.empty(), n.null && f.key == idKey:
		d.fail(n.at, path, "no value is given", f.emptyHint(n))
	case n.null:
		d.fail(n.at, path, "there is nothing to remove: no file below sets it", "~ in an overlay removes a value of the files below")
	case f.sort == record:
		d.record(f.shape, n, path, v)
	case f.sort == rows:
		d.rows(f, n, path, v)
	case f.sort == figure:
		d.figure(f, n, path, v)
	default:
		d.scalar(f, n, path, v)
	}
}

// record reads a mapping with known keys.
func (d *decoder) record(s *shape, n *node, path *where, v reflect.Value) {
	if n.form != mapping {
		d.fail(n.at, path, fmt.Sprintf("must be a mapping, not %s", n.show()), "keys: "+strings.Join(s.names(), ", "))
		return
	}
	if n.partial && !n.again { // nobody knows what the refused keys hold
		d.bad[path.String()], d.grave = true, d.grave || path == nil
	}
	var room [64]bool
	meant := append(room[:0], make([]bool, len(s.fields))...) // fields that are there, if misspelt
	var given map[string]*source                              // keys and their files, once one is unknown
	for i := range n.keys {
		if d.full() {
			return
		}
		e := &n.keys[i]
		at := s.index(e.key)
		if at < 0 {
			if given == nil {
				given = n.sources()
			}
			if guess := s.index(d.unknown(s, given, e, path)); guess >= 0 {
				meant[guess] = true
			}
			continue
		}
		meant[at] = true
		f := &s.fields[at]
		if f.sort == figure {
			*figureIn(v.Field(f.index)) = f.standIn()
		}
		d.value(f, e.value, path.to(e.key), v.Field(f.index))
	}
	d.missing(s, n, path, meant, v)
}

// figureIn is where a figure is kept.
func figureIn(v reflect.Value) *sim.Figure { return v.Addr().Interface().(*sim.Figure) }

// unknown reports a key that the format does not have and returns the key that
// was probably meant. given are the keys beside it and the files they are from.
func (d *decoder) unknown(s *shape, given map[string]*source, e *entry, path *where) string {
	var free []string // keys that the same file does not give as well
	for _, key := range s.names() {
		if given[key] != e.at.src {
			free = append(free, key)
		}
	}
	guess, help := near.Best(e.key, free), "keys: "+strings.Join(s.names(), ", ")
	switch {
	case guess != "":
		help = fmt.Sprintf("did you mean %q?", guess)
		d.bad[path.to(guess).String()] = true
	case s.field(idKey) != nil && meansRemove(e.key):
		help = "to remove an item write - { id: name, remove: true }"
	}
	d.at(e.at, path, "unknown key "+quote(e.key), help)
	return guess
}

// missing reports the required keys that a mapping lacks.
func (d *decoder) missing(s *shape, n *node, path *where, meant []bool, v reflect.Value) {
	var names, help []string
	for i := range s.fields {
		f := &s.fields[i]
		if f.optional || meant[i] {
			continue
		}
		d.bad[path.to(f.key).String()] = true
		if f.sort == figure {
			*figureIn(v.Field(f.index)) = f.standIn()
		}
		if n.partial {
			continue
		}
		if e, removed := find(n.gone, f.key); removed {
			d.at(e.at, path.to(f.key), "this key is required and cannot be removed", f.hint())
			continue
		}
		names, help = append(names, strconv.Quote(f.key)), append(help, f.key+": "+f.hint())
	}
	if len(names) > 3 {
		help = nil // an explanation of each would bury what is wrong
	}
	if len(names) == 0 {
		return
	}
	if fresh := n.fresh(path.String()); fresh != "" {
		help = slices.Insert(help, 0, fresh)
	}
	list, told := strings.Join(names, ", "), strings.Join(help, "; ")
	if len(names) == 1 {
		d.at(n.at, path, "the key "+list+" is missing", told)
	} else {
		d.at(n.at, path, "the keys "+list+" are missing", told)
	}
}

// rows reads a list.
func (d *decoder) rows(f *field, n *node, path *where, v reflect.Value) {
	if n.form != list {
		d.fail(n.at, path, fmt.Sprintf("must be a list, not %s", n.show()), f.listHint())
		return
	}
	if len(n.item) > maxItems { // each file is within the limit, their sum may not be
		d.fail(n.at, path, fmt.Sprintf("%d items are too many: at most %d are possible", len(n.item), maxItems), "")
		return
	}
	if n.cleared != nil {
		d.at(*n.cleared, path, "an empty list changes nothing here: its items merge by id with those of the files below", f.clearHint())
	}
	out := reflect.MakeSlice(v.Type(), len(n.item), len(n.item))
	elem, kept := &field{shape: f.elem, doc: f.doc}, 0
	seen := map[string]span{}
	for i, item := range n.item {
		if d.full() {
			return
		}
		key := strconv.Itoa(i)
		if item.null {
			d.fail(item.at, path.to(key), "this item is empty", f.hint())
			if !f.keyed { // items called by position must not shift
				kept++
			}
			continue
		}
		if f.keyed && item.form == mapping {
			var ok bool
			if key, item, ok = d.name(item, path, key, seen); !ok {
				continue
			}
		}
		d.value(elem, item, path.to(key), out.Index(kept))
		if f.keyed { // the name in paths, whatever became of the id
			out.Index(kept).Field(f.elem.field(idKey).index).SetString(key)
		}
		kept++
	}
	v.Set(out.Slice(0, kept))
}

// name checks the id of an item and returns it as the item's key in paths. ok
// is false if the item is an order to remove, which is reported.
func (d *decoder) name(item *node, path *where, key string, seen map[string]span) (string, *node, bool) {
	rest := *item
	rest.partial = true // without its own id an item adds to nothing: keys are not missing
	if e, ok := item.get(removeKey); ok {
		if d.removal(item, e, path, key) {
			return key, item, false
		}
		rest.keys = slices.DeleteFunc(slices.Clone(item.keys), func(e entry) bool { return e.key == removeKey })
		item = &rest
	}
	id := item.id()
	e, ok := item.get(idKey)
	switch {
	case !ok && !item.partial:
		d.fail(item.at, path.to(key), "the key \"id\" is missing", "each item of this list needs a short name of its own")
		return key, &rest, true
	case id == "":
		return key, &rest, true // reported when the id is read
	}
	if !isWord(id) || len(id) > longestID {
		return key, item, true
	}
	if first, twice := seen[id]; twice {
		d.at(e.value.at, path, fmt.Sprintf("the id %q is given twice, first at %s:%d", id, first.src.name, first.line), "give each item an id of its own")
		d.bad[path.to(id).String()], rest.again = true, true
		return key, &rest, true
	}
	seen[id] = e.value.at
	return id, item, true
}

// removal reports an order to remove that cannot be carried out, and whether
// the item is nothing else.
func (d *decoder) removal(item *node, e entry, path *where, key string) (alone bool) {
	id := item.id()
	if isWord(id) {
		key = id
	}
	if !item.removes() || len(item.keys) != 2 || id == "" {
		d.fail(e.at, path.to(key), "a removal has an id, remove: true and nothing else", "write - { id: name, remove: true }")
		return id == ""
	}
	d.fail(e.at, path.to(key), fmt.Sprintf("there is no %s to remove: no file below has it", quote(id)), item.meantBelow())
	return true
}
