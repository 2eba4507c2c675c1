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

// maxModes bounds the modes of an order kind.
const maxModes = 24

// orderForm is what the fields of a kind in a mode must be like, all at once. The
// bounds of numbers that are not used are 0.
type orderForm struct {
	used, needed fieldSet // needed: ids and days that must not be 0
	qty          [2]int64
	price        [2]units.Price
	share        [2]units.PPM
	weeks        [2]int32
}

var orderForms = forms()

func forms() (all [orderKinds][maxModes]orderForm) {
	for k := OrderNone + 1; k < orderKinds; k++ {
		for mode := range all[k] {
			for _, f := range orderSpecs[k].FieldsOf(uint8(mode)) {
				all[k][mode].enter(f)
			}
		}
	}
	return all
}

// enter adds a field to a form.
func (m *orderForm) enter(f FieldSpec) {
	m.used |= 1 << f.Field
	switch f.Field {
	case FieldQty:
		m.qty = [2]int64{f.Min, f.Max}
	case FieldPrice:
		m.price = [2]units.Price{units.Price(f.Min), units.Price(f.Max)}
	case FieldShare:
		m.share = [2]units.PPM{units.PPM(f.Min), units.PPM(f.Max)}
	case FieldWeeks:
		m.weeks = [2]int32{int32(f.Min), int32(f.Max)}
	case FieldPeer, FieldSite, FieldDest, FieldFamily, FieldRegion, FieldProgram, FieldModel, FieldPerson, FieldSegment, FieldWhen:
		if !f.Optional {
			m.needed |= 1 << f.Field
		}
	}
}

// fieldSet has a bit per FieldID.
type fieldSet uint32

// sets tells which fields of an order are not zero. The field that no kind uses
// yet counts as field 0, which is in no mask.
func (o *Order) sets() (s fieldSet) {
	s = bit(o.Mode != 0, FieldMode) | bit(o.Site != 0, FieldSite) | bit(o.Family != 0, FieldFamily) |
		bit(o.Qty != 0, FieldQty) | bit(o.Price != 0, FieldPrice) | bit(o.Share != 0, FieldShare)
	if int(o.Peer)|int(o.Dest)|int(o.Region)|int(o.Model)|int(o.Person)|int(o.Segment)|int(o.Program)|int(o.Offer) != 0 { // few orders have these
		s |= bit(o.Peer != 0, FieldPeer) | bit(o.Dest != 0, FieldDest) | bit(o.Region != 0, FieldRegion) | bit(o.Model != 0, FieldModel) |
			bit(o.Person != 0, FieldPerson) | bit(o.Segment != 0, FieldSegment) | bit(o.Program != 0, FieldProgram)
		if o.Offer != 0 {
			s |= 1
		}
	}
	if int64(o.Weights[0])|int64(o.Weights[1])|int64(o.Weights[2])|int64(o.When)|int64(o.Weeks)|int64(o.Set[0]|o.Set[1]) != 0 {
		s |= bit(o.Set[0]|o.Set[1] != 0, FieldSet) | bit(o.Weeks != 0, FieldWeeks) | bit(o.When != 0, FieldWhen) |
			bit(o.Weights[0]|o.Weights[1]|o.Weights[2] != 0, FieldWeights)
	}
	return s
}

// bit is the set of one field if it is set, else empty.
func bit(set bool, f FieldID) fieldSet {
	if set {
		return 1 << f
	}
	return 0
}
