package sim

import "math/bits"

// Ids are small integers into slices of rows. Id 0 is nobody and nothing: row 0
// of each slice stays empty, so a zero field means "none" in orders and events.
type (
	CompanyID int16
	RegionID  int16
	FamilyID  int16
	SegmentID int16
	SiteID    int16
	ModelID   int16
	PersonID  int16
	ProgramID int16
	OfferID   int32 // reserved for offers
	EventID   int32 // counts the events of a run from 1
)

// ContractID names one contract of a run and is never used again: the row in
// the low bits, how often that row was used before in the high ones.
type ContractID int32

const contractRowBits = 12 // 4,095 live contracts, 524,288 uses of a row

func (id ContractID) row() int32 { return int32(id) & (1<<contractRowBits - 1) }

// MaxCompanies bounds CompanySet, and with it a scenario.
const MaxCompanies = 128

// CompanySet is a set of companies.
type CompanySet [2]uint64

// Has tells whether c is in the set.
func (s *CompanySet) Has(c CompanyID) bool {
	at := uint(c) - 1
	return at < 64*uint(len(s)) && s[at>>6]>>(at&63)&1 != 0
}

// With returns the set with c added; c must be a company.
func (s CompanySet) With(c CompanyID) CompanySet {
	s[(c-1)>>6] |= 1 << (uint(c-1) & 63)
	return s
}

// Next takes the first company out of the set; it is 0 when nobody is left.
func (s *CompanySet) Next() CompanyID {
	at := 0
	if s[0] == 0 {
		at = 1
	}
	if s[at] == 0 {
		return 0
	}
	c := CompanyID(64*at + bits.TrailingZeros64(s[at]) + 1)
	s[at] &= s[at] - 1
	return c
}

// without returns the set without those of another.
func (s CompanySet) without(o CompanySet) CompanySet { return CompanySet{s[0] &^ o[0], s[1] &^ o[1]} }

// everybody is the set of all.
func everybody() CompanySet { return CompanySet{}.WithAllBut(CompanySet{}) }

// all tells whether nobody is missing.
func (s CompanySet) all() bool { return s[0]&s[1] == ^uint64(0) }

// WithAllBut returns the set with all added that are not in another.
func (s CompanySet) WithAllBut(o CompanySet) CompanySet {
	return CompanySet{s[0] | ^o[0], s[1] | ^o[1]}
}

// Entity is a kind of thing that has an id: what a metric belongs to, what a
// Ref points at.
type Entity uint8

// The entities.
const (
	OfNone Entity = iota
	OfWorld
	OfCompany
	OfRegion
	OfFamily
	OfSegment
	OfSite
	OfContract
	OfProgram
	OfModel
	OfPerson
	OfIncident
	OfChoice
)

// Ref points at one entity.
type Ref struct {
	Of Entity
	ID int32
}

// Party is whoever can hold money: a company (its CompanyID) or, below zero, one
// of the parties outside that the model does not play.
type Party int16

// The outside parties. They may run up any balance: they stand for the rest of
// the economy, and the sum over all parties never changes.
const (
	Customers  Party = -1 - iota // buy served compute
	Utilities                    // sell energy
	Foundries                    // build chips for the designers
	Payroll                      // staff and everything else in overhead
	Brokers                      // buy used chips
	Exchange                     // the spot market: takes from buyers what it gives to sellers
	Builders                     // build halls, sell turbines and batteries
	Neighbours                   // take what pacts give them
	Investors                    // buy shares
	Lenders                      // lend, and take interest
	Society                      // takes levies, duties and what events from outside cost
	outsiders  = 11
)

// PartyOf returns the party that is company c.
func PartyOf(c CompanyID) Party { return Party(c) }
