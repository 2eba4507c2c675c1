package vm

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// market is the screen of customers: what they use, whom they choose, and at what
// price. A segment is looked at in detail.
func (p *Play) market(picked int32) []Section {
	if picked == 0 {
		picked = p.mainSegment()
	}
	list := []Section{p.segments(picked), p.providers(sim.SegmentID(picked))}
	if own := p.ventures(); len(own.Rows) > 0 {
		list = append(list, own)
	}
	return list
}

// mainSegment is the segment that the player serves most of, or the largest.
func (p *Play) mainSegment() int32 {
	best, most := int32(1), [2]int64{-1, -1}
	for s := int32(1); int(s) <= p.SC.Segments(); s++ {
		size := [2]int64{int64(p.View().Stall(sim.SegmentID(s), p.Me, false).Served), int64(p.View().Segment(sim.SegmentID(s)).Served)}
		if slices.Compare(size[:], most[:]) > 0 {
			best, most = s, size
		}
	}
	return best
}

// segments is the table of the markets.
func (p *Play) segments(picked int32) Section {
	s := Section{Key: "segments", Title: p.T("section.segments"), Columns: []Column{
		p.column("market.segment", 0), p.column("market.use", 0), p.column("market.growth", 3), p.column("market.cheapest", 2),
		p.column("market.mine_price", 0), p.column("market.mine_share", 0), p.column("market.mine_met", 1)}}
	s.Columns[0].Left = true
	for i := sim.SegmentID(1); int(i) <= p.SC.Segments(); i++ {
		s.Rows = append(s.Rows, p.segment(i, int32(i) == picked))
	}
	return s
}

// segment is the row of a market.
func (p *Play) segment(s sim.SegmentID, picked bool) Row {
	all, own := p.View().Segment(s), p.View().Stall(s, p.Me, false)
	row := Row{Mine: own.On, Dim: !own.On, Pick: int32(s), Picked: picked, Cells: []Cell{
		{Text: p.Title(sim.OfSegment, int32(s))},
		{Text: p.use(all.Served)},
		{Text: p.percent(all.Growth), Dim: true},
		p.cheapest(s), {Text: "–", Dim: true}, {Text: "–", Dim: true}, {Text: "–", Dim: true}}}
	if own.On {
		row.Cells[4] = Cell{Text: p.perHour(own.Price)}
		row.Cells[5] = Cell{Text: p.percent(own.Share), Bar: own.Share}
		row.Cells[6] = met(p, own)
		row.Orders = p.pricing(s)
	}
	row.Tip = func() (tip []TipLine) {
		if own.On {
			tip = append(tip, TipLine{Text: p.rule(s)})
		}
		return append(tip, TipLine{Text: p.T("market.needs." + strconv.Itoa(int(all.Needs))), Dim: true})
	}
	return row
}

// pricing is what can be ordered about the own price for a segment.
func (p *Play) pricing(s sim.SegmentID) (list []Draft) {
	for _, mode := range []uint8{sim.PolicyPrice, sim.PolicyMatch, sim.PolicyFollow} {
		o := sim.Order{Kind: sim.OrderSetPolicy, Mode: mode, Segment: s}
		if mode == sim.PolicyPrice {
			o.Price = p.View().Stall(s, p.Me, false).Price
		}
		list = append(list, Draft{p.mode(sim.OrderSetPolicy, mode), o})
	}
	return list
}

// rule says how the own price in a segment moves by itself.
func (p *Play) rule(s sim.SegmentID) string {
	x := p.View().Product(s)
	if x.Match {
		return p.T("market.match", "premium", p.percent(float64(x.Premium)/1e6))
	}
	return p.T("market.follow")
}

// met is the share of customers' wishes that was met.
func met(p *Play, x sim.Stall) Cell {
	if x.Wanted <= 0 {
		return Cell{Text: "–", Dim: true}
	}
	share := min(float64(x.Served)/float64(x.Wanted), 1) // more were served where others had no room
	cell := Cell{Text: p.percent(share)}
	if share < 0.95 {
		cell.Tone = -1
	}
	return cell
}

// cheapest is the lowest price in a segment.
func (p *Play) cheapest(s sim.SegmentID) Cell {
	best, who := units.Price(0), sim.CompanyID(0)
	for c := sim.CompanyID(1); int(c) <= p.SC.Companies(); c++ {
		if x := p.View().Stall(s, c, false); x.On && (who == 0 || x.Price < best) {
			best, who = x.Price, c
		}
	}
	if who == 0 {
		return Cell{Text: "–", Dim: true}
	}
	return Cell{Text: p.perHour(best), Of: int(who)}
}

// providers is the table of those who serve a segment, the largest first.
func (p *Play) providers(s sim.SegmentID) Section {
	out := Section{Key: "providers", Title: p.T("section.providers", "segment", p.Title(sim.OfSegment, int32(s))), Empty: p.T("market.nobody"), Columns: []Column{
		p.column("market.company", 0), p.column("market.share", 0), p.column("market.price", 0), p.column("market.quality", 0), p.column("market.trust", 2), p.column("market.met", 1)}}
	out.Columns[0].Left = true
	type stall struct {
		sim.Stall
		who sim.CompanyID
	}
	var list []stall
	for c := sim.CompanyID(1); int(c) <= p.SC.Companies(); c++ {
		if x := p.View().Stall(s, c, false); x.On {
			list = append(list, stall{x, c})
		}
	}
	slices.SortStableFunc(list, func(a, b stall) int { return cmp.Compare(b.Share, a.Share) })
	for _, x := range list {
		out.Rows = append(out.Rows, p.provider(s, x.who, x.Stall))
	}
	return out
}

// provider is the row of a company in a market.
func (p *Play) provider(s sim.SegmentID, c sim.CompanyID, x sim.Stall) Row {
	row := Row{Mine: c == p.Me, Cells: []Cell{p.named(c), {Text: p.percent(x.Share), Bar: x.Share}, {Text: p.perHour(x.Price)},
		{Text: "–", Dim: true}, p.figure("trust", c), {Text: "–", Dim: true}}}
	if x.Quality > 0 {
		row.Cells[3] = Cell{Text: p.decimal(x.Quality)}
	}
	if row.Mine {
		row.Cells[5] = met(p, x)
		row.Orders = p.pricing(s)
	}
	row.Tip = func() (tip []TipLine) {
		if x.Model != 0 {
			tip = append(tip, TipLine{Text: p.T("market.runs_on"), Value: p.Title(sim.OfModel, int32(x.Model))})
		}
		return append(tip, p.appeal(s, c)...)
	}
	return row
}

// appeal says why customers of a segment choose a company.
func (p *Play) appeal(s sim.SegmentID, c sim.CompanyID) (tip []TipLine) {
	why := p.View().Stall(s, c, true).Why.List
	tip = append(tip, TipLine{Text: p.T("market.appeal"), Head: true})
	for _, t := range gather(why, false) {
		if math.Abs(t.Value) < 0.005 {
			continue
		}
		tip = append(tip, TipLine{Text: p.term(t), Value: signed(t.Value)})
	}
	return tip
}

// use is an amount of use, without its unit.
func (p *Play) use(x units.H100e) string {
	return chronicle.Number(p.Lex, units.KindChips, int64(x)/1000)
}
