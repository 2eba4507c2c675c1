package sim

// refs are the fields of an order that point at something, and at what. All that
// reads, writes, checks or tells orders goes by this list.
var refs = [...]struct {
	of  Entity
	get func(o *Order) int32
	set func(o *Order, id int32)
}{
	FieldPeer:    {OfCompany, func(o *Order) int32 { return int32(o.Peer) }, func(o *Order, id int32) { o.Peer = CompanyID(id) }},
	FieldSite:    {OfSite, func(o *Order) int32 { return int32(o.Site) }, func(o *Order, id int32) { o.Site = SiteID(id) }},
	FieldDest:    {OfSite, func(o *Order) int32 { return int32(o.Dest) }, func(o *Order, id int32) { o.Dest = SiteID(id) }},
	FieldFamily:  {OfFamily, func(o *Order) int32 { return int32(o.Family) }, func(o *Order, id int32) { o.Family = FamilyID(id) }},
	FieldRegion:  {OfRegion, func(o *Order) int32 { return int32(o.Region) }, func(o *Order, id int32) { o.Region = RegionID(id) }},
	FieldProgram: {OfProgram, func(o *Order) int32 { return int32(o.Program) }, func(o *Order, id int32) { o.Program = ProgramID(id) }},
	FieldModel:   {OfModel, func(o *Order) int32 { return int32(o.Model) }, func(o *Order, id int32) { o.Model = ModelID(id) }},
	FieldPerson:  {OfPerson, func(o *Order) int32 { return int32(o.Person) }, func(o *Order, id int32) { o.Person = PersonID(id) }},
	FieldSegment: {OfSegment, func(o *Order) int32 { return int32(o.Segment) }, func(o *Order, id int32) { o.Segment = SegmentID(id) }},
	FieldChoice:  {OfChoice, func(o *Order) int32 { return int32(o.Choice) }, func(o *Order, id int32) { o.Choice = ChoiceID(id) }},
}

// Entity is what a field of an order points at; OfNone for one that points at nothing:
// a number, a mode, a set, weights or a date.
func (f FieldID) Entity() Entity {
	if int(f) >= len(refs) {
		return OfNone
	}
	return refs[f].of
}

// Ref is what a field of an order points at, the id 0 if it is empty; false for a field
// that points at nothing.
func (o *Order) Ref(f FieldID) (Ref, bool) {
	of := f.Entity()
	if of == OfNone {
		return Ref{}, false
	}
	return Ref{of, refs[f].get(o)}, true
}

// SetRef lets a field of an order point at something; other fields stay as they are.
func (o *Order) SetRef(f FieldID, id int32) {
	if f.Entity() != OfNone {
		refs[f].set(o, id)
	}
}

// entityNames are the words of error messages.
var entityNames = [...]string{OfWorld: "world", OfCompany: "company", OfRegion: "region", OfFamily: "chip family", OfSegment: "segment",
	OfSite: "site", OfContract: "contract", OfProgram: "programme", OfModel: "model", OfPerson: "person", OfIncident: "event", OfChoice: "choice"}

// String names a kind of thing in error messages, which are English.
func (e Entity) String() string { return entityNames[e] }
