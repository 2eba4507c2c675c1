package sim

import "strings"

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
func (n *names) suggest(name string) string {
	best, score := "", 3
	for _, id := range n.ids[1:] {
		if d := editDistance(name, id, score); d < score {
			best, score = id, d
		}
	}
	known := n.ids[1:]
	more := ""
	if len(known) > 12 {
		known, more = known[:12], ", ..."
	}
	list := "known: " + strings.Join(known, ", ") + more
	if best != "" {
		return "did you mean \"" + best + "\"? " + list
	}
	return list
}

// editDistance is the Levenshtein distance of a and b, or most if that is less.
func editDistance(a, b string, most int) int {
	if len(a)-len(b) >= most || len(b)-len(a) >= most {
		return most
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(b)], most)
}
