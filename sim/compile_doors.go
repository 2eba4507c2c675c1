package sim

import "strconv"

// doors notes who deals with whom: who may take in a company's models, and to whom each
// site is open, where its region is and its owner does not shut them out.
func (c *compiler) doors() {
	s := &c.s.setup
	for i := range s.Companies {
		co, info, path := &s.Companies[i], &c.s.companies[i+1], "companies."+s.Companies[i].ID
		info.closed = c.closedTo(CompanyID(i+1), path, co.ClosedTo)
		info.models = c.closedTo(CompanyID(i+1), path+".models", co.Models.ClosedTo)
		if len(co.Models.ClosedTo) > 0 && !co.Models.KnowHow.Given {
			c.wrong(path+".models.closed_to", "a company without know_how makes no models", "add know_how, or drop closed_to")
		}
	}
	for i := range c.s.sites {
		if site := &c.s.sites[i]; i > 0 {
			site.open = c.s.regions[site.region].open.without(c.s.companies[site.owner].closed)
			site.some = site.open != CompanySet{^uint64(0), ^uint64(0)}
		}
	}
}

// closedTo is the companies of a list, which its owner is not on.
func (c *compiler) closedTo(owner CompanyID, path string, names []string) (set CompanySet) {
	for i, name := range names {
		at := path + ".closed_to." + strconv.Itoa(i)
		switch id := CompanyID(c.find(&c.s.names.companies, "company", at, name)); {
		case id == owner:
			c.wrong(at, "nobody shuts himself out", "drop it")
		case id != 0 && id <= MaxCompanies:
			set = set.With(id)
		}
	}
	return set
}

// letsRun tells whether a company may take in the models of another.
func (s *Scenario) letsRun(maker, c CompanyID) bool { return !s.companies[maker].models.Has(c) }
