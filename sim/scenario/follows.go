package scenario

import (
	"slices"
	"strings"

	"entangle/sim"
)

// refers tells in which list the names stand that a key holds. Kinds of clauses and what
// models are called are in no list of the files. A test demands a row for each key of the
// format that holds names.
var refers = map[string]string{
	"designer": "companies", "sold_to": "companies", "open_to": "companies", "closed_to": "companies", "owner": "companies", "partner": "companies", "employer": "companies",
	"parties": "companies", "from": "companies", "to": "companies",
	"region": "regions", "home": "regions", "family": "families", "site": "sites", "kind": "", "segment": "segments", "needs": "", "form": "", "use": "", "series": "", "of": "companies",
	"follows": "events", "next": "", "small": "", "seat": "", "strikes": "", "metric": "", "companies": "companies",
}

// doubts knows what could not be read, and tells which problems of sim.Compile
// may only follow from that.
type doubts struct {
	root  *node
	bad   map[string][]string        // by row: paths that could not be read
	loose map[string][]string        // by row: names that mean nothing
	vague map[string]bool            // lists of which not all ids are known
	ids   map[string]map[string]bool // by list
}

func (p *Pack) doubts(problems []sim.Problem) *doubts {
	d := &doubts{root: p.root, bad: map[string][]string{}, loose: map[string][]string{},
		vague: map[string]bool{}, ids: map[string]map[string]bool{}}
	for path := range p.bad {
		d.bad[rowOf(path)] = append(d.bad[rowOf(path)], path)
		if list, ok := unnamed(path); ok {
			d.vague[list] = true
		}
	}
	for i := range format.fields {
		if list := &format.fields[i]; list.keyed {
			d.ids[list.key] = p.root.ids(list.key)
		}
	}
	for _, problem := range problems {
		if f := fieldAt(problem.Path); f != nil && f.sort == words && !d.known(f, problem.Path) {
			d.loose[rowOf(problem.Path)] = append(d.loose[rowOf(problem.Path)], problem.Path)
		}
	}
	return d
}

// follows tells whether the problem at a path may only be there because
// something could not be read. Each kind of problem depends on other things:
// a name on the ids of its list, a date on the start, anything else on what
// stands beside it and in the rows that it names.
func (d *doubts) follows(path string) bool {
	f := fieldAt(path)
	switch {
	case d.any(path, func(bad string) bool { return covers(bad, path) || covers(path, bad) }):
		return true
	case f == nil:
		return len(d.bad) > 0
	case f.sort == rows && !strings.Contains(path, "."):
		return len(d.vague) > 0 // how many there may be depends on the other lists
	case f.sort == words && !d.known(f, path):
		return d.vague[refers[f.key]]
	case f.sort == date:
		return path != "start" && len(d.bad["start"]) > 0
	}
	beside := path[:max(strings.LastIndexByte(path, '.'), 0)]
	switch f.sort {
	case record: // weighs the names of its whole row against each other
		return d.doubtful(rowOf(path), true) || d.named(path, true)
	case words:
		return d.doubtful(beside, true) || d.named(beside, true)
	}
	return d.doubtful(beside, false) || d.named(beside, false)
}

// any tells whether something unreadable that concerns the row of a path, or
// the list that the row is in, meets a condition.
func (d *doubts) any(path string, is func(bad string) bool) bool {
	row := rowOf(path)
	list, _, inList := strings.Cut(row, ".")
	return slices.ContainsFunc(d.bad[row], is) || inList && slices.ContainsFunc(d.bad[list], is)
}

// doubtful tells whether something within a mapping could not be read or, if it
// is a name, means nothing. With names nothing but names counts.
func (d *doubts) doubtful(within string, names bool) bool {
	is := func(bad string) bool {
		if within == "" || !covers(within, bad) {
			return false
		}
		f := fieldAt(bad)
		return !names || f == nil || f.holdsNames()
	}
	return slices.ContainsFunc(d.bad[rowOf(within)], is) || slices.ContainsFunc(d.loose[rowOf(within)], is)
}

// named tells the same of the rows that a mapping names.
func (d *doubts) named(at string, names bool) bool {
	n := d.root.exact(at)
	if n == nil {
		return false
	}
	for _, e := range n.keys {
		if list := refers[e.key]; list != "" && e.value.form == scalar && d.doubtful(join(list, e.value.text), names) {
			return true
		}
	}
	return false
}

// known tells whether a name means something.
func (d *doubts) known(f *field, path string) bool {
	n := d.root.exact(path)
	return n != nil && d.ids[refers[f.key]][n.text]
}

// holdsNames tells whether names that refer to something stand in a field.
func (f *field) holdsNames() bool {
	switch f.sort {
	case words:
		_, ok := refers[f.key]
		return ok
	case rows:
		return (&field{shape: f.elem, key: f.key}).holdsNames()
	case record:
		for i := range f.fields {
			if f.fields[i].holdsNames() {
				return true
			}
		}
	}
	return false
}

// covers tells whether a path is another one or leads to it.
func covers(path, other string) bool {
	return path == other || strings.HasPrefix(other, path) && other[len(path)] == '.'
}

// rowOf cuts a path down to the item of a list with ids, or else to its first key.
func rowOf(path string) string {
	first, rest, _ := strings.Cut(path, ".")
	f := format.field(first)
	if f == nil || !f.keyed || rest == "" {
		return first
	}
	id, _, _ := strings.Cut(rest, ".")
	return join(first, id)
}

// unnamed tells whether a path that could not be read leaves the ids of a list
// unknown: it is the list, an item without an id, or an id.
func unnamed(path string) (list string, ok bool) {
	parts := strings.Split(path, ".")
	f := format.field(parts[0])
	if f == nil || !f.keyed {
		return "", false
	}
	switch len(parts) {
	case 1:
		return parts[0], true
	case 2:
		return parts[0], !isWord(parts[1])
	}
	return parts[0], len(parts) == 3 && parts[2] == idKey
}

// fieldAt finds the shape at a path; nil if the format has no such path. Items
// of a list carry its key.
func fieldAt(path string) *field {
	f := &field{shape: format}
	for part := range strings.SplitSeq(path, ".") {
		switch f.sort {
		case record:
			if f = f.field(part); f == nil {
				return nil
			}
		case rows:
			f = &field{shape: f.elem, key: f.key}
		default:
			return nil
		}
	}
	return f
}

// exact finds the node at exactly this path, or nil.
func (n *node) exact(path string) *node {
	for part := range strings.SplitSeq(path, ".") {
		e, ok := n.child(part)
		if !ok {
			return nil
		}
		n = e.value
	}
	return n
}

// ids returns the ids of a list.
func (n *node) ids(list string) map[string]bool {
	out := map[string]bool{}
	if e, ok := n.get(list); ok {
		for _, item := range e.value.item {
			out[item.id()] = true
		}
	}
	return out
}
