package sim

import "strconv"

// doors notes who deals with whom: who may take in a company's models, and to whom each
// site is open, where its region is and its owner does not shut them out.
func (c *compiler) doors() {
	s := &c.s.setup
	for i := range s.Companies {
		co, info, path := &s.Companies[i], &c.s.companies[i+1], "companies."+s.Companies[i].ID
		info.closed = c.closedTo(co.ID, path+".closed_to", co.ClosedTo)
		info.models = c.closedTo(co.ID, path+".models.closed_to", co.Models.ClosedTo)
		if len(co.Models.ClosedTo) > 0 && !co.Models.KnowHow.Given {
			c.wrong(path+".models.closed_to", "a company without know_how makes no models", "add know_how, or drop closed_to")
		}
	}
	for i := range c.s.sites {
		if site := &c.s.sites[i]; i > 0 {
			site.open = c.s.regions[site.region].open.without(c.s.companies[site.owner].closed)
		}
	}
	for i := 1; i < min(len(c.s.companies), MaxCompanies+1); i++ { // too many are told elsewhere
		c.s.companies[i].alike = c.s.firstLike(CompanyID(i))
	}
}

// firstLike is the first company to whom the same sites are open as to another.
func (s *Scenario) firstLike(c CompanyID) (first CompanyID) {
	for first = 1; first < c; first++ {
		alike := true
		for site := SiteID(1); alike && int(site) < len(s.sites); site++ {
			alike = s.openTo(first, site) == s.openTo(c, site)
		}
		if alike {
			break
		}
	}
	return first
}

// companySet is the companies of a list. Names that nobody has are told, and the rest of the
// list is read all the same.
func (c *compiler) companySet(path string, list []string) (set CompanySet) {
	for i, name := range list {
		if id := CompanyID(c.find(&c.s.names.companies, "company", path+"."+strconv.Itoa(i), name)); id != 0 && id <= MaxCompanies {
			set = set.With(id)
		}
	}
	return set
}

// closedTo is the companies that a list shuts out; its owner is none of them.
func (c *compiler) closedTo(owner, path string, list []string) CompanySet {
	for i, name := range list {
		if name == owner {
			c.wrong(path+"."+strconv.Itoa(i), "nobody shuts himself out", "drop it")
		}
	}
	return c.companySet(path, list)
}

// letsRun tells whether a company may take in the models of another.
func (s *Scenario) letsRun(maker, c CompanyID) bool { return !s.companies[maker].models.Has(c) }
