package sim

import "entangle/sim/units"

// HasTalent tells whether there is a market for people.
func (v View) HasTalent() bool { return v.w.hasTalent() }

// Crew returns the people of a tier of the company's own.
func (v View) Crew(t Tier) Crew { return *v.w.crew(v.who, t) }

// OwnCrew is Crew where it stands; read only.
func (v View) OwnCrew(t Tier) *Crew { return v.w.crew(v.who, t) }

// OwnTeam is what the company's people have in common, where it stands; read only.
func (v View) OwnTeam() *Team { return &v.w.teams[v.who] }

// Wage is the public market pay of a tier, dollars a year.
func (v View) Wage(t Tier) float64 { return v.w.labour.Wage[t] }

// Tight is how tight the market for a tier was last month: the log of open places
// over people who looked. It is public.
func (v View) Tight(t Tier) float64 { return v.w.labour.Tight[t] }

// SoftwareNeed is how many conventional software staff the company's work takes,
// with what agents do taken off.
func (v View) SoftwareNeed() int64 {
	return units.Whole(v.w.softwareNeed(v.who), maxExact)
}

// Offices is how many offices of the company's own are planned or open.
func (v View) Offices() (n int) {
	list := (*[officesPerCompany]Office)(v.w.officesOf(v.who))
	for i := range list {
		n += int(uint32(-int32(list[i].Region)) >> 31) // which of them are nobody could guess
	}
	return n
}

// HiresIn tells whether the company can have an office in a region.
func (v View) HiresIn(r RegionID) bool { return v.w.sc.hiresIn(v.who, r) }

// OfficesIn adds to a list by region how many open offices compete for people there.
func (v View) OfficesIn(list []int32) {
	for i := range v.w.offices {
		if k := &v.w.offices[i]; k.Open {
			list[k.Region]++
		}
	}
}

// Span is how many weeks the scenario has.
func (v View) Span() int { return int(v.w.sc.weeks) }
