package sim

import "math/bits"

// line is the orders of a week in the order in which they are taken: by companies, whose
// turns are drawn, and of each company in the order in which it gave them. Nobody could
// guess how many orders a company gives, or how turns fall, so they are joined and put in
// place rather than compared one with the other.
type line struct {
	behind []int32  // by node: who stands behind it; first a node for each company, then one for each order
	last   []int32  // by company: the last of its nodes, between weeks its own
	busy   []uint64 // by company, a bit each: who has orders
	slots  []turn
	taken  []uint64 // a bit for each slot, none between weeks
}

// turn is a company at its place.
type turn struct {
	key uint64
	who CompanyID
}

// wideTurns is for how many companies 64 slots are: few of those who have orders then fall
// into the same.
const wideTurns = 24

func newLine(companies int) line {
	words := companies/wideTurns + 1
	l := line{behind: make([]int32, 16*companies), last: make([]int32, companies), busy: make([]uint64, companies/64+1),
		slots: make([]turn, 64*words), taken: make([]uint64, words)}
	for c := range l.last {
		l.last[c] = int32(c)
	}
	return l
}

// begin makes room for so many orders.
func (l *line) begin(orders int) {
	if nodes := len(l.last) + orders; nodes > len(l.behind) {
		l.behind = make([]int32, 2*nodes)
	}
}

// join puts an order, counted from 0, behind those of its company. Those by nobody stand
// behind node 0: they have no chair to come from.
func (l *line) join(c CompanyID, order int) {
	at := uint(c)
	if at >= uint(len(l.last)) {
		at = 0
	}
	node, last := int32(len(l.last)+order), &l.last[at]
	l.behind[*last], *last = node, node
	l.busy[at/64] |= 1 << (at % 64)
}

// draw gives those who have orders their turns: each goes near the place that its key has
// among all keys, and behind who is there with a smaller one.
func (l *line) draw(all []companyInfo, salt uint64) {
	l.busy[0] &^= 1 // nobody
	wide := uint64(len(l.slots) - len(l.last))
	for i, word := range l.busy {
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			c := rows.next()
			x := turn{(all[c].key ^ salt) * serialStride, CompanyID(c)} // keys are hashes of names
			near, _ := bits.Mul64(x.key, wide)
			l.enter(x, uint(near))
		}
		l.busy[i] = 0
	}
}

// enter puts a turn into the first slot that is free from one on, and keeps all in order.
func (l *line) enter(x turn, at uint) {
	for ; l.taken[at/64]>>(at%64)&1 != 0; at++ {
		if there := &l.slots[at]; x.key < there.key {
			x, *there = *there, x
		}
	}
	l.taken[at/64] |= 1 << (at % 64)
	l.slots[at] = x
}

// close has those whose turn is next stand behind each other and behind node 0, where
// nobody's orders were.
func (l *line) close() {
	end := int32(0)
	for i, word := range l.taken {
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			c := l.slots[rows.next()].who
			l.behind[end], end = l.behind[c], l.last[c]
			l.last[c] = int32(c)
		}
		l.taken[i] = 0
	}
	l.behind[end], l.last[0] = 0, 0
}
