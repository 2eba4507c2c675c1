package scenario

// merge lays one tree over another and returns the result, by the rules of the
// package comment. Neither tree is changed. Removals of what is not there stay
// in the result, for the decoder to report.
func merge(s *shape, base, over *node) *node {
	switch {
	case s.sort == record && base.form == mapping && over.form == mapping:
		return mergeKeys(base, over, func(key string) *shape {
			if f := s.field(key); f != nil {
				return f.shape
			}
			return nil
		})
	case s.sort == figure && over.form == mapping && !base.null:
		return mergeKeys(asMapping(base), over, func(string) *shape { return nil })
	case s.sort == rows && s.keyed && base.form == list && over.form == list:
		return mergeItems(s.elem, base, over)
	}
	return over
}

// asMapping writes a figure given as a scalar in its long form.
func asMapping(n *node) *node {
	if n.form != scalar {
		return n
	}
	return &node{form: mapping, at: n.at, keys: []entry{{"value", n.at, n}}}
}

// mergeKeys merges mappings; below tells the shape of a key, nil for one whose
// value is replaced.
func mergeKeys(base, over *node, below func(string) *shape) *node {
	out := &node{form: mapping, at: over.at, gone: base.gone, partial: base.partial || over.partial}
	if base.form == mapping {
		out.keys = append(out.keys, base.keys...)
	}
	place := make(map[string]int, len(out.keys))
	for i, e := range out.keys {
		place[e.key] = i
	}
	for _, e := range over.keys {
		i, ok := place[e.key]
		switch s := below(e.key); {
		case !ok:
			out.keys = append(out.keys, e)
		case e.value.null && !e.value.empty():
			out.keys[i].value = nil
			out.gone = append(out.gone[:len(out.gone):len(out.gone)], e)
		case e.value.empty():
			hiding := *e.value
			hiding.hides = true
			out.keys[i] = entry{e.key, e.at, &hiding}
		case s == nil:
			out.keys[i] = e
		default:
			out.keys[i] = entry{e.key, e.at, merge(s, out.keys[i].value, e.value)}
		}
	}
	kept := out.keys[:0]
	for _, e := range out.keys {
		if e.value != nil {
			kept = append(kept, e)
		}
	}
	out.keys = kept
	return out
}

// mergeItems merges lists of items with ids. An id given twice in over is not
// merged twice: the second stays an item of its own, and the decoder reports it
// unless the first removed what was there.
func mergeItems(s *shape, base, over *node) *node {
	out := &node{form: list, at: over.at, gone: base.gone, cleared: base.cleared}
	if len(base.item) > 0 && len(over.item) == 0 && !over.refused {
		out.cleared = &over.at
	}
	out.item = append(out.item, base.item...)
	place := make(map[string]int, len(out.item))
	var below []string
	for i, item := range out.item {
		below = append(below, item.id())
		if _, twice := place[item.id()]; !twice {
			place[item.id()] = i
		}
	}
	for _, item := range over.item {
		id := item.id()
		i, ok := place[id]
		delete(place, id)
		switch {
		case !ok || id == "":
			fresh := *item
			fresh.below = below
			out.item = append(out.item, &fresh)
		case item.removes() && len(item.keys) == 2:
			out.item[i] = nil
			e, _ := item.get(idKey)
			out.gone = append(out.gone[:len(out.gone):len(out.gone)], entry{id, e.value.at, item})
		default:
			out.item[i] = merge(s, out.item[i], item)
		}
	}
	kept := out.item[:0]
	for _, item := range out.item {
		if item != nil {
			kept = append(kept, item)
		}
	}
	out.item = kept
	return out
}
