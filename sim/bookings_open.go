package sim

// booked is a booking of which something is missing, and the next in the list that the same
// company lets, and that the same rents.
type booked struct {
	row  int32
	next [2]int32
}

// The sides of a booking.
const (
	lets = iota
	rents
)

// openBooked is the first of the open bookings of a company, 0 none.
func (w *World) openBooked(c CompanyID, side int) int32 {
	if !w.room.listed {
		w.listBooked()
	}
	return w.room.booking[c][side]
}

// listBooked lists the open bookings, once between two weeks: who plans asks for its own
// several times, and there are many of others.
func (w *World) listBooked() {
	w.room.listed = true
	list := w.room.bookings[:1]
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		if c := &w.clauses[row]; c.Qty > c.Now {
			list = append(list, booked{row: row})
		}
	}
	first := w.room.booking
	clear(first)
	for at := len(list) - 1; at > 0; at-- { // so that the first comes first
		c := &w.clauses[list[at].row]
		list[at].next[lets], first[c.From][lets] = first[c.From][lets], int32(at)
		list[at].next[rents], first[c.To][rents] = first[c.To][rents], int32(at)
	}
	w.room.bookings = list
}
