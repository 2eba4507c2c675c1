package sim

import "entangle/sim/units"

// deliverSpec: From, the designer, sells Qty chips of Family to To, to be
// brought to Site. Delivered: chips so far; Now: chips when the designer last shared
// out; Advance: what was paid ahead for chips that have not come. All deliver clauses
// together are the order backlog.
var deliverSpec = clauseSpec{
	Name: "deliver", Needs: []string{"family", "site", "chips"},
	meaning: meanDeliver, load: loadDeliver, release: releaseDeliver,
}

func meanDeliver(c *compiler, path string, _ *ClauseSetup, info *clauseInfo) {
	if info.site != 0 && c.s.sites[info.site].owner != info.to {
		c.wrong(path+".site", "chips go to a site of the buyer; this one belongs to another company", "")
	}
	if info.family != 0 && info.from != 0 && c.s.families[info.family].designer != 0 && c.s.families[info.family].designer != info.from {
		c.wrong(path+".from", "only the family's designer can deliver it", "")
	}
}

func loadDeliver(w *World, k *ClauseSetup, c *Clause) {
	loadChips(w, k, c)
	w.families[c.Family].Backlog += units.Chips(c.Qty)
	w.noteDeal(c.To, c.Family, c.Qty)
	if since := w.contracts[c.Contract.row()].Start; since > 0 {
		t := w.dealer(c.To, c.Family)
		t.Since = min(t.Since, since)
	}
}

// releaseDeliver takes what was not delivered out of the backlog and refunds the
// deposit on it, as far as the designer can, unless the buyer owes money himself.
func releaseDeliver(w *World, k *Contract, c *Clause) {
	open := c.Qty - c.Delivered
	w.expect(c, -1)
	w.families[c.Family].Backlog -= units.Chips(open)
	back := units.USD(0)
	if p := w.priceOf(c); p != nil && p.Owed == 0 && open > 0 {
		back = w.payUpTo(c.From, PartyOf(c.To), FlowRefund, deposit(p.Price, p.Share, open))
	}
	w.keepAdvance(c, back)
}

// expect adds what an order has still to bring to what its buyer expects, or with
// -1 takes it off: chips, the power they will need, and what is due on delivery.
// Whatever changes an order takes it off before and adds it after.
func (w *World) expect(c *Clause, sign int64) {
	co, open := &w.companies[c.To], c.Qty-c.Delivered
	if open == 0 {
		return
	}
	w.sites[c.Site].Ordered += units.KW(sign) * w.fleets[c.Fleet].draw(units.Chips(open))
	co.OnOrder += units.H100e(sign*open) * w.families[c.Family].H100e
	if p := w.priceOf(c); p != nil {
		co.ToPay += units.USD(sign) * restOfPrice(p.Price, p.Share, open)
	}
}

// expectLess takes n chips that come now off what the buyer of an order expects, who
// pays them as p says.
func (w *World) expectLess(c, p *Clause, n int64) {
	co, f, open := &w.companies[c.To], &w.fleets[c.Fleet], c.Qty-c.Delivered
	w.sites[c.Site].Ordered -= drawSome(units.Chips(open), f.Watts) - drawSome(units.Chips(open-n), f.Watts)
	co.OnOrder -= units.H100e(n) * w.families[c.Family].H100e
	if p != nil && p.Share != units.One {
		co.ToPay -= restOfPrice(p.Price, p.Share, open) - restOfPrice(p.Price, p.Share, open-n)
	}
}

// priceOf is the clause by which the buyer pays for a deliver clause, or nil: most
// often the next one.
func (w *World) priceOf(c *Clause) *Clause {
	if p := &w.clauses[c.Next]; p.buys(c) {
		return p
	}
	return w.findPrice(c)
}

// buys tells whether a clause pays for a deliver clause: only payments have a base.
func (c *Clause) buys(chips *Clause) bool { return c.Base == PayPerChip && c.From == chips.To }

// findPrice looks for it among all clauses of the contract.
func (w *World) findPrice(c *Clause) *Clause {
	for at := w.contracts[c.Contract.row()].Clauses; at != 0; at = w.clauses[at].Next {
		if p := &w.clauses[at]; p.Kind == ClausePay && p.Base == PayPerChip && p.From == c.To {
			return p
		}
	}
	return nil
}
