package sim

// investigateSpec: investigate has people find out about a company for a quarter of
// a year: estimates of its figures in the subject come with a third of the error.
var investigateSpec = OrderSpec{
	Kind: OrderInvestigate, Name: "investigate", Group: GroupOrganisation, Attention: 1,
	Fields: []FieldSpec{{Field: FieldMode, Name: "subject"}},
	Modes: []ModeSpec{{uint8(SubjectCompute), "compute", fileFields}, {uint8(SubjectPower), "power", fileFields},
		{uint8(SubjectPeople), "people", fileFields}, {uint8(SubjectModels), "models", fileFields}, {uint8(SubjectMoney), "money", fileFields}},
	check: checkInvestigate, apply: applyInvestigate,
}

var fileFields = []FieldSpec{{Field: FieldMode, Name: "subject"}, {Field: FieldPeer, Name: "rival"}}

// fileWeeks is how long what was found out holds.
const fileWeeks = 13

func checkInvestigate(w *World, o *Order) Refusal {
	org, open := &w.orgs[o.By], 0
	switch {
	case org.Form == FormNone || !on(w.sc.setup.Switches.Fog):
		return Refusal{Reason: ReasonNotPlayed}
	case o.Peer == o.By:
		return Refusal{Reason: ReasonSamePeer, Field: FieldPeer}
	}
	for i := range org.Files {
		f := &org.Files[i]
		if f.Until <= w.Date() {
			continue
		}
		if open++; f.Peer == o.Peer && f.Subject == Subject(o.Mode) {
			return Refusal{Reason: ReasonKnown, Amounts: Amounts{int64(f.Until-w.Date()+6) / 7, fileWeeks}, Ref: Ref{OfCompany, int32(o.Peer)}}
		}
	}
	if open == mostFiles {
		return Refusal{Reason: ReasonProjects, Amounts: Amounts{mostFiles, mostFiles}, Ref: Ref{OfCompany, int32(o.By)}}
	}
	return Refusal{}
}

func applyInvestigate(w *World, o *Order) {
	org := &w.orgs[o.By]
	for i := range org.Files {
		if org.Files[i].Until <= w.Date() {
			org.Files[i] = File{o.Peer, Subject(o.Mode), w.Date().AddWeeks(fileWeeks)}
			break
		}
	}
	w.emit(Event{Kind: EventInvestigated, By: o.By, Peer: o.Peer, Order: o.Kind, Qty: int64(o.Mode), Amount: fileWeeks})
}
