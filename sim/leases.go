package sim

import "slices"

// Who rents of a block of chips is found by the block, so that where something has changed
// nobody walks all that its tenants rent. World.lessees has for each fleet the first of the
// clauses, World.leases for each clause what follows.

// lease is what stands beside a capacity clause.
type lease struct {
	next  int32 // another clause of the same fleet, 0 none
	since int32 // how many rentals were listed before it in this run
}

// enterLease notes a rental; the list of its tenant has the youngest first.
func (w *World) enterLease(row int32) {
	w.leases = slices.Grow(w.leases, len(w.clauses)-len(w.leases))[:len(w.clauses)]
	first := &w.lessees[w.clauses[row].Fleet]
	w.leases[row], *first = lease{*first, w.leased}, row
	w.leased++
}

// dropLease takes it out.
func (w *World) dropLease(row int32) {
	at := &w.lessees[w.clauses[row].Fleet]
	for *at != row {
		at = &w.leases[*at].next
	}
	*at = w.leases[row].next
}

// restocked supplies the tenants of blocks where something has changed, and tells those who
// get less than was promised, once for each change: by tenants, and each in the order of its
// list.
func (w *World) restocked() {
	line := w.room.keys[:0]
	for i, word := range w.relets[:w.fleetWords()] {
		w.relets[i] = 0
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			for at := w.lessees[rows.next()]; at != 0; at = w.leases[at].next {
				c := &w.clauses[at]
				if c.Ahead {
					continue
				}
				if w.grant(c); c.Now < c.Qty && c.Since == w.head.Supplied {
					line = append(line, w.placeTold(c.To, at))
				}
			}
		}
	}
	slices.Sort(line)
	for _, place := range line {
		w.tellShort(&w.clauses[place&(1<<rowBits-1)])
	}
	w.room.keys = line
}

const (
	rowBits   = 24 // of a place in line: the row of a clause
	sinceBits = 31 // before it, how young it is; and first the tenant
)

// placeTold is the place in line of a tenant to be told about a clause.
func (w *World) placeTold(to CompanyID, row int32) uint64 {
	young := uint64(1<<sinceBits-1) - uint64(w.leases[row].since)
	return uint64(to)<<(sinceBits+rowBits) | young<<rowBits | uint64(row)
}
