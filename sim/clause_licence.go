package sim

import "entangle/sim/units"

// LicenceUse is what a licence allows.
type LicenceUse uint8

// The uses, as modes of license_model.
const (
	LicenceHost LicenceUse = iota + 1 // for customers who take any model
	LicenceCore                       // in all own products, where it is better than the own model
)

var licenceUses = [...]string{"", "host", "core"}

// licenceSpec: From lets To run its models that are hosted by others, for a fee that a
// pay clause names. Qty: the model of signing, 0 any; Delivered: dollars taken in with
// it so far. Newer models of From that others may host come with it.
var licenceSpec = clauseSpec{
	Name: "licence", Needs: []string{"use"},
	meaning: meanLicence, load: func(*World, *ClauseSetup, *Clause) {}, release: releaseLicence,
}

func meanLicence(c *compiler, path string, k *ClauseSetup, info *clauseInfo) {
	for i, name := range licenceUses {
		if i > 0 && name == k.Use {
			info.use = LicenceUse(i)
		}
	}
	if info.use == 0 {
		c.wrong(path+".use", "no use \""+k.Use+"\"", "write host or core")
	}
}

// releaseLicence takes the models back.
func releaseLicence(w *World, k *Contract, c *Clause) {
	w.listed(c.To)
	for _, s := range w.sold(c.To) {
		if p := w.product(s, c.To); p.Licence != 0 && &w.clauses[p.Licence] == c {
			p.Licence = 0
			w.noteFee(s, c.To, false)
			w.news(c.To)
		}
	}
	w.emit(Event{Kind: EventLicenceEnded, Cause: k.Signed, By: c.To, Peer: c.From, Ref: Ref{OfContract, int32(k.ID)}, Amount: c.Delivered})
}

// licensed is the best model that a licence lets its holder run today, 0 none.
func (w *World) licensed(c *Clause) (best ModelID) {
	if !on(w.sc.setup.Switches.Licences) {
		return 0
	}
	if best = w.labs[c.From].Best; best != 0 && (w.models[best].Mode != ReleaseClosed || c.Qty == 0 || int64(best) == c.Qty) {
		return best
	}
	best = 0
	from, to := modelsOf(c.From)
	for m := from; m < to; m++ {
		if w.offered(m) && (w.models[m].Mode != ReleaseClosed || c.Qty == 0 || int64(m) == c.Qty) &&
			(best == 0 || w.appealing(m) > w.appealing(best)) {
			best = m
		}
	}
	return best
}

// keeps is the share of a price that the holder of a licence has left after its fee.
func (w *World) keeps(c *Clause) float64 {
	for at := w.contracts[c.Contract.row()].Clauses; at != 0; at = w.clauses[at].Next {
		if p := &w.clauses[at]; p.Kind == ClausePay && p.Base == PayFee && p.From == c.To {
			return 1 - float64(p.Share)/float64(units.One)
		}
	}
	return 1
}

// isLicence tells whether a contract is a licence and its fee, and nothing else.
func (w *World) isLicence(k *Contract) bool {
	first := &w.clauses[k.Clauses]
	p := &w.clauses[first.Next]
	return first.Kind == ClauseLicence && p.Kind == ClausePay && p.Base == PayFee && p.Next == 0
}

// license signs a licence.
func (w *World) license(o *Order, from CompanyID, weeks int32, by EventID) {
	id := w.sign(o.By, from, w.Date(), w.Date().AddWeeks(int(weeks)), w.turnFrom(w.Date()), by)
	w.add(id, &Clause{Kind: ClauseLicence, From: from, To: o.By, Use: LicenceUse(o.Mode), Qty: int64(o.Model)})
	w.add(id, &Clause{Kind: ClausePay, Base: PayFee, From: o.By, To: from, Share: w.models[o.Model].Fee})
	w.schedule(id.row())
}
