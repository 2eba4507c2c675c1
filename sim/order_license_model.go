package sim

import "entangle/sim/units"

// licenseModelSpec: license_model takes in a model that its maker lets others run, for
// the fee that he asks: to host it for customers who take any model, or as the core
// of all own products. The people who made the own model will not like the latter.
var licenseModelSpec = OrderSpec{
	Kind: OrderLicenseModel, Name: "license_model", Group: GroupModels, Attention: 1, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "licence_use"}},
	Modes:  []ModeSpec{{uint8(LicenceHost), "host", licenceFields}, {uint8(LicenceCore), "core", licenceFields}},
	check:  checkLicense, apply: applyLicense,
}

var licenceFields = []FieldSpec{{Field: FieldMode, Name: "licence_use"}, {Field: FieldModel, Name: "model"},
	{Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: minLicence, Max: maxWeeks}}

// minLicence is the shortest licence in weeks: a quarter.
const minLicence = 13

func checkLicense(w *World, o *Order) Refusal {
	from := w.sc.ModelOwner(o.Model)
	switch {
	case from == o.By:
		return Refusal{Reason: ReasonSamePeer, Field: FieldModel}
	case !w.sc.letsRun(from, o.By):
		return Refusal{Reason: ReasonExcluded, Field: FieldModel, Ref: Ref{OfCompany, int32(from)}}
	case !w.uses(o.By, LicenceUse(o.Mode)):
		return Refusal{Reason: ReasonServesNobody}
	}
	if most := int64(w.params.MaxTerm); int64(o.Weeks) > most {
		return Refusal{Reason: ReasonTooLarge, Field: FieldWeeks, Amounts: Amounts{int64(o.Weeks), max(most, minLicence)}}
	}
	for at := w.companies[o.By].Licences; at != 0; at = w.clauses[at].Mate {
		if k := &w.clauses[at]; k.Use == LicenceUse(o.Mode) && (k.From == from || k.Use == LicenceCore) {
			return Refusal{Reason: ReasonLicensed, Field: FieldModel, Ref: Ref{OfCompany, int32(k.From)}}
		}
	}
	if !on(w.sc.setup.Switches.Licences) || !w.offered(o.Model) || w.models[o.Model].Mode != ReleaseHosted {
		return Refusal{Reason: ReasonNotHosted, Field: FieldModel, Ref: Ref{OfModel, int32(o.Model)}}
	}
	return w.roomFor(o.By)
}

// uses tells whether a company offers anything that a licence of a use would serve.
func (w *World) uses(c CompanyID, use LicenceUse) bool {
	for _, s := range w.sold(c) {
		if need := w.sc.segments[s-1].need; need == NeedHosting || need == NeedModel && use == LicenceCore {
			return true
		}
	}
	return false
}

// lacksModel tells whether a company has customers to whom it sells nothing for want of a
// model.
func (w *World) lacksModel(c CompanyID) bool {
	for _, s := range w.sold(c) {
		if p := w.product(s, c); !p.On && p.Price > 0 {
			return true
		}
	}
	return false
}

func applyLicense(w *World, o *Order) {
	from := w.sc.ModelOwner(o.Model)
	e := w.emit(Event{Kind: EventLicenceSigned, Mode: o.Mode, By: o.By, Peer: from, Order: o.Kind, Ref: Ref{OfModel, int32(o.Model)},
		Qty: int64(o.Weeks), Amount: int64(w.models[o.Model].Fee)})
	w.license(o, from, o.Weeks, e)
	w.listed(o.By)
	if w.lacksModel(o.By) {
		w.news(o.By)
	}
	if LicenceUse(o.Mode) == LicenceCore && w.best(o.By) != 0 {
		w.disown(o.By)
	}
}

// otherHosted takes the best model that others may host and the company does not own.
func (w *World) otherHosted(o Order) (Order, bool) {
	for _, m := range w.head.Shelf.Hosted {
		if m != 0 && w.sc.ModelOwner(m) != o.By && w.sc.letsRun(w.sc.ModelOwner(m), o.By) && w.offered(m) && w.models[m].Mode == ReleaseHosted {
			o.Model = m
			return o, true
		}
	}
	return o, false
}
