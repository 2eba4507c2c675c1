package sim

import "entangle/sim/units"

// Title is the scenario's name.
func (s *Scenario) Title() Text { return s.setup.Title }

// About is the scenario's description.
func (s *Scenario) About() Text { return s.setup.About }

// Start is the first day.
func (s *Scenario) Start() units.Date { return s.setup.Start }

// End is the first day after the last week.
func (s *Scenario) End() units.Date { return s.setup.End }

// Weeks is how many weeks the scenario lasts.
func (s *Scenario) Weeks() int { return int(s.weeks) }

// Companies is the number of companies; their ids run from 1.
func (s *Scenario) Companies() int { return len(s.companies) - 1 }

// Sites is the number of sites; their ids run from 1.
func (s *Scenario) Sites() int { return len(s.sites) - 1 }

// Families is the number of chip families; their ids run from 1.
func (s *Scenario) Families() int { return len(s.families) - 1 }

// Segments is the number of segments; their ids run from 1.
func (s *Scenario) Segments() int { return len(s.segments) }

// Regions is the number of regions; their ids run from 1.
func (s *Scenario) Regions() int { return len(s.names.regions.ids) - 1 }

// Name returns the id of an entity as the scenario file spells it, or "".
func (s *Scenario) Name(r Ref) string {
	if n := s.table(r.Of); n != nil && r.ID >= 0 && int(r.ID) < len(n.ids) {
		return n.ids[r.ID]
	}
	return ""
}

// TitleOf returns the name of an entity shown to people.
func (s *Scenario) TitleOf(r Ref) Text {
	if n := s.table(r.Of); n != nil && r.ID >= 0 && int(r.ID) < len(n.titles) {
		return n.titles[r.ID]
	}
	return Text{}
}

// Find returns the number of an entity by its name in the file; 0 when there is
// none, with a hint at those there are.
func (s *Scenario) Find(of Entity, name string) (id int32, hint string) {
	n := s.table(of)
	if n == nil {
		return 0, ""
	}
	if id, ok := n.index[name]; ok {
		return id, ""
	}
	return 0, n.suggest(name)
}

// Owner returns the company that owns a site.
func (s *Scenario) Owner(site SiteID) CompanyID { return s.sites[site].owner }

// AboutOf is what the author says of a company; empty for most.
func (s *Scenario) AboutOf(c CompanyID) Text { return s.setup.Companies[c-1].About }

// Ranked tells whether a company has a place in the standings; one that stands for
// many has none.
func (s *Scenario) Ranked(c CompanyID) bool { return on(s.setup.Companies[c-1].Ranked) }

// ModelOwner returns the company that a model is or would be of.
func (s *Scenario) ModelOwner(m ModelID) CompanyID {
	return CompanyID((uint(m) + modelsPerCompany - 1) / modelsPerCompany) // no model is nobody's
}

// EventOf returns the event from outside that a choice belongs to.
func (s *Scenario) EventOf(k ChoiceID) IncidentID { return s.choices[k].incident }

// DateOf is the day that a scenario names for an event from outside; 0: it comes with a chance.
func (s *Scenario) DateOf(id IncidentID) units.Date { return s.incidents[id].date }

// SignOf is what is told of an event from outside before it happens.
func (s *Scenario) SignOf(id IncidentID) Text { return s.incidents[id].setup.Sign }

// TextOf is what is told of an event from outside when it happens.
func (s *Scenario) TextOf(id IncidentID) Text { return s.incidents[id].setup.Text }

// AboutChoice is what is told of a choice; empty for some.
func (s *Scenario) AboutChoice(k ChoiceID) Text { return s.choices[k].setup.Text }

// Opens returns the market that a programme is to open for its owner, 0 for a chip.
func (s *Scenario) Opens(p ProgramID) SegmentID {
	if p < 1 || int(p) >= len(s.programs) {
		return 0
	}
	return s.programs[p].segment
}

// RegionOf returns the region where a site is.
func (s *Scenario) RegionOf(site SiteID) RegionID { return s.sites[site].region }

// Designer returns the company that designs a family.
func (s *Scenario) Designer(f FamilyID) CompanyID { return s.families[f].designer }

func (s *Scenario) table(of Entity) *names {
	switch of {
	case OfCompany:
		return &s.names.companies
	case OfRegion:
		return &s.names.regions
	case OfFamily:
		return &s.names.families
	case OfSegment:
		return &s.names.segments
	case OfSite:
		return &s.names.sites
	case OfProgram:
		return &s.names.programs
	case OfModel:
		return &s.names.models
	case OfPerson:
		return &s.names.people
	case OfIncident:
		return &s.names.incidents
	case OfChoice:
		return &s.names.choices
	}
	return nil
}
