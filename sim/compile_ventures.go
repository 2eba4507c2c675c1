package sim

// kindOf finds what a programme is for.
func (c *compiler) kindOf(p *ProgramSetup, path string) VentureKind {
	for i, name := range ventureKinds {
		if p.Kind == name {
			return VentureKind(i)
		}
	}
	if p.Kind != "" {
		c.wrong(path+".kind", "no kind of programme \""+p.Kind+"\"", "write chip, device, agents or marketplace")
	}
	return ChipProgram
}

// keyed is a figure with its key.
type keyed struct {
	key string
	f   Figure
}

// onlyChip are the figures that a chip needs and a business has no use for.
func (p *ProgramSetup) onlyChip() []keyed {
	return []keyed{{"design", p.Design}, {"tapeout", p.Tapeout}, {"qualification", p.Qualify}, {"ramp", p.Ramp},
		{"slip_chance", p.SlipChance}, {"slip_weeks", p.SlipWeeks}}
}

// onlyVenture are the figures that a business needs and a chip has no use for.
func (p *ProgramSetup) onlyVenture() []keyed {
	return []keyed{{"develop", p.Develop}, {"trial", p.Trial}, {"launch", p.Launch}, {"odds", p.Odds}, {"reach", p.Reach}, {"hype", p.Hype}, {"price", p.Price}}
}

// chipFigures checks that a programme for a chip has the figures of one.
func (c *compiler) chipFigures(p *ProgramSetup, path string) {
	for _, x := range p.onlyChip() {
		if !x.f.Given {
			c.wrong(path+"."+x.key, "the figure is missing", "a programme for a chip needs it; one for a business says so by its kind")
		}
	}
	for _, x := range append(p.onlyVenture(), keyed{"returns", p.Returns}, keyed{"widens", p.Widens}) {
		if x.f.Given {
			c.wrong(path+"."+x.key, "it has no effect on a programme for a chip", "drop it, or say which kind of business it is for")
		}
	}
	if p.Segment != "" {
		c.wrong(path+".segment", "it has no effect on a programme for a chip", "drop it, or say which kind of business it is for")
	}
}

// planned notes what programmes may come to offer: it then has a place in the lists of
// what is sold. Names that mean nothing are reported elsewhere.
func (c *compiler) planned() {
	n := &c.s.names
	for i := range c.s.setup.Programs {
		if p := &c.s.setup.Programs[i]; p.Segment != "" {
			if s, co := n.segments.index[p.Segment], n.companies.index[p.Owner]; s > 0 && co > 0 {
				c.s.products[int(s)*len(c.s.companies)+int(co)].planned = true
			}
		}
	}
}

// venture resolves a programme for a business.
func (c *compiler) venture(info *programInfo, p *ProgramSetup, path string) {
	for _, x := range p.onlyVenture() {
		if !x.f.Given {
			c.wrong(path+"."+x.key, "the figure is missing", "a programme for a business needs it")
		}
	}
	for _, x := range append(p.onlyChip(), keyed{"begun", p.Begun}) {
		if x.f.Given {
			c.wrong(path+"."+x.key, "it has no effect on a programme for a business", "drop it")
		}
	}
	if p.Family != "" {
		c.wrong(path+".family", "it has no effect on a programme for a business", "drop it")
	}
	info.segment = SegmentID(c.find(&c.s.names.segments, "segment", path+".segment", p.Segment))
	if info.kind == Agents {
		c.s.coding = info.segment
	}
}
