package sim

import "entangle/sim/units"

// Contract is an agreement of two companies; what is owed stands in its clauses.
type Contract struct {
	ID      ContractID   // 0: the row is free
	Serial  int32        // how often the row was used
	Parties [2]CompanyID // the first asked for it: it counts against his limit
	Start   units.Date
	End     units.Date
	Signed  EventID
	Clauses int32 // first clause row
	Missed  uint8 // weeks in a row with a payment missed
	Turn    uint8 // which week of four it is billed in, from 1; 0: each week
}

// ClauseKind is a kind of duty.
type ClauseKind uint8

// The kinds of clause.
const (
	ClauseNone     ClauseKind = iota
	ClausePay                 // From pays To
	ClauseCapacity            // From runs chips for To
	ClauseDeliver             // From sells chips to To
	ClauseLicence             // From lets To run its models
	ClauseBooking             // From will run compute for To that may still have to be built
	clauseKinds
)

// Clause is one duty of a contract. Its kind says which fields mean what; see
// the clause_*.go file of the kind. What bills and books of orders look at each time comes
// first, see Company.
type Clause struct {
	Kind      ClauseKind
	Base      PayBase
	Use       LicenceUse // (licence)
	Ahead     bool       // begins on a later day (capacity)
	Covered   bool       // its deposit is that of long queues or more (deliver)
	Steps     uint8      // in which it is handed over (booking)
	Every     uint8      // weeks between them (booking)
	Late      uint8      // weeks in a row that some of it was missing (booking)
	Exit      uint8      // weeks of that after which To may leave for nothing; 0: never (booking)
	From, To  CompanyID
	Family    FamilyID
	Site      SiteID
	Fleet     int32 // row of Family at Site (capacity, deliver)
	Contract  ContractID
	Next      int32     // next clause of the contract, or next free row
	Mate      int32     // next rental, order for chips, or licence, of To; next booking of all
	Behind    int32     // next order in the designer's book of Family (deliver)
	Qty       int64     // chips; dollars a week; a model; thousandths of an H100e; dollars still prepaid (rent)
	Delivered int64     // since the start of the contract
	Now       int64     // in the last week (deliver: when the designer last shared out; booking: handed over)
	Owed      units.USD // fell due and stayed unpaid (pay)
	Price     units.Price
	Share     units.PPM
	Advance   units.USD // paid ahead for chips that have not come (deliver)
	Since     int32     // the first week of which Delivered does not know yet (capacity)
	Before    int32     // the order before it in that book, 0 none
}

// ofChips tells whether clauses of a kind are about chips at a site.
func (k ClauseKind) ofChips() bool { return k == ClauseCapacity || k == ClauseDeliver }

// sign makes a contract without clauses that a asked b for, and that is billed in a
// turn. The caller has checked a's limit, which keeps rows free, and schedules the
// contract once its clauses are there.
func (w *World) sign(a, b CompanyID, start, end units.Date, turn uint8, by EventID) ContractID {
	row := w.freeContract()
	k := &w.contracts[row]
	serial := k.Serial
	*k = Contract{ID: ContractID(serial<<contractRowBits | row), Serial: serial + 1,
		Parties: [2]CompanyID{a, b}, Start: start, End: end, Signed: by, Turn: turn}
	w.companies[a].Contracts++
	return k.ID
}

func (w *World) freeContract() int32 {
	if row := w.head.FreeContract; row != 0 {
		w.head.FreeContract = w.contracts[row].Clauses
		return row
	}
	w.contracts = append(w.contracts, Contract{})
	return int32(len(w.contracts) - 1)
}

func (w *World) freeClause() int32 {
	if row := w.head.FreeClause; row != 0 {
		w.head.FreeClause = w.clauses[row].Next
		return row
	}
	w.clauses = append(w.clauses, Clause{})
	return int32(len(w.clauses) - 1)
}

// add puts a clause into a contract; clauses keep the order in which they came.
func (w *World) add(id ContractID, clause *Clause) {
	row := w.freeClause()
	c := &w.clauses[row]
	*c = *clause
	c.Contract, c.Next = id, 0
	if c.Kind.ofChips() {
		c.Fleet = w.fleetOf(c.Site, c.Family)
	}
	w.list(row)
	at := &w.contracts[id.row()].Clauses
	for *at != 0 {
		at = &w.clauses[*at].Next
	}
	*at = row
}
