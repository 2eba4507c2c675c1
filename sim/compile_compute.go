package sim

import (
	"fmt"
	"math"
	"strings"

	"entangle/sim/rng"
	"entangle/sim/units"
)

// supplyOf checks that a family is built in exactly one way: by a supply of its
// own, or from the world's wafers.
func (c *compiler) supplyOf(f *FamilySetup, path string) {
	if !f.PerWafer.Given {
		c.ownSupply(f, path)
		return
	}
	if f.Supply.Given || f.Growth.Given || f.Noise.Given || f.Memory.Given {
		c.wrong(path+".chips_per_wafer", "a family made of wafers has no supply of its own", "drop supply, growth, noise and noise_weeks, or chips_per_wafer")
	}
	if c.s.setup.Memory.Capacity.Given && !f.GB.Given {
		c.wrong(path+".chips_per_wafer", "memory.capacity has no effect on a family without memory_gb", "add memory_gb: 80")
	}
	for i := range c.s.setup.Companies {
		if co := &c.s.setup.Companies[i]; co.ID == f.Designer && !co.WaferShare.Given {
			c.wrong("companies."+co.ID, "it designs a family made of wafers and has no share of them", "add packaging_share")
		}
	}
}

// ownSupply checks the figures of a family that is not made of wafers. One that
// has none of them lacks a way to be built, not four figures.
func (c *compiler) ownSupply(f *FamilySetup, path string) {
	if !f.Supply.Given && !f.Growth.Given && !f.Noise.Given && !f.Memory.Given {
		c.wrong(path, "nothing says how many of this family are built",
			"add chips_per_wafer, or a supply of its own: supply, growth, noise and noise_weeks")
		return
	}
	for _, x := range [...]struct {
		f    Figure
		name string
	}{{f.Supply, "supply"}, {f.Growth, "growth"}, {f.Noise, "noise"}, {f.Memory, "noise_weeks"}} {
		if !x.f.Given {
			c.wrong(path+"."+x.name, "the figure is missing", "a family without chips_per_wafer has a supply of its own")
		}
	}
}

// packaging checks the figures of packaging and memory against each other, and
// that there are wafers if a family is made of them: one problem, however many
// families and figures wait for the same key.
func (c *compiler) packaging() {
	s, made := &c.s.setup, []string{}
	for i := range s.Families {
		if s.Families[i].PerWafer.Given {
			made = append(made, s.Families[i].ID)
		} else {
			c.s.ownSupply = append(c.s.ownSupply, FamilyID(i+1))
		}
	}
	p := &s.Packaging
	if p.Noise.Given != p.Memory.Given {
		c.wrong("packaging", "noise and noise_weeks come together", "add the one that is missing")
	}
	switch {
	case p.Capacity.Given:
	case p.Growth.Given || p.Noise.Given || p.Lag.Given || p.Shift.Given:
		c.wrong("packaging", "without capacity nothing is packaged", "add packaging.capacity")
	case len(made) > 0:
		c.wrong("families."+made[0]+".chips_per_wafer", "there are no wafers to make "+strings.Join(made, ", ")+" of", "add packaging.capacity")
	case s.Memory.Capacity.Given:
		c.wrong("memory.capacity", "it has no effect without packaging.capacity", "add packaging.capacity, or drop memory")
	}
	if !s.Memory.Capacity.Given && s.Memory.Growth.Given {
		c.wrong("memory", "without capacity nothing grows", "add memory.capacity")
	}
	c.s.makers[0] = c.maker("packaging", p.Of, &p.Maker, p.Capacity.Given)
	c.s.makers[1] = c.maker("memory", s.Memory.Of, &s.Memory.Maker, s.Memory.Capacity.Given)
	if s.Packaging.Maker.Paid.High+s.Memory.Maker.Paid.High > 1e6 {
		c.wrong("memory.maker.paid", "packaging and memory together cost more than a chip", "lower one of them: together they have 100 % at most")
	}
}

// maker resolves who makes a supply, and checks that what it takes is given.
func (c *compiler) maker(path, of string, k *MakerSetup, made bool) CompanyID {
	figures := [...]struct {
		f      Figure
		name   string
		needed bool
	}{{k.Part, "part", false}, {k.Paid, "paid", true}, {k.Costs, "costs", false}, {k.Begun, "under_way", false},
		{k.Cost, "expand_cost", true}, {k.Weeks, "expand_weeks", true}, {k.Speed, "price_speed", false}}
	for _, x := range figures {
		switch {
		case of == "" && x.f.Given:
			c.wrong(path+".maker", "without "+path+".of nobody makes it", "add "+path+".of, or drop maker")
			return 0
		case of != "" && x.needed && !x.f.Given:
			c.wrong(path+".maker."+x.name, "the figure is missing", "who makes a supply needs it")
		}
	}
	if of == "" {
		return 0
	}
	if !made {
		c.wrong(path+".of", "there is nothing to make without "+path+".capacity", "add "+path+".capacity")
	}
	return CompanyID(c.find(&c.s.names.companies, "company", path+".of", of))
}

// deposits checks that the two figures of deposits come together.
func (c *compiler) deposits() {
	switch k := &c.s.setup.Constants; {
	case k.DepositShare.Given && !k.DepositLead.Given:
		c.wrong("constants.deposit_share", "it has no effect without deposit_lead", "add deposit_lead: 26 weeks")
	case k.DepositLead.Given && !k.DepositShare.Given:
		c.wrong("constants.deposit_lead", "it has no effect without deposit_share", "add deposit_share: 20 %")
	}
}

// bookPackaging notes who has booked packaging.
func (c *compiler) bookPackaging() {
	for i := range c.s.setup.Companies {
		if c.s.setup.Companies[i].WaferShare.Given {
			c.s.packers = append(c.s.packers, CompanyID(i+1))
		}
	}
}

// overbooked finds designers who hold more than all of the world's packaging
// together. Central values count: shares are estimates of parts of one whole, and
// the highs of all of them need not come together.
func (s *Scenario) overbooked() (list []Problem) {
	sum, largest, most := 0.0, "", 0.0
	for i := range s.setup.Companies {
		co := &s.setup.Companies[i]
		if !co.WaferShare.Given {
			continue
		}
		share := s.figures[co.WaferShare.id].Value
		if sum += share; share > most {
			largest, most = "companies."+co.ID+".packaging_share", share
		}
	}
	if sum > 1e6 {
		list = append(list, Problem{largest, "designers have booked " + units.Format(units.KindShare, sum) + " of all packaging",
			"lower some packaging_share: together they have 100 % at most"})
	}
	return list
}

// programFigures finds programmes that no run can fund, and stages done in part.
func (s *Scenario) programFigures() (list []Problem) {
	for i := range s.setup.Programs {
		p, path := &s.setup.Programs[i], "programmes."+s.setup.Programs[i].ID
		if p.Begun.Given {
			f := &s.figures[p.Begun.id]
			if math.Floor(f.Value) != f.Value || f.Low != f.Value || f.High != f.Value {
				list = append(list, Problem{path + ".begun", "stages are done or not: this is one whole number, without a range", "write 0, 1, 2 or 3"})
			}
		}
		have := 0.0
		if co := &s.setup.Companies[s.programs[i+1].owner-1]; co.Engineers.Given {
			have = s.figures[co.Engineers.id].High
		}
		if need := s.figures[p.Engineers.id].Low; need > have {
			list = append(list, Problem{path + ".engineers", fmt.Sprintf("it can never be funded: it ties up %s engineers, and %s has %s",
				units.Format(units.KindNumber, need), p.Owner, units.Format(units.KindNumber, have)),
				"lower engineers, or raise companies." + p.Owner + ".engineers"})
		}
	}
	return list
}

// programs resolves the programmes.
func (c *compiler) programs() {
	s := &c.s.setup
	c.s.programs = make([]programInfo, len(s.Programs)+1)
	for i := range s.Programs {
		p, path := &s.Programs[i], "programmes."+s.Programs[i].ID
		info := &c.s.programs[i+1]
		info.key = rng.Subject("programme", p.ID)
		info.owner = CompanyID(c.find(&c.s.names.companies, "company", path+".owner", p.Owner))
		if info.kind = c.kindOf(p, path); info.kind != ChipProgram {
			c.venture(info, p, path)
		} else {
			c.chipFigures(p, path)
			info.family = FamilyID(c.find(&c.s.names.families, "chip family", path+".family", p.Family))
		}
		if p.Partner != "" {
			info.partner = CompanyID(c.find(&c.s.names.companies, "company", path+".partner", p.Partner))
		}
		if info.partner != 0 && info.partner == info.owner {
			c.wrong(path+".partner", "the owner cannot be its own partner", "drop the key: foundries do the work then")
		}
		if f := &c.s.families[info.family]; info.family != 0 && f.designer != info.owner {
			c.wrong(path+".family", "the family is designed by another company than the owner", "make the owner its designer")
		} else if f.program != 0 {
			c.wrong(path+".family", "two programmes bring the same family", "")
		} else if info.family != 0 {
			f.program = ProgramID(i + 1)
		}
	}
}
