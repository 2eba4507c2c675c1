package sim

import (
	"fmt"
	"math"

	"entangle/sim/units"
)

func lawPower(w *World) error {
	for s := SiteID(1); int(s) < len(w.sites); s++ {
		need := units.KW(0)
		for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
			need += w.fleets[at].draw(w.fleets[at].Running)
		}
		if need != w.sites[s].Used || on(w.sc.setup.Switches.PowerLimit) && need > w.sites[s].Energised-w.sites[s].Cut {
			return fmt.Errorf("%s: running chips need %d kW, %d are drawn, %d energised and %d of that cut",
				w.sc.Name(Ref{OfSite, int32(s)}), need, w.sites[s].Used, w.sites[s].Energised, w.sites[s].Cut)
		}
		if err := w.idleFor(s); err != nil {
			return err
		}
	}
	return nil
}

// idleFor checks that chips at a site are idle for want of power alone, unless power is yet
// to look at it.
func (w *World) idleFor(s SiteID) error {
	row := &w.sites[s]
	if w.stirred[s/64]>>(s%64)&1 != 0 || w.cutOff(w.sc.sites[s].owner) {
		return nil
	}
	for at := row.Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		if f.Running < f.Ready && f.fit(w.limit(row)-row.Used) > 0 {
			return fmt.Errorf("%s: %d of %d chips run, though of %d kW only %d are drawn", w.sc.Name(Ref{OfSite, int32(s)}), f.Running, f.Ready, w.limit(row), row.Used)
		}
		if f.Kept != f.Running-min(f.Running, f.Let) {
			return fmt.Errorf("%s keeps %d chips of %d that run and %d that are let", w.sc.Name(Ref{OfSite, int32(s)}), f.Kept, f.Running, f.Let)
		}
	}
	return nil
}

func lawLetting(w *World) error {
	letAt := make([]units.H100e, len(w.sites))
	for i := 1; i < len(w.fleets); i++ {
		f, let, later := &w.fleets[i], units.Chips(0), units.Chips(0)
		for k := 1; k < len(w.clauses); k++ {
			if c := &w.clauses[k]; c.Kind == ClauseCapacity && c.Site == f.Site && c.Family == f.Family {
				if c.Ahead {
					later += units.Chips(c.Qty)
				} else {
					let += units.Chips(c.Qty)
				}
			}
		}
		if let != f.Let || later != f.Later || f.Posted < 0 || f.From == 0 && f.Posted > max(0, f.Ready-f.Let) {
			return fmt.Errorf("%s: %d chips installed, %d let, contracts say %d, %d on offer",
				w.sc.Name(Ref{OfSite, int32(f.Site)}), f.Ready, f.Let, let, f.Posted)
		}
		letAt[f.Site] += units.H100e(let+later) * w.families[f.Family].H100e
	}
	for s, sum := range letAt {
		if sum != w.letAt[s] {
			return fmt.Errorf("%s: %d thousandths of an H100e are let, %d are noted", w.sc.Name(Ref{OfSite, int32(s)}), sum, w.letAt[s])
		}
	}
	return nil
}

func lawCapacity(w *World) error {
	given, taken := units.H100e(0), units.H100e(0)
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		given += co.Let
		taken += co.Rented
		if co.Let > co.Own || co.Rented-co.Ended > co.Owed {
			return fmt.Errorf("%s runs %d and lets %d, is promised %d and gets %d (thousandths of an H100e)",
				w.sc.Name(Ref{OfCompany, int32(c)}), co.Own, co.Let, co.Owed, co.Rented)
		}
	}
	if given != taken {
		return fmt.Errorf("landlords provide %d thousandths of an H100e, tenants get %d", given, taken)
	}
	return nil
}

func lawServing(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co, used, takes, worth, paid, all, on := &w.companies[c], units.H100e(0), units.H100e(0), units.Price(0), units.USD(0), units.USD(0), int16(0)
		for s := SegmentID(1); int(s) < len(w.segments); s++ {
			p := w.product(s, c)
			takes, worth, paid = takes+p.Takes, worth+p.Worth, paid+p.Takings
			all += w.paidFor(p)
			if p.On {
				on++
			}
			if p.Worth != units.Hourly(p.Price, p.Wanted) || p.Takings != units.WeekRent(p.Price, p.Served) {
				return fmt.Errorf("%s of %s: %d is asked and %d served at %d, for %d and %d dollars", w.sc.Name(Ref{OfCompany, int32(c)}),
					w.sc.Name(Ref{OfSegment, int32(s)}), p.Wanted, p.Served, p.Price, p.Worth, p.Takings)
			}
			if used += p.compute(p.Served); p.Served < 0 || !p.On && p.Served|p.Wanted != 0 || !finite(p.Share, p.Cost, p.Reach) || p.Share < 0 || p.Cost < 0 {
				return fmt.Errorf("%s serves %d thousandths of an H100e of use of %s with a share of %v and a cost of %v",
					w.sc.Name(Ref{OfCompany, int32(c)}), p.Served, w.sc.Name(Ref{OfSegment, int32(s)}), p.Share, p.Cost)
			}
		}
		if all != w.flow(c, FlowServing, in) {
			return fmt.Errorf("customers paid %s %d dollars, %d for its products", w.sc.Name(Ref{OfCompany, int32(c)}), w.flow(c, FlowServing, in), all)
		}
		if takes != co.Wanted || worth != co.Worth || paid != co.Takings || on != co.Offers {
			return fmt.Errorf("%s: %d thousandths of an H100e of %d an hour are asked and %d dollars paid in %d segments, counted %d of %d, %d and %d",
				w.sc.Name(Ref{OfCompany, int32(c)}), takes, worth, paid, on, co.Wanted, co.Worth, co.Takings, co.Offers)
		}
		if off := used - co.Served; off > unevenServing || off < -unevenServing || co.Served > max(co.room(), 0) {
			return fmt.Errorf("%s serves %d thousandths of an H100e, %d by segments, with %d", w.sc.Name(Ref{OfCompany, int32(c)}), co.Served, used, co.room())
		}
		if p := w.unshared(c); p != nil {
			return fmt.Errorf("%s serves %d of %d that a segment asks, which is not its share of %d", w.sc.Name(Ref{OfCompany, int32(c)}), p.Served, p.Wanted, co.Served)
		}
	}
	if turns := w.takeTurns(); w.turns != turns {
		return fmt.Errorf("segments take turns as in %x, not %x", turns, w.turns)
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		served, wanted, paid := units.H100e(0), units.H100e(0), units.USD(0)
		for _, p := range w.productsIn(s) {
			served, wanted, paid = served+p.Served, wanted+p.Wanted, paid+p.Takings
		}
		if g := &w.segments[s]; served != g.Served || wanted != g.Wanted || paid != g.Takings || g.Served > g.Wanted {
			return fmt.Errorf("%s: %d served of %d wanted for %d, counted %d of %d for %d", w.sc.Name(Ref{OfSegment, int32(s)}), served, wanted, paid, g.Served, g.Wanted, g.Takings)
		} else if nobody := w.nobodyIn(s); w.nobody[s] != nobody {
			return fmt.Errorf("%s: %v buy from nobody, counted %v", w.sc.Name(Ref{OfSegment, int32(s)}), nobody, w.nobody[s])
		}
	}
	return nil
}

// unshared is a product of a company that gets more or less of a room that is shared out
// than the same part of what is asked, but for rounding.
func (w *World) unshared(c CompanyID) *Product {
	co := &w.companies[c]
	room := co.Served + units.H100e(co.Shares) - 1
	if !co.shared(room) {
		return nil
	}
	part := float64(room) / float64(co.Wanted)
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		if off := float64(float64(p.Wanted)*part) - float64(p.Served); p.On && float64(math.Abs(off)*p.Cost) > unevenServing {
			return p
		}
	}
	return nil
}

// unevenServing is how far the compute of a company's use may be off for rounding:
// a thousandth of an H100e for each segment, twice.
const unevenServing = 64

func lawContracts(w *World) error {
	live := make([]int16, len(w.companies))
	clauses := 0
	for row := 1; row < len(w.contracts); row++ {
		k := &w.contracts[row]
		if k.ID == 0 {
			continue
		}
		live[k.Parties[0]]++
		for at := k.Clauses; at != 0; at = w.clauses[at].Next {
			clauses++
			if c := &w.clauses[at]; c.Contract != k.ID || !isParty(c.From, k.Parties) || !isParty(c.To, k.Parties) || c.Owed < 0 {
				return fmt.Errorf("clause %d hangs on contract %d, not on its own", at, k.ID)
			}
		}
	}
	for c := 1; c < len(w.companies); c++ {
		if live[c] != w.companies[c].Contracts || live[c] > contractsPerCompany {
			return fmt.Errorf("%s has %d contracts, %d counted", w.sc.Name(Ref{OfCompany, int32(c)}), live[c], w.companies[c].Contracts)
		}
	}
	for i := 1; i < len(w.clauses); i++ {
		if w.clauses[i].Kind != ClauseNone {
			clauses--
		}
	}
	if clauses != 0 {
		return fmt.Errorf("%d clauses belong to no contract", -clauses)
	}
	return nil
}

func lawRanges(w *World) error {
	for f := 1; f < len(w.families); f++ {
		if r := &w.families[f]; !finite(r.ListFine, r.Shock, r.Carry) || r.List < r.UnitCost || r.Backlog < 0 {
			return fmt.Errorf("%s: list price %v, shock %v, carry %v", w.sc.Name(Ref{OfFamily, int32(f)}), r.ListFine, r.Shock, r.Carry)
		}
	}
	for s := 1; s < len(w.segments); s++ {
		if g := &w.segments[s]; !finite(g.Potential, g.Shock) || g.Wanted < 0 {
			return fmt.Errorf("%s: potential %v, shock %v", w.sc.Name(Ref{OfSegment, int32(s)}), g.Potential, g.Shock)
		}
	}
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		if !finite(co.Quality) || co.Price < 0 || co.Quality > 0 && co.Price < minPrice || co.Policy.Renew > units.One || co.Policy.Renew < 0 {
			return fmt.Errorf("%s: quality %v, price %d", w.sc.Name(Ref{OfCompany, int32(c)}), co.Quality, co.Price)
		}
	}
	return w.rangesOfCompute()
}
