package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// Part is a part of the fleet as a whole, in compute.
type Part struct {
	Key   string // running, idle, installing, rented, order
	Name  string
	Value string
	Size  units.H100e
}

// FleetRow is the chips of one family at an own site.
type FleetRow struct {
	Site, Family             string
	Running, Idle, Let, Post string // Post is what is offered for rent
	HasIdle                  bool
}

// Parts are the own chips by what they do: running, idle without power, being
// installed, rented from others, on order.
func (p *Play) Parts() []Part {
	own := p.View().Own()
	installing := max(own.Owned-own.Own-own.Idle, 0)
	var list []Part
	for _, x := range []struct {
		key  string
		size units.H100e
	}{{"running", own.Own}, {"rented", own.Rented}, {"idle", own.Idle}, {"installing", installing}, {"order", own.OnOrder}} {
		list = append(list, Part{x.key, p.T("fleet." + x.key), chronicle.Number(p.Lex, units.KindChips, int64(x.size)/1000), x.size})
	}
	return list
}

// Fleet lists the own chips by site and family.
func (p *Play) Fleet() (rows []FleetRow) {
	view := p.View()
	chips := func(n units.Chips) string { return chronicle.Number(p.Lex, units.KindChips, int64(n)) }
	from, to := view.Sites()
	for s := from; s < to; s++ {
		for at := view.FirstBlock(s); at != 0; at = view.NextBlock(at) {
			b := view.Block(at)
			if b.Ready == 0 {
				continue
			}
			rows = append(rows, FleetRow{p.Title(sim.OfSite, int32(s)), p.Title(sim.OfFamily, int32(b.Family)),
				chips(b.Running), chips(b.Ready - b.Running), chips(b.Let), chips(b.Posted), b.Ready > b.Running})
		}
	}
	return rows
}
