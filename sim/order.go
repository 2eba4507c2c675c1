package sim

import "entangle/sim/units"

// Order is a company's decision, as a row: comparable, loggable, no allocation.
// The spec of its kind says which fields it uses; the others must be zero.
type Order struct {
	Kind     OrderKind
	Mode     uint8
	Escalate bool // reserved: pass the organisation by
	By, Peer CompanyID
	Site     SiteID
	Dest     SiteID
	Region   RegionID
	Family   FamilyID
	Model    ModelID
	Person   PersonID
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

// OrderSpec describes a kind of order. From it come checks, help, the orders
// file and, later, forms.
type OrderSpec struct {
	Kind   OrderKind
	Name   string
	Fields []FieldSpec
	Modes  []ModeSpec // with these, Fields only names the mode

	check func(w *World, o Order) Refusal
	apply func(w *World, o Order)
}

var orderSpecs = [orderKinds]OrderSpec{
	OrderChips:      chipsSpec,
	OrderRent:       rentSpec,
	OrderOpenFleet:  openFleetSpec,
	OrderPlaceFleet: placeFleetSpec,
	OrderSetPolicy:  setPolicySpec,
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
	for i := range s.Modes {
		if s.Modes[i].Mode == mode {
			return s.Modes[i].Fields
		}
	}
	return s.Fields
}

// Number returns a quantity field of the order in base units, 0 for the fields
// that are none.
func (o Order) Number(f FieldID) int64 {
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
	out := Order{Kind: o.Kind, By: o.By}
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
		default:
			out.SetNumber(fields[i].Field, o.Number(fields[i].Field))
		}
	}
	return out
}

// maxModes bounds the modes of an order kind.
const maxModes = 8

// orderMasks has a bit per field that a kind uses in a mode.
var orderMasks = masks()

func masks() (all [orderKinds][maxModes]fieldSet) {
	for k := OrderNone + 1; k < orderKinds; k++ {
		for mode := range all[k] {
			for _, f := range orderSpecs[k].FieldsOf(uint8(mode)) {
				all[k][mode] |= 1 << f.Field
			}
		}
	}
	return all
}

// fieldSet has a bit per FieldID.
type fieldSet uint32

// sets tells which fields of an order are not zero. A field that no kind uses
// yet counts as field 0, which is in no mask.
func (o *Order) sets() (s fieldSet) {
	if o.Escalate || o.Region|RegionID(o.Model)|RegionID(o.Person)|RegionID(o.Program) != 0 || o.Offer != 0 ||
		o.Weights != [3]units.PPM{} || o.When != 0 {
		s |= 1
	}
	for _, f := range [...]struct {
		set bool
		bit FieldID
	}{{o.Mode != 0, FieldMode}, {o.Peer != 0, FieldPeer}, {o.Site != 0, FieldSite}, {o.Dest != 0, FieldDest},
		{o.Family != 0, FieldFamily}, {o.Qty != 0, FieldQty}, {o.Price != 0, FieldPrice}, {o.Share != 0, FieldShare},
		{o.Set != CompanySet{}, FieldSet}, {o.Weeks != 0, FieldWeeks}} {
		if f.set {
			s |= 1 << f.bit
		}
	}
	return s
}
