package sim

import (
	"strconv"

	"entangle/sim/rng"
)

// segments resolves what companies offer to whom.
func (c *compiler) segments() {
	s := &c.s.setup
	n := len(c.s.companies)
	c.s.products = make([]productInfo, n*(len(s.Segments)+1))
	for i := range s.Segments {
		need, known := needOf(s.Segments[i].Needs)
		if !known {
			c.wrong("segments."+s.Segments[i].ID+".needs", "no need \""+s.Segments[i].Needs+"\"", "write model, hosting or compute")
		}
		if s.Segments[i].People.Given != s.Segments[i].Spread.Given {
			c.wrong("segments."+s.Segments[i].ID, "people and spread come together", "add the one that is missing")
		}
		c.s.segments = append(c.s.segments, segmentInfo{key: rng.Subject("segment", s.Segments[i].ID), need: need})
	}
	for i := range s.Companies {
		co := &s.Companies[i]
		if len(co.Products) == 0 && co.Quality.Given {
			c.offerAll(i, co)
		}
		for j := range co.Products {
			c.product(i, co, j)
		}
	}
	c.planned()
	for at := range c.s.products {
		s, co := SegmentID(at/len(c.s.companies)), CompanyID(at%len(c.s.companies))
		if s == 0 || co == 0 || !c.s.products[at].offered && !c.s.products[at].planned && !c.mayServe(s, co) {
			continue
		}
		info := &c.s.companies[co]
		c.s.segments[s-1].sellers = append(c.s.segments[s-1].sellers, co)
		c.s.segments[s-1].sellerSet |= 1 << (co & 63)
		info.sold, info.serves = append(info.sold, s), info.serves|1<<s
		need := c.s.segments[s-1].need
		info.soldFor[need] = append(info.soldFor[need], s)
	}
	for co := range c.s.companies {
		if len(c.s.companies[co].sold) > 0 {
			c.s.shops = append(c.s.shops, CompanyID(co))
			if c.s.setup.Companies[co-1].Selling.Given {
				c.s.selling = append(c.s.selling, CompanyID(co))
			}
		}
	}
}

// mayServe tells whether a company without products will serve a segment once it has
// made a model.
func (c *compiler) mayServe(s SegmentID, id CompanyID) bool {
	co := &c.s.setup.Companies[id-1]
	return len(co.Products) == 0 && co.Models.KnowHow.Given && c.s.segments[s-1].need == NeedModel
}

// offerAll has a company without a list of products serve all segments that need a
// model.
func (c *compiler) offerAll(i int, co *CompanySetup) {
	for s := range c.s.setup.Segments {
		if c.s.segments[s].need == NeedModel {
			c.s.products[(s+1)*len(c.s.companies)+i+1] = productInfo{offered: true, price: co.Price}
		}
	}
}

// product resolves a product of a list.
func (c *compiler) product(i int, co *CompanySetup, j int) {
	p, path := &co.Products[j], "companies."+co.ID+".products."+strconv.Itoa(j)
	s := c.find(&c.s.names.segments, "segment", path+".segment", p.Segment)
	if s == 0 {
		return
	}
	row := &c.s.products[int(s)*len(c.s.companies)+i+1]
	if row.offered {
		c.wrong(path+".segment", "the segment \""+p.Segment+"\" stands twice", "drop one of the two")
	}
	*row = productInfo{offered: true, price: p.Price, reach: p.Reach, match: p.Match, users: p.Users}
	if !p.Price.Given {
		row.price = co.Price
	}
	if p.Users.Given && !c.s.setup.Segments[s-1].People.Given {
		c.wrong(path+".users", "the segment \""+p.Segment+"\" counts no people", "give it people and spread")
	}
	if !row.price.Given {
		c.wrong(path, "the product has no price", "add price: 2.00 USD/GPU-hour")
	}
}
