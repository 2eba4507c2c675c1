package sim

import "entangle/sim/units"

// clauseSpec is all that the rest of the world knows of a kind of clause.
// A nil hook means the kind does nothing at that point.
type clauseSpec struct {
	Name  string
	Needs []string // keys of ClauseSetup it must have
	May   []string // keys it may have

	meaning func(c *compiler, path string, k *ClauseSetup, info *clauseInfo) // checks at Compile
	load    func(w *World, k *ClauseSetup, c *Clause)                        // start row from figures
	settle  func(w *World, k *Contract, c *Clause)                           // money, at the end of the week
	release func(w *World, k *Contract, c *Clause)                           // what ending the contract frees
}

// clauseSpecs has a row per kind. Deliveries are shared out in
// phase_deliveries.go and capacity in phase_compute.go, because both are scarce
// and must be cleared over all contracts at once.
var clauseSpecs = [clauseKinds]clauseSpec{
	ClausePay:      paySpec,
	ClauseCapacity: capacitySpec,
	ClauseDeliver:  deliverSpec,
}

// Name returns the kind as files spell it.
func (k ClauseKind) Name() string { return clauseSpecs[k].Name }

// end closes a contract and frees its rows. Debts still owed are lost to the
// creditor.
func (w *World) end(k *Contract, why EventKind, cause EventID) {
	by, peer := k.Parties[0], k.Parties[1]
	lost, ran := units.USD(0), units.H100e(0)
	for at := k.Clauses; at != 0; {
		c := &w.clauses[at]
		if release := clauseSpecs[c.Kind].release; release != nil {
			release(w, k, c)
		}
		lost += c.Owed
		if c.Kind == ClauseCapacity {
			by, peer = c.To, c.From // the tenant loses by it
			ran += units.H100e(c.Now) * w.families[c.Family].H100e
		}
		next := c.Next
		*c = Clause{Next: w.head.FreeClause}
		w.head.FreeClause = at
		at = next
	}
	w.emit(Event{Kind: why, Cause: cause, By: by, Peer: peer,
		Ref: Ref{OfContract, int32(k.ID)}, Qty: int64(ran), Amount: int64(lost)})
	w.companies[k.Parties[0]].Contracts--
	w.companies[k.Parties[1]].Contracts--
	row := k.ID.row()
	*k = Contract{Serial: k.Serial, Clauses: w.head.FreeContract}
	w.head.FreeContract = row
}
