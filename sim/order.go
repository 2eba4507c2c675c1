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

	check func(w *World, o *Order) Refusal
	apply func(w *World, o *Order)
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
func (s *OrderSpec) FieldsOf(mode uint8) []FieldSpec {
	for i := range s.Modes {
		if s.Modes[i].Mode == mode {
			return s.Modes[i].Fields
		}
	}
	return s.Fields
}

// number reads a field that holds a quantity; ok is false for the others.
func (o *Order) number(f FieldID) (v *int64, ok bool) {
	switch f {
	case FieldQty:
		return &o.Qty, true
	case FieldPrice:
		return (*int64)(&o.Price), true
	case FieldShare:
		return (*int64)(&o.Share), true
	}
	return nil, false
}

// Number returns a quantity field of the order in base units, 0 for the fields
// that are none.
func (o Order) Number(f FieldID) int64 {
	if v, ok := o.number(f); ok {
		return *v
	}
	if f == FieldWeeks {
		return int64(o.Weeks)
	}
	return 0
}

// SetNumber sets a quantity field, in base units.
func (o *Order) SetNumber(f FieldID, v int64) {
	if at, ok := o.number(f); ok {
		*at = v
	} else if f == FieldWeeks {
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
