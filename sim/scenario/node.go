package scenario

import "strings"

// form is what a node is in the file.
type form uint8

const (
	scalar form = iota
	list
	mapping
)

// String names a form as an error would.
func (f form) String() string {
	return [...]string{scalar: "a single value", list: "a list", mapping: "a mapping"}[f]
}

// node is a value of a file, with its place. Merged trees mix the nodes of
// several files and share them: a node is never changed once it is parsed.
type node struct {
	form form
	at   span
	text string // of a scalar
	null bool   // a scalar written as ~ or null, or not at all
	keys []entry
	item []*node
	gone []entry // what a removal took out of a merged mapping or list: key or id

	refused bool     // reported already: not to be read
	partial bool     // some keys of the mapping were refused: others may seem missing
	again   bool     // an item whose id another one has
	hides   bool     // nothing written where a lower layer has a value
	cleared *span    // of an empty list over items of a lower layer
	below   []string // of an item that is new in its layer: ids of the layers below
}

// entry is a key of a mapping with its value.
type entry struct {
	key   string
	at    span
	value *node
}

// get returns an entry of a mapping.
func (n *node) get(key string) (entry, bool) { return find(n.keys, key) }

func find(in []entry, key string) (entry, bool) {
	for _, e := range in {
		if e.key == key {
			return e, true
		}
	}
	return entry{}, false
}

// sources tells from which file each key of a mapping is.
func (n *node) sources() map[string]*source {
	out := make(map[string]*source, len(n.keys))
	for i := range n.keys {
		out[n.keys[i].key] = n.keys[i].at.src
	}
	return out
}

// empty tells that nothing is written where a value should be.
func (n *node) empty() bool { return n.null && n.text == "" }

// id returns the id of a list item, or nothing.
func (n *node) id() string {
	if n.form == mapping {
		if e, ok := n.get("id"); ok && e.value.form == scalar && !e.value.null {
			return e.value.text
		}
	}
	return ""
}

// removes tells that a list item is an order to remove what has its id.
func (n *node) removes() bool {
	e, ok := n.get(removeKey)
	return ok && e.value.form == scalar && e.value.text == "true"
}

// removeKey marks the item of an overlay that removes the item of its id.
const removeKey = "remove"

// show describes a node for a message: its text, or its form.
func (n *node) show() string {
	if n.form == scalar {
		return quote(strings.TrimSpace(n.text))
	}
	return n.form.String()
}
