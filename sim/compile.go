package sim

import (
	"reflect"
	"slices"
	"sort"
	"strconv"

	"entangle/sim/rng"
	"entangle/sim/units"
)

// Problem is something wrong with the meaning of a Setup: a name that does not
// resolve, a figure that contradicts another. Path says where, in the form
// "companies.lumen.cash"; package scenario turns it into file, line and column.
type Problem struct {
	Path    string
	Message string
	Help    string
}

// Compile resolves the names of a Setup and checks its meaning. It returns all
// problems at once; a Scenario only when there are none. The Setup is not
// changed and not kept.
//
// Rows are put into the order of their ids, so that the order of a file never
// matters.
func Compile(in Setup) (*Scenario, []Problem) {
	c := compiler{s: &Scenario{}}
	c.s.setup = in
	ownLists(reflect.ValueOf(&c.s.setup).Elem())
	c.s.paces = makePaces(&c.s.setup.Switches)
	c.s.tabled = c.s.paces.tabled()
	c.addPlots()
	c.sortRows()
	c.nameRows()
	c.bookPackaging()
	c.collectFigures()
	c.calendar()
	c.deposits()
	c.packaging()
	c.families()
	c.companies()
	for at := range len(c.s.companies) * len(c.s.families) {
		c.s.holders = append(c.s.holders, CompanyID(at/len(c.s.families)))
	}
	c.segments()
	c.sites()
	c.programs()
	c.labs()
	c.talent()
	c.people()
	c.regions()
	c.doors()
	c.grounds()
	c.contracts()
	c.outside()
	c.capital()
	c.forms()
	c.report()
	if len(c.problems) > 0 {
		return nil, c.problems
	}
	if c.problems = c.s.contradictions(); len(c.problems) > 0 {
		return nil, c.problems
	}
	c.s.forms, c.s.desks = c.s.makeForms(), makeDesks()
	return c.s, nil
}

type compiler struct {
	s        *Scenario
	problems []Problem
}

func (c *compiler) wrong(path, message, help string) {
	c.problems = append(c.problems, Problem{path, message, help})
}

// sortRows puts everything that has an id into the order of ids; sites go by
// owner first, so that a company's sites are neighbours.
func (c *compiler) sortRows() {
	s := &c.s.setup
	sort.SliceStable(s.Regions, func(i, j int) bool { return s.Regions[i].ID < s.Regions[j].ID })
	sort.SliceStable(s.Families, func(i, j int) bool { return s.Families[i].ID < s.Families[j].ID })
	sort.SliceStable(s.Programs, func(i, j int) bool { return s.Programs[i].ID < s.Programs[j].ID })
	sort.SliceStable(s.Segments, func(i, j int) bool { return s.Segments[i].ID < s.Segments[j].ID })
	sort.SliceStable(s.Companies, func(i, j int) bool { return s.Companies[i].ID < s.Companies[j].ID })
	sort.SliceStable(s.Contracts, func(i, j int) bool { return s.Contracts[i].ID < s.Contracts[j].ID })
	sort.SliceStable(s.Sites, func(i, j int) bool {
		if s.Sites[i].Owner != s.Sites[j].Owner {
			return s.Sites[i].Owner < s.Sites[j].Owner
		}
		return s.Sites[i].ID < s.Sites[j].ID
	})
}

// nameRows fills the name tables. Row 0 is nobody.
func (c *compiler) nameRows() {
	n, s := &c.s.names, &c.s.setup
	n.regions, n.families, n.segments = newNames(), newNames(), newNames()
	n.companies, n.sites, n.programs = newNames(), newNames(), newNames()
	n.models, n.people = newNames(), newNames()
	n.incidents, n.choices = newNames(), newNames()
	for i := range s.Regions {
		c.name("regions", &n.regions, s.Regions[i].ID, s.Regions[i].Title)
	}
	for i := range s.Families {
		c.name("families", &n.families, s.Families[i].ID, s.Families[i].Title)
	}
	for i := range s.Segments {
		c.name("segments", &n.segments, s.Segments[i].ID, s.Segments[i].Title)
	}
	for i := range s.Companies {
		c.name("companies", &n.companies, s.Companies[i].ID, s.Companies[i].Title)
		nameModels(&n.models, &s.Companies[i])
	}
	for i := range s.Sites {
		c.name("sites", &n.sites, s.Sites[i].ID, s.Sites[i].Title)
	}
	for i := range s.Programs {
		c.name("programmes", &n.programs, s.Programs[i].ID, s.Programs[i].Title)
	}
	c.namePeople()
	c.nameEvents()
	c.atMost("programmes", len(s.Programs), 256)
	c.atMost("companies", len(s.Companies), MaxCompanies)
	c.atMost("sites", len(s.Sites), 4000)
	c.atMost("families", len(s.Families), 64)
	c.atMost("regions", len(s.Regions), 256)
	c.atMost("segments", len(s.Segments), 32)
	c.atMost("contracts", len(s.Contracts), contractsPerCompany*len(s.Companies))
	for _, need := range []struct {
		path string
		n    int
	}{{"companies", len(s.Companies)}, {"families", len(s.Families)}, {"regions", len(s.Regions)}, {"segments", len(s.Segments)}} {
		if need.n == 0 {
			c.wrong(need.path, "a scenario needs at least one of its "+need.path, "")
		}
	}
}

func (c *compiler) name(list string, in *names, id string, title Text) {
	if _, taken := in.index[id]; taken {
		c.wrong(list+"."+id, "the id \""+id+"\" is taken twice", "")
	}
	in.add(id, title)
}

func (c *compiler) atMost(path string, have, most int) {
	if have > most {
		c.wrong(path, strconv.Itoa(have)+" "+path+", at most "+strconv.Itoa(most)+" are possible", "")
	}
}

// maxWeeks bounds a scenario: thirty years.
const maxWeeks = 1565

func (c *compiler) calendar() {
	s := &c.s.setup
	days := int(s.End - s.Start)
	switch {
	case s.Start <= 0 || s.End > units.LastDate:
		c.wrong("start", "scenarios lie between 1970-01-02 and "+units.LastDate.String(), "")
	case s.End <= s.Start:
		c.wrong("end", "the end "+s.End.String()+" is not after the start "+s.Start.String(), "")
	case days%7 != 0:
		near := s.Start.AddDays((days + 3) / 7 * 7)
		c.wrong("end", "the end is "+strconv.Itoa(days)+" days after the start, which is no whole number of weeks",
			"the nearest that is: "+near.String())
	case days/7 > maxWeeks:
		c.wrong("end", strconv.Itoa(days/7)+" weeks, at most "+strconv.Itoa(maxWeeks)+" are possible", "")
	}
	c.s.weeks = int32(days / 7)
	c.s.closing = closings(s.Start, min(max(c.s.weeks, 0), maxWeeks))
	c.s.fresh = freshWeeksOf(c.s.closing)
}

func (c *compiler) families() {
	s := &c.s.setup
	c.s.families = make([]familyInfo, len(s.Families)+1)
	for i := range s.Families {
		f, path := &s.Families[i], "families."+s.Families[i].ID
		info := &c.s.families[i+1]
		info.key = rng.Subject("family", f.ID)
		info.designer = CompanyID(c.find(&c.s.names.companies, "company", path+".designer", f.Designer))
		info.first = FamilyID(i + 1)
		behind := uint64(0)
		for k := i; k > 0; k-- {
			if c.s.families[k].designer == info.designer {
				info.first = FamilyID(k)
				if s.Families[k-1].PerWafer.Given {
					behind = ^uint64(0)
				}
			}
		}
		if f.PerWafer.Given {
			c.s.ofWafers = append(c.s.ofWafers, wafered{FamilyID(i + 1), info.designer, behind})
		}
		if info.first == FamilyID(i+1) {
			c.s.dealers = append(c.s.dealers, info.first)
		}
		c.buyers(f, info, path)
		c.supplyOf(f, path)
		if f.Maturity.Given || f.AtHome.Given || c.strange(i) {
			c.s.immature, c.s.immatureSet = append(c.s.immature, FamilyID(i+1)), c.s.immatureSet|1<<i
			turn := &c.s.ripeIn[(i+1)%billWeeks]
			*turn = append(*turn, FamilyID(i+1))
		}
	}
}

// strange tells whether the software of some company does not suit a family, as it was
// written for chips of the company's own.
func (c *compiler) strange(family int) bool {
	for i := range c.s.setup.Companies {
		if c.s.setup.Companies[i].Elsewhere.Given && c.s.families[family+1].designer != CompanyID(i+1) {
			return true
		}
	}
	return false
}

// buyers notes who may order a family: all where nothing is said. Its designer must be named
// to have it for itself.
func (c *compiler) buyers(f *FamilySetup, info *familyInfo, path string) {
	if len(f.SoldTo) == 0 {
		info.buyers, info.merchant = everybody(), true
		if f.SoldTo != nil {
			c.wrong(path+".sold_to", "the list is empty, so nobody could buy this family", "drop the key to sell to all")
		}
		return
	}
	info.buyers = c.companySet(path+".sold_to", f.SoldTo)
	info.captive = info.buyers.Has(info.designer)
	var itself CompanySet
	if info.captive {
		itself = itself.With(info.designer)
	}
	info.merchant = info.buyers != itself
}

// markets enters which families a company may order and which it designs.
func (c *compiler) markets(id CompanyID, info *companyInfo) {
	for f := 1; f < len(c.s.families) && id <= MaxCompanies; f++ {
		k, bit := &c.s.families[f], uint64(1)<<(f-1)
		if k.designer == id {
			info.designs |= bit
		}
		if (k.designer != id || k.captive) && k.buyers.Has(id) {
			info.orders |= bit
		}
	}
}

func (c *compiler) companies() {
	s := &c.s.setup
	c.s.companies = make([]companyInfo, len(s.Companies)+1)
	for i := range s.Companies {
		co, path := &s.Companies[i], "companies."+s.Companies[i].ID
		c.s.companies[i+1].key = rng.Subject("company", co.ID)
		c.markets(CompanyID(i+1), &c.s.companies[i+1])
		c.s.companies[i+1].home = c.home(path, co.Home)
		if co.Elsewhere.Given && c.s.companies[i+1].designs == 0 {
			c.wrong(path+".maturity_elsewhere", "it designs no chips that its software could be for", "drop it")
		}
		if co.Quality.Given && !co.Price.Given {
			c.wrong(path, "a company with quality serves customers and needs a price", "add price: 2.00 USD/GPU-hour")
		}
		if co.Price.Given && !co.Quality.Given {
			c.wrong(path+".price", "a company without quality serves no customers, so its price means nothing", "add quality or drop price")
		}
	}
}

func (c *compiler) sites() {
	s := &c.s.setup
	c.s.sites = make([]siteInfo, len(s.Sites)+1)
	c.s.plots = make([]SiteID, len(c.s.companies)*(len(s.Regions)+1))
	for i := range s.Sites {
		st, path := &s.Sites[i], "sites."+s.Sites[i].ID
		info := &c.s.sites[i+1]
		info.owner = CompanyID(c.find(&c.s.names.companies, "company", path+".owner", st.Owner))
		info.region = RegionID(c.find(&c.s.names.regions, "region", path+".region", st.Region))
		if info.plot = st.plot; st.plot {
			c.s.plots[c.s.plotAt(info.owner, info.region)] = SiteID(i + 1)
		}
		info.stages[0] = len(c.s.stages)
		for _, g := range st.Stages {
			c.s.stages = append(c.s.stages, stageInfo{SiteID(i + 1), g.Date, g.Add, g.Slip})
		}
		info.stages[1] = len(c.s.stages)
		slices.SortStableFunc(c.s.stages[info.stages[0]:], func(a, b stageInfo) int { return int(a.planned - b.planned) })
		if own := &c.s.companies[info.owner]; own.siteFrom == 0 {
			own.siteFrom, own.siteTo = SiteID(i+1), SiteID(i+2)
		} else {
			own.siteTo = SiteID(i + 2)
		}
		seen := map[string]bool{}
		for j, ch := range st.Chips {
			at := path + ".chips." + strconv.Itoa(j)
			c.s.installed = append(c.s.installed, FamilyID(c.find(&c.s.names.families, "chip family", at+".family", ch.Family)))
			if seen[ch.Family] {
				c.wrong(at+".family", "family \""+ch.Family+"\" stands twice at this site", "add the counts up in one entry")
			}
			seen[ch.Family] = true
		}
		for j, stage := range st.Stages {
			if stage.Date <= s.Start {
				c.wrong(path+".stages."+strconv.Itoa(j)+".date", "a stage dated "+stage.Date.String()+" is not after the start",
					"count it in energised")
			}
		}
	}
}

// home resolves the region where somebody is at home, 0 where the file is silent.
func (c *compiler) home(path, region string) RegionID {
	if region == "" {
		return 0
	}
	return RegionID(c.find(&c.s.names.regions, "region", path+".home", region))
}

// find resolves a name, or reports it with those known.
func (c *compiler) find(in *names, what, path, name string) int32 {
	id, ok := in.index[name]
	if !ok {
		c.wrong(path, "no "+what+" \""+name+"\"", in.suggest(name))
	}
	return id
}
