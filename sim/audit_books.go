package sim

import (
	"entangle/sim/units"
	"fmt"
)

// lawOrders: the compute, the power and the payments that buyers expect are those of
// the open orders, added up anew here.
func lawOrders(w *World) error {
	comes, costs := make([]units.H100e, len(w.companies)), make([]units.USD, len(w.companies))
	needs := make([]units.KW, len(w.sites))
	for i := 1; i < len(w.clauses); i++ {
		c := &w.clauses[i]
		if c.Kind != ClauseDeliver {
			continue
		}
		open := c.Qty - c.Delivered
		comes[c.To] += units.H100e(open) * w.families[c.Family].H100e
		needs[c.Site] += w.fleets[c.Fleet].draw(units.Chips(open))
		if p := w.priceOf(c); p != nil {
			costs[c.To] += restOfPrice(p.Price, p.Share, open)
		}
	}
	for c := 1; c < len(w.companies); c++ {
		if co := &w.companies[c]; co.OnOrder != comes[c] || co.ToPay != costs[c] {
			return fmt.Errorf("%s expects %d thousandths of an H100e for %d dollars, its orders bring %d for %d",
				w.sc.Name(Ref{OfCompany, int32(c)}), co.OnOrder, co.ToPay, comes[c], costs[c])
		}
	}
	for s := 1; s < len(w.sites); s++ {
		if w.sites[s].Ordered != needs[s] {
			return fmt.Errorf("%s expects orders that need %d kW, they need %d", w.sc.Name(Ref{OfSite, int32(s)}), w.sites[s].Ordered, needs[s])
		}
	}
	return nil
}

// lawBooks: a company finds each clause by which chips come to it, and only those;
// a designer finds each order for a family. What is counted on the side is right.
func lawBooks(w *World) error {
	count, ahead, bookings, leases := make([]int16, len(w.companies)), int32(0), 0, 0
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
		if c.Kind != ClausePay && c.Kind != ClauseBooking {
			incoming[c.To]++
		}
		switch c.Kind {
		case ClauseBooking:
			bookings++
		case ClauseCapacity:
			leases++
		}
		if c.Kind == ClauseDeliver {
			orders[c.Family]++
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		found := w.countList(w.companies[c].Rentals, func(k *Clause) (int32, bool) { return k.Mate, k.To == c && k.Kind == ClauseCapacity }) +
			w.countList(w.companies[c].Orders, func(k *Clause) (int32, bool) { return k.Mate, k.To == c && k.Kind == ClauseDeliver }) +
			w.countList(w.companies[c].Licences, func(k *Clause) (int32, bool) { return k.Mate, k.To == c && k.Kind == ClauseLicence })
		if found != incoming[c] || count[c] != w.companies[c].Clauses {
			return fmt.Errorf("%s finds %d of %d clauses that bring it chips or models, counts %d of %d clauses",
				w.sc.Name(Ref{OfCompany, int32(c)}), found, incoming[c], w.companies[c].Clauses, count[c])
		}
	}
	if len(w.steps) != bookings {
		return fmt.Errorf("%d bookings wait for their days, of %d", len(w.steps), bookings)
	}
	for f := FamilyID(1); int(f) < len(w.families); f++ {
		found := w.countList(w.families[f].Book, func(k *Clause) (int32, bool) { return k.Behind, k.Family == f && k.Kind == ClauseDeliver })
		back := w.countList(w.families[f].Last, func(k *Clause) (int32, bool) { return k.Before, k.Family == f && k.Kind == ClauseDeliver })
		if found != orders[f] || back != found {
			return fmt.Errorf("%s: %d of %d orders are in the book, %d from its end", w.sc.Name(Ref{OfFamily, int32(f)}), found, orders[f], back)
		}
	}
	if found := w.countList(w.head.Bookings, func(k *Clause) (int32, bool) { return k.Mate, k.Kind == ClauseBooking }); found != bookings {
		return fmt.Errorf("%d of %d bookings are found", found, bookings)
	}
	if found := w.countLeases(); found != leases {
		return fmt.Errorf("%d rentals of %d are found by their chips", found, leases)
	}
	if ahead != w.head.Ahead {
		return fmt.Errorf("%d rentals begin later, %d are counted", ahead, w.head.Ahead)
	}
	return nil
}

// countLeases counts the rentals that are found by the chips that they are of.
func (w *World) countLeases() (n int) {
	for fleet, at := range w.lessees {
		for ; at != 0 && n <= len(w.clauses); at = w.leases[at].next {
			if c := &w.clauses[at]; c.Kind == ClauseCapacity && c.Fleet == int32(fleet) {
				n++
			}
		}
	}
	return n
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
