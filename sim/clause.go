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
	release func(w *World, k *Contract, c *Clause)                           // what ending the contract frees
}

// clauseSpecs has a row per kind. What a kind does in the week stands in the
// phases: deliveries are shared out in phase_deliveries.go and capacity in
// phase_compute.go, because both are scarce and must be cleared over all
// contracts at once; payments settle in phase_contracts.go.
var clauseSpecs = [clauseKinds]clauseSpec{
	ClausePay:      paySpec,
	ClauseCapacity: capacitySpec,
	ClauseDeliver:  deliverSpec,
	ClauseLicence:  licenceSpec,
	ClauseBooking:  bookingSpec,
}

// Name returns the kind as files spell it.
func (k ClauseKind) Name() string { return clauseSpecs[k].Name }

// end closes a contract and frees its rows. Debts still owed are lost to the
// creditor. kept is the compute that a renewal keeps for the tenant: what ends
// for him is the rest.
func (w *World) end(k *Contract, why EventKind, cause EventID, kept units.H100e) {
	by, peer := k.Parties[0], k.Parties[1]
	lost, ran := units.USD(0), units.H100e(0)
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		c := &w.clauses[at]
		switch c.Kind { // orders are most of what ends: they are called by name, see play
		case ClauseDeliver:
			releaseDeliver(w, k, c)
		case ClausePay:
			releasePay(w, k, c)
		default:
			if release := clauseSpecs[c.Kind].release; release != nil {
				release(w, k, c)
			}
		}
		lost += c.Owed
		if c.Kind == ClauseCapacity {
			by, peer = c.To, c.From // the tenant loses by it
			ran += units.H100e(c.Now) * w.families[c.Family].H100e
		}
	}
	w.emit(Event{Kind: why, Cause: cause, By: by, Peer: peer,
		Ref: Ref{OfContract, int32(k.ID)}, Qty: int64(max(ran-kept, 0)), Amount: int64(lost)})
	w.free(k)
}

// free gives the rows of a contract back.
func (w *World) free(k *Contract) {
	for at := k.Clauses; at != 0; {
		next := w.clauses[at].Next
		w.unlist(at)
		w.clauses[at] = Clause{Next: w.head.FreeClause}
		w.head.FreeClause = at
		at = next
	}
	w.companies[k.Parties[0]].Contracts--
	row := k.ID.row()
	*k = Contract{Serial: k.Serial, Clauses: w.head.FreeContract}
	w.head.FreeContract = row
	w.lookIn(row, 0)
}
