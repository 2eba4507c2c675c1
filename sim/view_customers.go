package sim

import "entangle/sim/units"

// Sold gives the segments to which the company offers something; read only.
func (v View) Sold() []SegmentID { return v.w.sold(v.who) }

// SoldFor gives those of them that need the same of a provider; read only.
func (v View) SoldFor(n Need) []SegmentID { return v.w.sc.companies[v.who].soldFor[n] }

// Product is what the company itself offers a segment.
func (v View) Product(s SegmentID) Product { return *v.w.product(s, v.who) }

// OwnProduct is Product where it stands; read only.
func (v View) OwnProduct(s SegmentID) *Product { return v.w.product(s, v.who) }

// Bears tells whether customers would put up with all of the company's prices raised by
// a share: what they think right shows in what they say.
func (v View) Bears(raise units.PPM) bool {
	for _, s := range v.w.sold(v.who) {
		p := v.w.product(s, v.who)
		if list := p.Price + units.Price(raise.Of(int64(p.Price))); p.On && v.w.segments[s].bearable(list) < list {
			return false
		}
	}
	return true
}

// Need is what a provider needs to serve a segment.
func (v View) Need(s SegmentID) Need { return v.w.sc.segments[s-1].need }

// Shelf is what of all models on offer others than their owners can run.
func (v View) Shelf() Shelf { return v.w.head.Shelf }

// OpenBest is the open weights that are worth most at what they cost, 0 none.
func (v View) OpenBest() ModelID { return v.w.head.Shelf.Open }

// Hosted is the best models that can be had for a fee, 0 none.
func (v View) Hosted() [4]ModelID { return v.w.head.Shelf.Hosted }

// MakerOf is whose model one is.
func (v View) MakerOf(m ModelID) CompanyID { return v.w.sc.ModelOwner(m) }

// LetsRun tells whether the company may take in the models of another.
func (v View) LetsRun(maker CompanyID) bool { return v.w.sc.letsRun(maker, v.who) }

// OfModel is what is public of a model that others may run: whose it is, and its
// quality as customers see it. Of other models it is nothing.
func (v View) OfModel(m ModelID) (owner CompanyID, quality float64) {
	owner = v.w.sc.ModelOwner(m)
	if !v.w.offered(m) || v.w.models[m].Mode == ReleaseClosed && owner != v.who {
		return owner, 0
	}
	return owner, v.w.appealing(m)
}

// LicenceFrom is the use of the first licence that the company holds from another, 0 none.
func (v View) LicenceFrom(c CompanyID) LicenceUse {
	for at := v.w.companies[v.who].Licences; at != 0; at = v.w.clauses[at].Mate {
		if k := &v.w.clauses[at]; k.From == c {
			return k.Use
		}
	}
	return 0
}

// Pleases is how customers of a segment would like the company's product, at what it costs,
// if it ran on a model for the fee that its maker asks.
func (v View) Pleases(s SegmentID, m ModelID) float64 {
	keeps := 1 - float64(v.w.models[m].Fee)/1e6
	return v.w.value(&v.w.segments[s], m, keeps, nearLog(keeps))
}

// Pleased is how they like it on what it runs on.
func (v View) Pleased(s SegmentID) float64 {
	g, p := &v.w.segments[s], v.w.product(s, v.who)
	if p.Model == 0 || !v.w.offered(p.Model) {
		return float64(g.Taste * g.Standard)
	}
	return v.w.value(g, p.Model, p.Keeps, nearLog(p.Keeps))
}
