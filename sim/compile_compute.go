package sim

import "entangle/sim/rng"

// supplyOf checks that a family is built in exactly one way: by a supply of its
// own, or from the world's wafers.
func (c *compiler) supplyOf(f *FamilySetup, path string) {
	s := &c.s.setup
	if !f.PerWafer.Given {
		for _, x := range [...]struct {
			f    Figure
			name string
		}{{f.Supply, "supply"}, {f.Growth, "growth"}, {f.Noise, "noise"}, {f.Memory, "noise_weeks"}} {
			if !x.f.Given {
				c.wrong(path+"."+x.name, "the figure is missing", "a family without chips_per_wafer has a supply of its own")
			}
		}
		return
	}
	if f.Supply.Given || f.Growth.Given || f.Noise.Given || f.Memory.Given {
		c.wrong(path+".chips_per_wafer", "a family made of wafers has no supply of its own", "drop supply, growth, noise and noise_weeks, or chips_per_wafer")
	}
	if !s.Packaging.Capacity.Given {
		c.wrong(path+".chips_per_wafer", "there are no wafers to make it of", "add packaging.capacity")
	}
	for i := range s.Companies {
		if co := &s.Companies[i]; co.ID == f.Designer && !co.WaferShare.Given {
			c.wrong("companies."+co.ID, "it designs a family made of wafers and has no share of them", "add packaging_share")
		}
	}
}

// packaging checks the figures of packaging and memory against each other.
func (c *compiler) packaging() {
	s := &c.s.setup
	if p := &s.Packaging; p.Noise.Given != p.Memory.Given {
		c.wrong("packaging", "noise and noise_weeks come together", "add the one that is missing")
	}
	if !s.Packaging.Capacity.Given && (s.Packaging.Growth.Given || s.Packaging.Noise.Given || s.Packaging.Lag.Given || s.Memory.Capacity.Given) {
		c.wrong("packaging", "without capacity nothing is packaged", "add packaging.capacity")
	}
	if !s.Memory.Capacity.Given && s.Memory.Growth.Given {
		c.wrong("memory", "without capacity nothing grows", "add memory.capacity")
	}
}

// overbooked finds designers who may hold more than all of the world's packaging
// together.
func (s *Scenario) overbooked() (list []Problem) {
	sum := 0.0
	for i := range s.setup.Companies {
		if f := s.setup.Companies[i].WaferShare; f.Given {
			sum += s.figures[f.id].Value
		}
	}
	if sum > 1e6 {
		list = append(list, Problem{"packaging", "designers have booked more than all packaging", "lower some packaging_share"})
	}
	return list
}

// programs resolves the programmes for chips of one's own.
func (c *compiler) programs() {
	s := &c.s.setup
	c.s.programs = make([]programInfo, len(s.Programs)+1)
	for i := range s.Programs {
		p, path := &s.Programs[i], "programmes."+s.Programs[i].ID
		info := &c.s.programs[i+1]
		info.key = rng.Subject("programme", p.ID)
		info.owner = CompanyID(c.find(&c.s.names.companies, "company", path+".owner", p.Owner))
		info.family = FamilyID(c.find(&c.s.names.families, "chip family", path+".family", p.Family))
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
