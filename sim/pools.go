package sim

import (
	"entangle/sim/market"
	"entangle/sim/units"
)

// Designers close what they have begun: once half of an order has come, the rest
// weighs as much more as lets it pass all others. By choice; without it each order
// would trickle for a year or more.
const (
	begunPart   = 2 // its inverse
	begunWeight = 100
)

// shareShort shares out a stock that is short: what each order gets is then on the list of needs.
func (w *World) shareShort(id FamilyID, stock int64) {
	if need := w.room.need; len(need) == 1 {
		need[0] = stock
		return
	}
	w.poolOrders(id)
	if pools := w.room.pools; len(pools) > 2 || pools[0].to != pools[len(pools)-1].to {
		w.rationPools(id, stock)
	} else {
		w.giveAll(stock)
	}
	w.fillInTurn()
}

// pool is a buyer's orders that weigh alike.
type pool struct {
	to               CompanyID
	begun            uint8 // 1: they come before others
	prepaid, premium units.PPM
	oldest           int64 // chips of the first of them
	left, sent       int64 // of what they get, and of it sent
}

// pooled is where a buyer's last order stands: most of his others are on the same terms.
type pooled struct {
	prepaid, premium units.PPM
	pools            [2]int32 // of those not begun, and of those begun; below 0: none yet
	sharing          uint64   // in which it was pooled
}

// poolOrders puts the orders of a family that is short into pools, for it is buyers who compete:
// apart are those that are nearly done, and what a designer makes for a site of its own where
// tenants have booked.
func (w *World) poolOrders(id FamilyID) {
	who, need, clauses, lasts := w.room.who, w.room.need, w.clauses, w.room.lasts
	pools, wants, named := w.room.pools[:0], w.room.wants[:0], uint64(0)
	if w.sc.families[id].captive {
		named = w.bookedByName()
	}
	w.room.sharing++ // so that no pool of another family or week counts
	sharing := w.room.sharing
	for i, at := range who {
		c := &clauses[at]
		prepaid, last := w.prepaidOf(c), &lasts[c.To]
		if uint64(last.prepaid^prepaid)|uint64(last.premium^c.Share)|(last.sharing^sharing) != 0 {
			*last = pooled{prepaid, c.Share, [2]int32{-1, -1}, sharing}
		}
		begun := countIf((c.Qty-c.Delivered)*begunPart <= c.Qty) // no branch
		if named>>(c.Site&63)&1 != 0 && c.To == c.From && w.pledgedAt(c.Site) > 0 {
			begun = 1
		}
		n := last.pools[begun&1]
		if n < 0 {
			n = int32(len(pools))
			last.pools[begun&1] = n
			pools = append(pools, pool{c.To, uint8(begun), prepaid, c.Share, c.Qty, 0, 0})
			wants = append(wants, 0)
		}
		wants[n] += need[i]
		w.room.pooled[i] = n
	}
	w.room.pools, w.room.wants = pools, wants
}

// prepaidOf is the part of the price of an order that was paid at signing.
func (w *World) prepaidOf(c *Clause) units.PPM {
	p := &w.clauses[c.Next]
	if c.To == c.From {
		return 0 // nobody pays himself
	}
	if !p.buys(c) { // as nearly none
		p = w.findPrice(c)
	}
	if p == nil {
		return 0
	}
	return p.Share
}

// giveAll gives a stock to the only buyer, first for what is begun.
func (w *World) giveAll(stock int64) {
	pools, first := w.room.pools, 0
	if pools[0].begun == 0 {
		first = len(pools) - 1
	}
	part := min(stock, w.room.wants[first])
	pools[len(pools)-1-first].left = stock - part
	pools[first].left = part
}

// rationPools shares a stock out among pools: those who prepaid come before those who did not,
// and before all what is begun.
func (w *World) rationPools(id FamilyID, stock int64) {
	pools := w.room.pools
	q, weight, got := w.queueOf(id), w.room.weight[:0], w.room.got[:len(pools)]
	for i := range pools {
		p := &pools[i]
		weight = append(weight, w.pull(&q, p.to, p.prepaid, p.premium)*(1+(begunWeight-1)*int64(p.begun)))
	}
	w.room.weight = weight
	market.RationDown(w.room.wants, weight, got, stock, w.room.sums(len(got)))
	if w.dropParcels(got) {
		market.RationDown(w.room.wants, weight, got, stock, w.room.sums(len(got)))
	}
	for i := range pools {
		pools[i].left = got[i]
	}
}

// leastParcel is the part of an order, inverse, that is worth sending: what would be
// less goes to those who get more, unless all would get less. By choice.
const leastParcel = 16

// dropParcels has the buyers to whom too little would be sent wait for another month, and
// tells whether there are some, and others.
func (w *World) dropParcels(got []int64) bool {
	stay, pools, wants, weight := uint(0), w.room.pools, w.room.wants, w.room.weight
	for i, n := range got {
		stay += countIf(n >= wants[i]) | countIf(n*leastParcel >= pools[i].oldest) // nobody can guess: no branch
	}
	if stay == 0 || stay == uint(len(got)) {
		return false
	}
	for i, n := range got {
		if n < wants[i] && n*leastParcel < pools[i].oldest {
			weight[i] = 0
		}
	}
	return true
}

// fillInTurn has what a buyer gets under orders that weigh alike fill the oldest of them
// first: he brings one hall to an end, and does not have chips trickle into all. The list
// of who waits has the oldest first. What is not worth sending stays in stock. What each order
// gets is then on the list of needs.
func (w *World) fillInTurn() {
	who, need, pools := w.room.who, w.room.need, w.room.pools
	for i := range need {
		p := &pools[w.room.pooled[i]]
		n := min(need[i], p.left)
		if n < need[i] && n*leastParcel < w.clauses[who[i]].Qty && p.sent > 0 {
			n = 0
		}
		p.left, p.sent = p.left-n, p.sent+n
		need[i] = n
	}
}
