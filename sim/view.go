package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// View is what one company may know, as methods. Own figures are exact, public
// ones too; rivals' books come with an error that is keyed by (viewer, rival,
// metric, quarter), so that looking twice teaches nothing.
type View struct {
	w   *World
	who CompanyID
}

// View returns the view of a company; the zero View knows nothing.
func (w *World) View(who CompanyID) View { return View{w, who} }

// Who is the company that looks.
func (v View) Who() CompanyID { return v.who }

// Date is the day on which the coming week begins.
func (v View) Date() units.Date { return v.w.Date() }

// Weeks is how many weeks are left.
func (v View) Weeks() int { return int(v.w.sc.weeks - v.w.head.Tick) }

// Own returns the company's own row.
func (v View) Own() Company { return v.w.companies[v.who] }

// OwnRow is Own where it stands; read only.
func (v View) OwnRow() *Company { return &v.w.companies[v.who] }

// NextLook is the first day on which an area of the company's plan wants to look again.
func (v View) NextLook() units.Date { return v.w.companies[v.who].Plan.Wake }

// Sites gives the company's own sites, from inclusive to exclusive.
func (v View) Sites() (from, to SiteID) {
	info := &v.w.sc.companies[v.who]
	return info.siteFrom, info.siteTo
}

// Site returns an own site; another company's is the zero Site.
func (v View) Site(s SiteID) Site {
	if v.w.sc.sites[s].owner != v.who {
		return Site{}
	}
	return v.w.sites[s]
}

// OwnSite is Site where it stands; read only.
func (v View) OwnSite(s SiteID) *Site {
	if v.w.sc.sites[s].owner == v.who { // as always: what is usual stands first, for there no jump is to be guessed
		return &v.w.sites[s]
	}
	return &v.w.sites[0]
}

// Claimed is the power that all chips at the site will need, those included that are
// ordered or being installed.
func (s *Site) Claimed() units.KW { return s.Ordered + s.Coming + s.Needed }

// Claimed is that of an own site.
func (v View) Claimed(s SiteID) units.KW { return v.OwnSite(s).Claimed() }

// Energised is the power live at an own site.
func (v View) Energised(s SiteID) units.KW {
	if v.w.sc.sites[s].owner != v.who {
		return 0
	}
	return v.w.sites[s].Energised
}

// Holds tells whether the company has anything at an own site, on it or under way.
func (v View) Holds(s SiteID) bool {
	return v.w.sc.sites[s].owner == v.who && (v.w.sites[s].Fleets != 0 || !v.w.isBare(s))
}

// HeldSites appends the own sites of which Holds is true, and adds up Claimed and Energised
// of them, and their halls, with those that were announced at the start.
func (v View) HeldSites(list []SiteID) (held []SiteID, claimed, live, halls units.KW) {
	w, n := v.w, len(list)
	list = list[:cap(list)]
	for s := w.firstHeld(v.who); s != 0; s = w.nextHeld(s) {
		row, holds := &w.sites[s], 1 // or 0, without a branch: nobody could guess
		if w.sc.sites[s].plot {
			holds = 0
		}
		if int64(row.Fleets)|int64(row.Projects)|int64(row.Shell+row.Grid) != 0 {
			holds = 1
		}
		if n < len(list) {
			list[n] = s // and the next over it
		} else {
			list = append(list, s)
		}
		n += holds
		claimed += row.Claimed() & -units.KW(holds)
		live += row.Energised & -units.KW(holds)
		halls += row.Shell + w.dueAt[s].sum[ProjectWork]
	}
	return list[:n], claimed, live, halls
}

// Facility is the power that n chips of a family need at a site.
func (v View) Facility(s SiteID, f FamilyID, n units.Chips) units.KW {
	return drawOf(n, v.w.wattsAt(s, f))
}

// PUE is the facility power at a site over what its chips draw.
func (v View) PUE(s SiteID) units.PPM { return v.w.sites[s].PUE }

// Watts is the facility power of one chip of a family at a site.
func (v View) Watts(s SiteID, f FamilyID) int64 { return v.w.wattsAt(s, f) }

// ChipsFor is how many chips of a family a facility power runs at a site.
func (v View) ChipsFor(s SiteID, f FamilyID, power units.KW) units.Chips {
	return fitOf(power, v.w.wattsAt(s, f))
}

// Block is the chips of one family at an own site.
type Block struct {
	Family                      FamilyID
	Ready, Running, Let, Posted units.Chips
	Floor                       units.Price
	From                        units.Date  // of the offer; 0: now
	Later                       units.Chips // let from a later day
}

// FirstBlock starts a walk over the chips at an own site; it is 0 when there are
// none. NextBlock goes on, Block reads.
func (v View) FirstBlock(s SiteID) int32 {
	if v.w.sc.sites[s].owner == v.who {
		return v.w.sites[s].Fleets
	}
	return 0
}

// FirstFleet is the first own site with chips, and the family of those that a walk over it
// starts with; 0 where there are none.
func (v View) FirstFleet() (SiteID, FamilyID) {
	for s := v.w.firstHeld(v.who); s != 0; s = v.w.nextHeld(s) {
		if at := v.w.sites[s].Fleets; at != 0 {
			return s, v.w.fleets[at].Family
		}
	}
	return 0, 0
}

// NextBlock is the next of the walk, 0 at its end.
func (v View) NextBlock(at int32) int32 {
	if v.w.sc.sites[v.w.fleets[at].Site].owner != v.who {
		return 0
	}
	return v.w.fleets[at].Next
}

// Block reads the chips that a walk stands at.
func (v View) Block(at int32) Block {
	f := &v.w.fleets[at]
	if v.w.sc.sites[f.Site].owner != v.who {
		return Block{}
	}
	return Block{f.Family, f.Ready, f.Running, f.Let, f.Posted, f.Floor, f.From, f.Later}
}

// OwnBlock is Block where it stands; read only.
func (v View) OwnBlock(at int32) *Fleet {
	owner := v.w.sc.sites[v.w.fleets[at].Site].owner
	return &v.w.fleets[at&((int32(owner^v.who)-1)>>31)] // the first row, nobody's, of others: a jump would have to be guessed
}

// Families is the number of chip families; ids run from 1.
func (v View) Families() int { return v.w.sc.Families() }

// Market is what is public of a chip family.
type Market struct {
	Designer CompanyID
	ForSale  bool // to this company
	H100e    units.H100e
	Watts    int64
	List     units.USD
	Cost     units.USD // of one chip to this company: the list price, or for an own design what it takes to build it
	Lead     float64   // weeks
}

// Family returns what is public of a chip family.
func (v View) Family(f FamilyID) (k Market) {
	v.FamilyTo(f, &k)
	return k
}

// FamilyTo writes Family to k.
func (v View) FamilyTo(f FamilyID, k *Market) {
	row, info := &v.w.families[f], &v.w.sc.families[f]
	k.Designer, k.ForSale, k.H100e, k.Watts = info.designer, v.onSale(f), row.H100e, row.Watts
	k.List, k.Cost, k.Lead = row.List, v.CostOf(f), row.Lead
}

// H100eOf is the compute of one chip of a family.
func (v View) H100eOf(f FamilyID) units.H100e { return v.w.families[f].H100e }

// WattsOf is what one draws, without cooling.
func (v View) WattsOf(f FamilyID) int64 { return v.w.families[f].Watts }

// ListOf is the price of one.
func (v View) ListOf(f FamilyID) units.USD { return v.w.families[f].List }

// LeadOf is how many weeks those wait who order a family now.
func (v View) LeadOf(f FamilyID) float64 { return v.w.families[f].Lead }

// CostOf is what one chip costs the company: see Market.
func (v View) CostOf(f FamilyID) units.USD {
	row := &v.w.families[f]
	cost := row.costs(v.w.sc.families[f].designer == v.who)
	if len(v.w.burdens) > 0 { // else there are no duties
		cost = v.withDuty(f, cost)
	}
	return cost
}

// withDuty adds the duty that the company pays. Its code stands aside: a call is thought to
// be rare, so that nobody has to jump over it.
//
//go:noinline
func (v View) withDuty(f FamilyID, cost units.USD) units.USD {
	if duty := v.w.account(v.who, f).Duty; duty > 0 {
		cost += units.USD(duty.Of(int64(cost)))
	}
	return cost
}

// DesignsAny tells whether the company ever designs chips.
func (v View) DesignsAny() bool { return v.w.sc.companies[v.who].designs != 0 }

// Board returns the cheapest public offers of capacity, the cheapest first.
func (v View) Board() []Listing { return v.w.board }

// EnergyPrice is the public price of energy where a site is, per MWh.
func (v View) EnergyPrice(s SiteID) units.Price { return v.w.regions[v.w.sc.sites[s].region].Energy }

// Price is the public price per H100e-hour at which a company serves customers.
func (v View) Price(c CompanyID) units.Price { return v.w.companies[c].Price }

// Slots is how many chips of a family the designer still books, also from what he
// holds back for those who pay a premium if with is set.
func (v View) Slots(f FamilyID, with bool) int64 { return v.w.slots(f, with) }

// MinPrepaid is the least share of an order for a family that is paid at signing.
func (v View) MinPrepaid(f FamilyID) units.PPM { return v.w.leastPrepaid(f) }

// MaxTerm is the longest rental in weeks.
func (v View) MaxTerm() int32 { return v.w.params.MaxTerm }

// PaysRent tells whether the company has the rent of some compute at hand that a bidder must
// have.
func (v View) PaysRent(price units.Price, h units.H100e) bool {
	return v.w.spend(v.who, rentOfBid(price, h)).Allowed()
}

// CanSign tells whether the company may sign one more contract.
func (v View) CanSign() bool { return v.w.companies[v.who].Contracts < contractsPerCompany }

// Cost is the attention that an order of the company takes.
func (v View) Cost(o Order) int64 {
	if o.Kind >= orderKinds {
		return 0
	}
	o.By = v.who
	return v.w.costOf(&o)
}

// Wait is how many weeks an order of the company waits in its organisation.
func (v View) Wait(o Order) int32 {
	if o.Kind >= orderKinds {
		return 0
	}
	return v.w.delay(v.who, o.Kind, o.Escalate)
}

// Terms is the attention that an order of a kind takes, not escalated, and how many
// weeks it waits.
func (v View) Terms(k OrderKind) (cost int64, weeks int32) {
	return v.w.terms(v.who, k)
}

// Shadow returns the company's shadow values by resource: dollars of yearly gross
// margin for one percent more.
func (v View) Shadow() [ResourceCount]float64 { return v.w.Shadow(v.who) }

// Binding is the resource that the company would gain most by; false when more
// of none would help.
func (v View) Binding() (Resource, bool) { return v.w.Binding(v.who) }

// Hold is what holds the company back.
func (v View) Hold() Hold { return v.w.Hold(v.who) }

// Check tells whether an order of the company could be given now.
func (v View) Check(o Order) Refusal {
	v.w.room.draft = o
	v.w.room.draft.By = v.who
	return v.w.check(&v.w.room.draft)
}

// Attends tells whether the leadership has the attention for an order of a kind, and place
// for it if it waits.
func (v View) Attends(k OrderKind) bool {
	return v.w.attend(&Order{Kind: k, By: v.who}).Allowed()
}

// Passes tells whether an order whose form is right could be given now. Strategies fill in
// forms; whether all fields are in bounds is checked when it is taken.
func (v View) Passes(o *Order) bool {
	r := v.w.checkMatter(o)
	return o.By == v.who && r.Allowed()
}

// Estimate is what the company believes of a figure of another, by the index of
// the metric in Metrics: exact for its own, with an error otherwise, the same
// for a quarter.
func (v View) Estimate(metric int, id int32) float64 {
	m := metrics[metric]
	value := m.Read(v.w, id)
	rival := (m.Of == OfCompany || m.Of == OfSite || m.Of == OfProgram || m.Of == OfPerson) && v.w.ownerOf(m.Of, id) != v.who
	if !rival || isPublic(m.Name) {
		return value
	}
	quarter := int32(v.w.quarter)
	key := rng.At(v.w.head.Seed, quarter)
	other := v.w.sc.companies[v.w.ownerOf(m.Of, id)].key
	s := key.Stream(streamFog, v.w.sc.companies[v.who].key+3*other+uint64(metric)<<20+uint64(id))
	return float64(value * detmath.QuickExp(float64(v.w.blur(v.who, v.w.ownerOf(m.Of, id), metric)*s.Normal())))
}

// isPublic tells whether everybody can read a company's metric: what is posted
// for customers to see.
func isPublic(name string) bool {
	return name == "price" || name == "best_model_eci" || name == "trust"
}

// ownerOf is the company that a company's, a site's or a programme's id belongs to.
func (w *World) ownerOf(of Entity, id int32) CompanyID {
	switch of {
	case OfSite:
		return w.sc.sites[id].owner
	case OfProgram:
		return w.sc.programs[id].owner
	case OfPerson:
		return w.people[id].Employer
	}
	return CompanyID(id)
}

// rivalError is the standard deviation of the log error of an estimate of a
// rival: 25 percent for chips (play.md 8) at about 90 percent confidence.
const rivalError = 0.15

// Draw is a number in (0, 1) for the company's own use, one per area and week.
func (v View) Draw(a Area) float64 {
	key := rng.At(v.w.head.Seed, v.w.head.Tick)
	s := key.Stream(streamPolicy, v.w.sc.companies[v.who].key+uint64(a))
	return s.Float64()
}
