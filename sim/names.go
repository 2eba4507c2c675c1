package sim

import "entangle/sim/near"

// names is the table of the ids of one kind of thing: number to name and back.
// It belongs to the immutable scenario; the world knows only numbers.
type names struct {
	ids    []string
	titles []Text
	index  map[string]int32
}

func newNames() names {
	return names{ids: []string{""}, titles: []Text{{}}, index: map[string]int32{}}
}

func (n *names) add(id string, title Text) {
	n.index[id] = int32(len(n.ids))
	n.ids = append(n.ids, id)
	n.titles = append(n.titles, title)
}

// suggest lists what is known, the nearest first when one is near.
func (n *names) suggest(name string) string { return near.Suggest(name, n.ids[1:]) }
