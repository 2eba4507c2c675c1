package near

import (
	"slices"
	"strings"
)

// Best returns the known name that a misspelt one most likely means, or "" when
// none is near: when more than a third of the letters differ, one at least. Of
// equally near ones it takes the first.
func Best(name string, known []string) string {
	best, at := "", max(1, len(name)/3)+1
	for _, k := range known {
		if d := Distance(strings.ToLower(name), k); d < at {
			best, at = k, d
		}
	}
	return best
}

// Suggest lists what is known, and says first which of it is meant perhaps.
func Suggest(name string, known []string) string {
	list := "known: " + strings.Join(known, ", ")
	if best := Best(name, known); best != "" {
		return "did you mean \"" + best + "\"? " + list
	}
	return list
}

// Paths returns the n known paths nearest to one, the nearest first. Paths with
// the same last part count as half as far.
func Paths(path string, known []string, n int) []string {
	last := func(s string) string { return s[strings.LastIndexByte(s, '.')+1:] }
	type candidate struct {
		path string
		far  int
	}
	list := make([]candidate, len(known))
	for i, k := range known {
		list[i] = candidate{k, 2 * Distance(path, k)}
		if last(k) == last(path) {
			list[i].far /= 2
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return a.far - b.far })
	var paths []string
	for _, c := range list[:min(n, len(list))] {
		paths = append(paths, c.path)
	}
	return paths
}

// longest is how much of a name is compared: nobody means one by more.
const longest = 80

// Distance counts the letters to insert, delete, replace or swap with a
// neighbour that turn a into b.
func Distance(a, b string) int {
	a, b = a[:min(len(a), longest)], b[:min(len(b), longest)]
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
