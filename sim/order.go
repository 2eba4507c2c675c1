package sim

import "entangle/sim/units"

// Order is a company's decision, as a row: comparable, loggable, no allocation.
// The spec of its kind says which fields it uses; the others must be zero.
type Order struct {
	Kind     OrderKind
	Mode     uint8
	Escalate bool // pass the organisation by: double attention, no wait
	Deputy   bool // given by the deputy of its area: takes no attention
	By, Peer CompanyID
	Site     SiteID
	Dest     SiteID
	Region   RegionID
	Family   FamilyID
	Model    ModelID
	Person   PersonID
	Segment  SegmentID
	Program  ProgramID
	Offer    OfferID
	Choice   ChoiceID
	Qty      int64
	Price    units.Price
	Share    units.PPM
	Weights  [3]units.PPM
	Set      CompanySet
	When     units.Date
	Weeks    int32
}

// OrderKind is a kind of order.
type OrderKind uint8

// The kinds of order.
const (
	OrderNone OrderKind = iota
	OrderChips
	OrderRent
	OrderOpenFleet
	OrderBook
	OrderPlaceFleet
	OrderSetPolicy
	OrderRation
	OrderBreakGround
	OrderJoinQueue
	OrderBridgePower
	OrderSignEnergy
	OrderMakePact
	OrderPortStack
	OrderGateSilicon

	// talent
	OrderLayOff
	OrderOpenOffice

	// Customers.
	OrderLicenseModel
	// Models.
	OrderStartRun
	OrderSteerRun
	OrderRelease
	OrderEnterBenchmark
	// Stars.
	OrderCourtStar
	OrderLiftTeam
	OrderRetain
	OrderRaiseEquity // capital
	OrderBorrow
	OrderGuide

	// Programmes.
	OrderGateProgramme

	// Organisation.
	OrderReorganise
	OrderDelegate
	OrderWarRoom
	OrderInvestigate

	// Events from outside.
	OrderAnswer
	OrderExpandSupply // of packaging or memory
	orderKinds
)

// FieldID names a field of Order.
type FieldID uint8

// The fields that specs can name.
const (
	FieldMode FieldID = iota + 1
	FieldPeer
	FieldSite
	FieldDest
	FieldFamily
	FieldQty
	FieldPrice
	FieldShare
	FieldSet
	FieldWeeks
	FieldRegion
	FieldProgram
	FieldWeights
	FieldWhen
	FieldModel
	FieldPerson
	FieldSegment
	FieldChoice
	FieldCount // of the numbers of fields; 0 is none
)

// FieldSpec describes a field as a kind of order uses it.
type FieldSpec struct {
	Field    FieldID
	Name     string     // key in orders files and documents
	Unit     units.Kind // of Qty, Price, Share, Weeks
	Optional bool
	Min, Max int64 // inclusive bounds of Qty, Price, Share, Weeks
}

// ModeSpec is one mode of an order that has several.
type ModeSpec struct {
	Mode   uint8
	Name   string
	Fields []FieldSpec
}

// Group is a part of the business that orders belong to, for lists and forms.
type Group uint8

// The groups.
const (
	GroupCompute Group = iota + 1
	GroupPower
	GroupTalent
	GroupModels
	GroupCapital
	GroupOrganisation
)

// OrderSpec describes a kind of order. From it come checks, help, the orders
// file and forms.
type OrderSpec struct {
	Kind      OrderKind
	Name      string
	Group     Group
	Attention int64 // points it takes of the week's attention
	Line      bool  // goes through the organisation: waits, unless escalated
	Fields    []FieldSpec
	Modes     []ModeSpec // with these, Fields only names the mode

	check func(w *World, o *Order) Refusal
	apply func(w *World, o *Order)
}

var orderSpecs = [orderKinds]OrderSpec{
	OrderChips:      chipsSpec,
	OrderRent:       rentSpec,
	OrderOpenFleet:  openFleetSpec,
	OrderBook:       bookSpec,
	OrderPlaceFleet: placeFleetSpec,
	OrderSetPolicy:  setPolicySpec,
	OrderRation:     rationSpec,

	OrderBreakGround: groundSpec,
	OrderJoinQueue:   queueSpec,
	OrderBridgePower: bridgeSpec,
	OrderSignEnergy:  energySpec,
	OrderMakePact:    pactSpec,
	OrderPortStack:   portStackSpec,
	OrderGateSilicon: gateSiliconSpec,

	OrderLayOff:     layOffSpec,
	OrderOpenOffice: openOfficeSpec,

	// Customers.
	OrderLicenseModel: licenseModelSpec,
	// Models.
	OrderStartRun:       startRunSpec,
	OrderSteerRun:       steerRunSpec,
	OrderRelease:        releaseSpec,
	OrderEnterBenchmark: enterBenchmarkSpec,
	// Stars.
	OrderCourtStar: courtStarSpec,
	OrderLiftTeam:  liftTeamSpec,
	OrderRetain:    retainSpec,

	OrderRaiseEquity: equitySpec,
	OrderBorrow:      borrowSpec,
	OrderGuide:       guideSpec,

	// Programmes.
	OrderGateProgramme: gateProgrammeSpec,

	OrderReorganise:  reorganiseSpec,
	OrderDelegate:    delegateSpec,
	OrderWarRoom:     warRoomSpec,
	OrderInvestigate: investigateSpec,

	OrderAnswer:       answerSpec,
	OrderExpandSupply: expandSpec,
}

// OrderSpecs lists the kinds of order.
func OrderSpecs() []OrderSpec {
	list := orderSpecs
	return list[1:]
}

// Spec describes the kind; the zero OrderSpec for one that is not known.
func (k OrderKind) Spec() OrderSpec {
	if k >= orderKinds {
		k = OrderNone
	}
	return orderSpecs[k]
}

// FieldsOf returns the fields that an order of this kind and mode uses.
func (s OrderSpec) FieldsOf(mode uint8) []FieldSpec {
	if at := int(mode) - 1; at >= 0 && at < len(s.Modes) {
		return s.Modes[at].Fields // modes count from 1
	}
	return s.Fields
}

// fields are the fields that an order uses.
func (o *Order) fields() []FieldSpec {
	if modes := orderSpecs[o.Kind].Modes; o.Mode > 0 && int(o.Mode) <= len(modes) {
		return modes[o.Mode-1].Fields
	}
	return orderSpecs[o.Kind].Fields
}

// Number returns a quantity field of the order in base units, 0 for the fields
// that are none.
func (o Order) Number(f FieldID) int64 { return o.number(f) }

func (o *Order) number(f FieldID) int64 {
	switch f {
	case FieldQty:
		return o.Qty
	case FieldPrice:
		return int64(o.Price)
	case FieldShare:
		return int64(o.Share)
	case FieldWeeks:
		return int64(o.Weeks)
	}
	return 0
}

// SetNumber sets a quantity field, in base units.
func (o *Order) SetNumber(f FieldID, v int64) {
	switch f {
	case FieldQty:
		o.Qty = v
	case FieldPrice:
		o.Price = units.Price(v)
	case FieldShare:
		o.Share = units.PPM(v)
	case FieldWeeks:
		o.Weeks = int32(min(max(v, -1<<31), 1<<31-1))
	}
}

// used returns a copy in which only the fields of the spec are left.
func (o Order) used(fields []FieldSpec) Order {
	out := Order{Kind: o.Kind, By: o.By, Escalate: o.Escalate && o.Kind.Spec().Line, Deputy: o.Deputy}
	for i := range fields {
		switch fields[i].Field {
		case FieldMode:
			out.Mode = o.Mode
		case FieldPeer:
			out.Peer = o.Peer
		case FieldSite:
			out.Site = o.Site
		case FieldDest:
			out.Dest = o.Dest
		case FieldFamily:
			out.Family = o.Family
		case FieldSet:
			out.Set = o.Set
		case FieldRegion:
			out.Region = o.Region
		case FieldProgram:
			out.Program = o.Program
		case FieldModel:
			out.Model = o.Model
		case FieldPerson:
			out.Person = o.Person
		case FieldSegment:
			out.Segment = o.Segment
		case FieldChoice:
			out.Choice = o.Choice
		case FieldWeights:
			out.Weights = o.Weights
		case FieldWhen:
			out.When = o.When
		default:
			out.SetNumber(fields[i].Field, o.Number(fields[i].Field))
		}
	}
	return out
}
