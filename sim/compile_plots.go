package sim

import (
	"fmt"
	"strings"

	"entangle/sim/rng"
)

// addPlots gives every company a plot in each region where something can be
// built: a site without power or chips that its works may fill. A company has
// one campus in a region beside the sites of the file, and extends it.
func (c *compiler) addPlots() {
	s := &c.s.setup
	sites, taken := map[string]bool{}, map[string]bool{}
	for i := range s.Sites {
		sites[s.Sites[i].ID] = true
	}
	for i := range s.Companies {
		for j := range s.Regions {
			co, r := &s.Companies[i], &s.Regions[j]
			if !r.Headroom.Given {
				continue
			}
			id := co.ID + "_" + r.ID
			if sites[id] {
				c.wrong("sites."+id, "the id is that of the plot that \""+co.ID+"\" has in \""+r.ID+"\"", "give the site another id, like "+id+"_hall")
			}
			for n := 2; taken[id] || sites[id]; n++ { // a_b and c, or a and b_c
				id = fmt.Sprintf("%s_%s_%d", co.ID, r.ID, n)
			}
			taken[id] = true
			s.Sites = append(s.Sites, SiteSetup{ID: id, Owner: co.ID, Region: r.ID, plot: true,
				Title: Text{co.Title.En + " " + r.Title.En, co.Title.Zh + r.Title.Zh}})
		}
	}
}

// regions notes where something can be built.
func (c *compiler) regions() {
	s := &c.s.setup
	c.inherited()
	c.s.regions = make([]regionInfo, len(s.Regions)+1)
	for i := range s.Regions {
		r, path := &s.Regions[i], "regions."+s.Regions[i].ID
		c.s.regions[i+1] = regionInfo{rng.Subject("region", r.ID), r.Headroom.Given, c.openTo(r, path)}
		if r.Headroom.Given && !r.QueueWeeks.Given {
			c.wrong(path, "a region with headroom needs queue_weeks", "add queue_weeks: 104 weeks")
		}
		if r.Headroom.Given {
			c.auction(r, path)
		} else {
			c.withoutGrid(r, path)
		}
	}
}

// grounds notes the sites of each company where it can build something.
func (c *compiler) grounds() {
	for i := range c.s.companies {
		co := &c.s.companies[i]
		for s := co.siteFrom; s < co.siteTo; s++ {
			if c.s.growsFor(CompanyID(i), c.s.sites[s].region) {
				co.grounds = append(co.grounds, s)
			}
		}
	}
}

// openTo is who may build in a region.
func (c *compiler) openTo(r *RegionSetup, path string) CompanySet {
	if r.OpenTo == nil {
		return everybody()
	}
	if len(r.OpenTo) == 0 {
		c.wrong(path+".open_to", "the list is empty, so nobody could build here", "drop the key for all, or headroom for nobody")
	}
	return c.companySet(path+".open_to", r.OpenTo)
}

// auction checks that the two figures behind the price of capacity come together.
func (c *compiler) auction(r *RegionSetup, path string) {
	switch {
	case r.Reserve.Given && !r.PeakLoad.Given:
		c.wrong(path+".reserve_margin", "it has no effect without peak_load", "add peak_load: 27 GW")
	case r.PeakLoad.Given && !r.Reserve.Given:
		c.wrong(path+".peak_load", "it has no effect without reserve_margin", "add reserve_margin: 18 %")
	}
}

// withoutGrid finds what is said of a grid that cannot grow: one problem for all
// of it, since one key is missing.
func (c *compiler) withoutGrid(r *RegionSetup, path string) {
	var idle []string
	for _, x := range [...]struct {
		given bool
		key   string
	}{{r.QueueWeeks.Given, "queue_weeks"}, {r.Tolerance.Given, "tolerance"}, {r.NeedsSite != On, "needs_site"}, {r.OpenTo != nil, "open_to"},
		{r.Contractors.Given, "contractors"},
		{r.Transformers.Given, "transformers"}, {r.Turbines.Given, "turbines"}, {r.Reserve.Given, "reserve_margin"}, {r.PeakLoad.Given, "peak_load"},
		{r.PeakCut.Given, "peak_cut"},
		{r.Nuclear.Given, "nuclear"}} {
		if x.given {
			idle = append(idle, x.key)
		}
	}
	if len(idle) > 0 {
		c.wrong(path+"."+idle[0], "no effect without headroom: "+strings.Join(idle, ", "), "add headroom: 450 MW, or drop what rests")
	}
}

// inherited checks the turbines of the start: a company's table of plants has
// room for few, and only a region that can grow has neighbours who count them.
func (c *compiler) inherited() {
	s, by := &c.s.setup, map[string]int{}
	for i := range s.Sites {
		st, path := &s.Sites[i], "sites."+s.Sites[i].ID+".turbines"
		if !st.Turbines.Given {
			continue
		}
		if by[st.Owner]++; by[st.Owner] > slotsPerCompany {
			c.wrong(path, fmt.Sprintf("at most %d sites of a company may start with turbines", slotsPerCompany), "")
		}
		if st.Turbines.High > st.Energised.Low {
			c.wrong(path, "turbines make part of energised, and reach above it", "raise energised or lower turbines")
		}
		if r := c.s.names.regions.index[st.Region]; r > 0 && !s.Regions[r-1].Headroom.Given {
			c.wrong(path, "nothing is known of the grid and the neighbours in \""+st.Region+"\"", "give the region headroom")
		}
	}
}
