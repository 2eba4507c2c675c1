package sim

import "fmt"

// lawBooks: a company finds each clause by which chips come to it, and only those;
// a designer finds each order for a family. What is counted on the side is right.
func lawBooks(w *World) error {
	count, ahead := make([]int16, len(w.companies)), int32(0)
	incoming, orders := make([]int, len(w.companies)), make([]int, len(w.families))
	for i := 1; i < len(w.clauses); i++ {
		c := &w.clauses[i]
		if c.Kind == ClauseNone {
			continue
		}
		count[c.From]++
		count[c.To]++
		if c.Ahead {
			ahead++
		}
		if c.Kind != ClausePay {
			incoming[c.To]++
		}
		if c.Kind == ClauseDeliver {
			orders[c.Family]++
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		found := w.countList(w.companies[c].Rentals, func(k *Clause) (int32, bool) { return k.Mate, k.To == c && k.Kind == ClauseCapacity }) +
			w.countList(w.companies[c].Orders, func(k *Clause) (int32, bool) { return k.Mate, k.To == c && k.Kind == ClauseDeliver })
		if found != incoming[c] || count[c] != w.companies[c].Clauses {
			return fmt.Errorf("%s finds %d of %d clauses that bring it chips, counts %d of %d clauses",
				w.sc.Name(Ref{OfCompany, int32(c)}), found, incoming[c], w.companies[c].Clauses, count[c])
		}
	}
	for f := FamilyID(1); int(f) < len(w.families); f++ {
		found := w.countList(w.families[f].Book, func(k *Clause) (int32, bool) { return k.Behind, k.Family == f && k.Kind == ClauseDeliver })
		if found != orders[f] {
			return fmt.Errorf("%s: %d of %d orders are in the book", w.sc.Name(Ref{OfFamily, int32(f)}), found, orders[f])
		}
	}
	if ahead != w.head.Ahead {
		return fmt.Errorf("%d rentals begin later, %d are counted", ahead, w.head.Ahead)
	}
	return nil
}

// countList counts the clauses of a list; one that does not belong there ends it.
func (w *World) countList(at int32, next func(k *Clause) (int32, bool)) (n int) {
	for belongs := true; at != 0 && n <= len(w.clauses); n++ {
		if at, belongs = next(&w.clauses[at]); !belongs {
			return n
		}
	}
	return n
}
