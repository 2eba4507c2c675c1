package scenario

import (
	"strconv"
	"strings"

	"entangle/sim"
)

// Locate returns the place in the files where a path of the scenario is set, or
// else where the nearest thing around it is: companies.lumen for
// companies.lumen.price if lumen has no price. Lines and columns count from 1;
// endCol is the column after the last character.
func (p *Pack) Locate(path string) (file string, line, col, endCol int) {
	at := p.place(path)
	return at.src.name, at.line, at.col, at.end
}

func (p *Pack) place(path string) span {
	n, at := p.root, p.root.at
	if path == "" {
		return at
	}
	for _, part := range strings.Split(path, ".") {
		e, ok := n.child(part)
		if !ok {
			break
		}
		n, at = e.value, e.at
		if n.form == scalar {
			at = n.at
		}
	}
	return at
}

// child finds a key of a mapping, or an item of a list by id or position. Its
// place is the key's, or what names the item.
func (n *node) child(part string) (entry, bool) {
	switch n.form {
	case mapping:
		return n.get(part)
	case list:
		for _, item := range n.item {
			if item.id() == part {
				e, _ := item.get(idKey)
				return entry{part, e.value.at, item}, true
			}
		}
		if i, err := strconv.Atoi(part); err == nil && i >= 0 && i < len(n.item) {
			return entry{part, n.item[i].at, n.item[i]}, true
		}
	}
	return entry{}, false
}

// Diagnose gives the problems of sim.Compile their places in the files. It
// leaves out those that may only follow from a value that could not be read,
// which Load has reported.
func (p *Pack) Diagnose(problems []sim.Problem) Diagnostics {
	var r report
	d := p.doubts(problems)
	for _, problem := range problems {
		if !d.follows(problem.Path) {
			r.at(p.place(problem.Path), problem.Path, problem.Message, problem.Help)
		}
	}
	return r.list.sorted()
}
