package bench

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"entangle/sim"
	"entangle/sim/units"
)

// World makes a scenario of any size out of a pack: its companies with their
// sites and contracts, over and over, until there are n; the last copy may be
// cut short. All copies share the pack's chip families and customers, which grow
// with the number of copies. The first copy keeps its names, the k-th gets _k at
// their end. Designers of the further copies keep their sites but design
// nothing: what they were to deliver, the first copy's designer delivers, while
// he has room for contracts.
//
// A world longer than its pack holds the last values: supply and demand stand
// where growth had brought them on the pack's last day, so that a week costs the
// same in the first year and in the twentieth.
func World(pack sim.Setup, n, weeks int) (*sim.Scenario, error) {
	base := len(pack.Companies)
	if base == 0 || n < base {
		return nil, fmt.Errorf("a bench world of %d companies: the pack alone has %d", n, base)
	}
	out := pack
	r := replica{pack: &pack, out: &out, held: map[string]int{}}
	out.Companies, out.Sites, out.Contracts = nil, nil, nil
	for at := 0; at < n; at += base {
		r.copy(at/base+1, pack.Companies[:min(base, n-at)])
	}
	r.markets(float64(n) / float64(base))
	r.stretch(weeks)
	sc, problems := sim.Compile(out)
	if len(problems) > 0 {
		return nil, fmt.Errorf("a bench world of %d companies over %d weeks: %s: %s", n, weeks, problems[0].Path, problems[0].Message)
	}
	return sc, nil
}

// replica is a world being made.
type replica struct {
	pack, out *sim.Setup
	held      map[string]int  // contracts by company
	suffix    string          // of the copy being made
	here      map[string]bool // companies of the pack that this copy has
}

// contractsAtStart bounds the contracts a company begins with, so that there is
// room for those of the game.
const contractsAtStart = 16

func (r *replica) copy(k int, companies []sim.CompanySetup) {
	r.suffix, r.here = "", map[string]bool{}
	if k > 1 {
		r.suffix = "_" + strconv.Itoa(k)
	}
	for _, c := range companies {
		r.here[c.ID] = true
		c.ID += r.suffix
		if k > 1 {
			c.WaferShare = sim.Figure{} // the first copy's designer has the wafers of all
			c.Elsewhere = sim.Figure{}  // and the chips that its software is for
		}
		r.out.Companies = append(r.out.Companies, c)
	}
	for _, s := range r.pack.Sites {
		if r.here[s.Owner] {
			s.ID, s.Owner = s.ID+r.suffix, s.Owner+r.suffix
			r.out.Sites = append(r.out.Sites, s)
		}
	}
	for _, k := range r.pack.Contracts {
		r.contract(k)
	}
}

// contract adds a copy of a contract if both its parties are there and have room.
func (r *replica) contract(k sim.ContractSetup) {
	name := func(company string) string {
		if slices.ContainsFunc(k.Clauses, func(c sim.ClauseSetup) bool { return c.Kind == "deliver" && c.From == company }) {
			return company
		}
		return company + r.suffix
	}
	k.ID += r.suffix
	k.Parties = slices.Clone(k.Parties)
	for i, p := range k.Parties {
		if !r.here[p] || r.held[name(p)] == contractsAtStart {
			return
		}
		k.Parties[i] = name(p)
	}
	for _, p := range k.Parties {
		r.held[p]++
	}
	renamed := slices.Clone(k.Clauses)
	for i := range renamed {
		c := &renamed[i]
		c.From, c.To = name(c.From), name(c.To)
		if c.Site != "" {
			c.Site += r.suffix
		}
	}
	k.Clauses = renamed
	r.out.Contracts = append(r.out.Contracts, k)
}

// markets makes supply and demand grow with the number of copies.
func (r *replica) markets(copies float64) {
	r.out.Families = slices.Clone(r.pack.Families)
	for i := range r.out.Families {
		f := &r.out.Families[i]
		scale(&f.Supply, copies)
		f.SoldTo = r.everywhere(f.SoldTo)
	}
	for i := range r.out.Companies {
		co := &r.out.Companies[i]
		co.ClosedTo, co.Models.ClosedTo = r.everywhere(co.ClosedTo), r.everywhere(co.Models.ClosedTo)
	}
	r.out.Segments = slices.Clone(r.pack.Segments)
	for i := range r.out.Segments {
		scale(&r.out.Segments[i].Potential, copies)
	}
	scale(&r.out.Packaging.Capacity, copies)
	scale(&r.out.Memory.Capacity, copies)
	r.out.Regions = slices.Clone(r.pack.Regions)
	for i := range r.out.Regions {
		g := &r.out.Regions[i]
		g.OpenTo = r.everywhere(g.OpenTo)
		for _, f := range []*sim.Figure{&g.Headroom, &g.Contractors, &g.Transformers, &g.Turbines, &g.Nuclear} {
			scale(f, copies)
		}
	}
}

// everywhere lists the companies named and all their copies.
func (r *replica) everywhere(names []string) (list []string) {
	for _, name := range names {
		for k := 1; k <= len(r.out.Companies)/len(r.pack.Companies)+1; k++ {
			id := name
			if k > 1 {
				id += "_" + strconv.Itoa(k)
			}
			if slices.ContainsFunc(r.out.Companies, func(c sim.CompanySetup) bool { return c.ID == id }) {
				list = append(list, id)
			}
		}
	}
	return list
}

// stretch sets the last day, and stops growth in a world longer than its pack.
func (r *replica) stretch(weeks int) {
	days := int(r.pack.End - r.pack.Start)
	r.out.End = r.pack.Start.AddWeeks(weeks)
	if 7*weeks <= days {
		return
	}
	years := float64(days) / daysAYear
	for i := range r.out.Families {
		hold(&r.out.Families[i].Supply, &r.out.Families[i].Growth, years)
	}
	for i := range r.out.Segments {
		hold(&r.out.Segments[i].Potential, &r.out.Segments[i].Growth, years)
	}
	hold(&r.out.Packaging.Capacity, &r.out.Packaging.Growth, years)
	hold(&r.out.Memory.Capacity, &r.out.Memory.Growth, years)
}

const daysAYear = 365.25

// hold gives a quantity the value that its growth, a yearly log rate, brings it
// to in some years, and ends the growth.
func hold(quantity, growth *sim.Figure, years float64) {
	scale(quantity, math.Exp(growth.Value*years))
	growth.Value, growth.Low, growth.High = 0, 0, 0
}

// scale multiplies a figure and its range, to whole base units.
func scale(f *sim.Figure, by float64) {
	for _, v := range []*float64{&f.Low, &f.Value, &f.High} {
		*v = float64(units.FromFloat(*v*by, 0, 1<<53))
	}
}
