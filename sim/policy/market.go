package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// serves tells whether a company lives by customers of its own rather than by
// tenants: then it rents and builds for them. One branch for two, for nobody could guess
// either of a company.
func (m *mind) serves() bool { return min(units.H100e(m.own.Offers), m.own.Wanted-m.own.Let) > 0 }

// keepsFor tells whether customers of the company's own pay more for an hour of compute
// than tenants would.
func (m *mind) keepsFor(floor units.Price) bool { return m.own.Offers > 0 && m.own.Price > floor }

const (
	// marginOfLead is what a point of quality adds to a price: 0.35 over the margin of
	// two that a model without a lead has (economics.md 5).
	marginOfLead = 0.175
	usualLead    = 6.0 // points over the best open weights, where there are none (economics.md 5)
	busyPremium  = 0.5 // more where all room is taken
	mostPremium  = 2.0
)

// setMatching says how closely prices follow the lowest of like quality: the thrifty
// and the patient undercut less, who has a lead asks for it, who has no room to
// spare need not follow, and who loses customers to others does.
func (m *mind) setMatching() {
	quality, products, matching, now := 0.0, 0, 0, units.PPM(0)
	for _, s := range m.Sold() {
		if p := m.OwnProduct(s); p.On && m.Need(s) != sim.NeedCompute {
			products++
			quality = max(quality, p.Quality)
			match, premium := 0, now // which of them match nobody could guess
			if p.Match {
				match, premium = 1, p.Premium
			}
			matching, now = matching+match, premium
		}
	}
	if products == 0 {
		return
	}
	lead := usualLead
	if open := m.OpenBest(); open != 0 {
		_, q := m.OfModel(open)
		lead = max(quality-q, 0)
	}
	premium := lean(m.Patience, 0, 0.15) + float64(marginOfLead*lead)
	if m.own.Wanted > m.room() {
		premium += busyPremium
	}
	if want := ppm(min(premium, mostPremium)); matching < products || far(int64(want+units.One), int64(now+units.One)) {
		m.setShare(sim.PolicyMatch, want)
	}
}

const (
	worthHosting = 0.25 // of utility, for which a model of others is taken in: an eighth of customers more
	coreLag      = 8.0  // points behind what can be licensed, at which a product loses its users (economics.md 6)
	hurriedLag   = 4.0
)

// takeModels licenses models of others: to host them where customers take any model
// and would like it better, or as the core of the own products where the own model
// has fallen far behind. The patient wait longer for their own people.
func (m *mind) takeModels() {
	hosted := m.Hosted()
	if hosted[0] == 0 || !m.CanSign() {
		return
	}
	patientLag := lean(m.Patience, hurriedLag, coreLag)
	host, pleased := sim.SegmentID(0), 0.0 // most sell what they host to one segment
	for _, model := range hosted {
		if model == 0 {
			continue
		}
		owner, quality := m.OfModel(model)
		sold, ahead := m.SoldFor(sim.NeedHosting), quality-m.own.Quality > patientLag
		if ahead { // mostly not, then no product need be looked at
			sold = m.Sold()
		}
		if len(sold) == 0 || owner == m.Who() || !m.LetsRun(owner) || m.LicenceFrom(owner) != 0 {
			continue
		}
		for _, s := range sold {
			switch m.Need(s) {
			case sim.NeedHosting:
				if s != host {
					host, pleased = s, m.Pleased(s)
				}
				if m.Pleases(s, model)-pleased > worthHosting {
					m.license(model, sim.LicenceHost)
					return
				}
			case sim.NeedModel:
				if p := m.OwnProduct(s); p.On && quality-p.Quality > patientLag {
					m.license(model, sim.LicenceCore)
					return
				}
			}
		}
	}
}

// license licenses a model of another for a use.
func (m *mind) license(model sim.ModelID, use sim.LicenceUse) {
	m.order(&sim.Order{Kind: sim.OrderLicenseModel, Mode: uint8(use), Model: model, Weeks: min(max(m.term(), 26), m.MaxTerm())})
}
