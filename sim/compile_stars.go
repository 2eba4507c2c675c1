package sim

import (
	"entangle/sim/rng"
	"sort"
)

// maxPeople bounds the named people of a scenario.
const maxPeople = 1000

// personInfo is what never changes of a person.
type personInfo struct {
	key      uint64
	employer CompanyID
	home     RegionID
}

// namePeople fills the table of people's names, in the order of their ids.
func (c *compiler) namePeople() {
	list := c.s.setup.People
	sort.SliceStable(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	for i := range list {
		c.name("people", &c.s.names.people, list[i].ID, list[i].Title)
	}
	c.atMost("people", len(list), maxPeople)
}

// people resolves employers and checks that figures come together.
func (c *compiler) people() {
	s := &c.s.setup
	c.s.people = make([]personInfo, len(s.People)+1)
	for i := range s.People {
		p, path := &s.People[i], "people."+s.People[i].ID
		info := &c.s.people[i+1]
		info.key = rng.Subject("person", p.ID)
		info.home = c.home(path, p.Home)
		if p.Employer == "" {
			if p.Vest.Given || p.Since.Given {
				c.wrong(path, "somebody whom nobody employs has no shares to vest and no years of service", "add employer, or drop vest and since")
			}
			continue
		}
		if p.Stake.Given {
			c.wrong(path+".stake", "a company of the person's own is left by who has no other employer", "drop stake, or employer")
		}
		info.employer = CompanyID(c.find(&c.s.names.companies, "company", path+".employer", p.Employer))
		if p.Home == "" {
			info.home = c.s.companies[info.employer].home
		}
		if !p.Pay.Given {
			c.wrong(path+".pay", "the figure is missing", "somebody who is employed is paid: add pay: $7.5M")
		}
	}
	c.atHome()
	switch {
	case len(s.People) > 0 && !s.Stars.MarketPay.Given:
		c.wrong("stars.market_pay", "the figure is missing", "people are paid by a market: add market_pay: $7.5M")
	case len(s.People) == 0 && s.Stars.MarketPay.Given:
		c.wrong("stars.market_pay", "it has no effect without people", "add people, or drop it")
	}
}

// atHome lists for each company the people of its home, who alone listen to it.
func (c *compiler) atHome() {
	lists := map[RegionID][]PersonID{}
	for id := range c.s.people[1:] {
		home := c.s.people[id+1].home
		lists[home] = append(lists[home], PersonID(id+1))
	}
	for i := range c.s.companies[1:] {
		info := &c.s.companies[i+1]
		info.people = lists[info.home]
	}
}
