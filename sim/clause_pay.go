package sim

import "entangle/sim/units"

// PayBase says what a pay clause counts.
type PayBase uint8

// The bases of payment.
const (
	PayWeekly  PayBase = iota // Qty dollars each week
	PayRent                   // Price per H100e-hour that the contract's capacity clauses ran
	PayPerChip                // Price per chip that its deliver clauses delivered, less the share prepaid
	PayFee                    // Share of what was taken in with the models of its licence clauses
	PayCredit                 // Price, a share of the rent, per H100e-hour that its booking clauses lacked
)

// paySpec: From pays To. Qty: dollars a week (PayWeekly), or dollars of rent paid ahead
// and not used up (PayRent); Price: micro-dollars per H100e-hour or per chip; Share: part
// of a chip's price, or of the rent of a booking, that was paid at signing;
// Delivered: dollars paid so far; Now: dollars paid with the last bill; Owed: arrears.
var paySpec = clauseSpec{
	Name: "pay", May: []string{"weekly", "rent", "per_chip", "prepaid", "fee", "credit"},
	meaning: meanPay, load: loadPay, release: releasePay,
}

func meanPay(c *compiler, path string, k *ClauseSetup, _ *clauseInfo) {
	base, ways := payBase(k)
	if ways != 1 {
		c.wrong(path, "a pay clause needs exactly one of weekly, rent, per_chip, fee and credit", "")
	}
	if k.Rent.Given && k.Rent.Value == 0 {
		c.wrong(path+".rent", "a rent of nothing pays nothing", "drop the clause")
	}
	if k.Prepaid.Given && base != PayPerChip && base != PayRent {
		c.wrong(path+".prepaid", "prepaid belongs to per_chip, or to the rent of a booking", "")
	}
}

func loadPay(w *World, k *ClauseSetup, c *Clause) {
	c.Base, _ = payBase(k)
	switch c.Base {
	case PayWeekly:
		c.Qty = w.whole(&k.Weekly)
	case PayRent:
		c.Price = units.Price(w.whole(&k.Rent))
		c.Share = units.PPM(w.whole(&k.Prepaid))
	case PayPerChip:
		c.Price = units.Price(w.whole(&k.PerChip)) * microUSD
		c.Share = units.PPM(w.whole(&k.Prepaid))
	case PayFee:
		c.Share = units.PPM(w.whole(&k.Fee))
	case PayCredit:
		c.Share = units.PPM(w.whole(&k.Credit))
	}
}

// settlePay pays what fell due this week and what is in arrears, as far as the
// cash goes.
func (w *World) settlePay(k *Contract, c *Clause, due units.USD) {
	if c.Qty > 0 && c.Base == PayRent {
		due -= w.useUp(c, due)
	}
	all := due + c.Owed
	paid := min(all, max(w.companies[c.From].Cash, 0))
	w.payEach(c.From, c.To, payFlows[c.Base], paid)
	if c.Base == PayPerChip {
		w.companies[c.To].ChipSales += due // the rest of what was handed over this week
		w.companies[c.From].ChipsHad += due
	}
	c.Now = int64(paid)
	c.Delivered += int64(paid)
	if c.Owed = all - paid; c.Owed > 0 {
		w.emit(Event{Kind: EventPaymentMissed, Cause: k.Signed, By: c.From, Peer: c.To,
			Ref: Ref{OfContract, int32(k.ID)}, Amount: int64(c.Owed)})
	}
}

// bill is what falls due under a pay clause: for the last week, or, for rent, for
// all that was provided since the last bill.
func (w *World) bill(k *Contract, c *Clause) (due units.USD) {
	switch c.Base {
	case PayWeekly:
		return units.USD(c.Qty)
	case PayRent:
		due = units.WeekRent(c.Price, w.ranUnder(k, c.From)) // rounded once, however many blocks it came from
	case PayCredit: // for one booking, which stands ahead of what was handed over of it
		if booking := w.bookingOf(k); booking != 0 {
			due = w.creditFor(c, &w.clauses[booking])
		}
	default:
		for at, kind := k.Clauses, payFor[c.Base]; at != 0; at = w.clauses[at].Next {
			if o := &w.clauses[at]; o.Kind == kind {
				due += w.fallsDue(c, o)
			}
		}
	}
	if c.Base.sinceStart() {
		due -= c.billed()
	}
	return due
}

// payFor is the kind of clause that something is paid for.
var payFor = [...]ClauseKind{PayPerChip: ClauseDeliver, PayFee: ClauseLicence}

// ranUnder is the compute in weeks that a tenant had under a contract since the start.
func (w *World) ranUnder(k *Contract, tenant CompanyID) (ran units.H100e) {
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		o := &w.clauses[at]
		part := w.families[o.Family].H100e * units.H100e(w.ran(o))
		if int64(o.Kind^ClauseCapacity)|int64(o.To^tenant) != 0 { // nobody could guess which clause comes next
			part = 0
		}
		ran += part
	}
	return ran
}

// sinceStart tells whether what falls due is reckoned for all that was provided since
// the start.
func (b PayBase) sinceStart() bool { return b >= PayRent && b != PayPerChip }

// billed is what was billed under a pay clause so far: it was paid or is owed.
func (c *Clause) billed() units.USD { return units.USD(c.Delivered) + c.Owed }

// fallsDue is what falls due under a pay clause for what another clause provided,
// for rent since the start.
func (w *World) fallsDue(c, o *Clause) units.USD {
	switch {
	case c.Base == PayCredit:
		return w.creditFor(c, o)
	case o.To != c.From:
		return 0
	case c.Base == PayRent && o.Kind == ClauseCapacity:
		return units.WeekRent(c.Price, w.families[o.Family].H100e*units.H100e(w.ran(o)))
	case o.Delivered == 0:
		return 0
	case c.Base == PayFee && o.Kind == ClauseLicence:
		return usd(c.Share.Of(o.Delivered))
	case c.Base == PayPerChip && o.Kind == ClauseDeliver && o.Now > 0 && w.families[o.Family].turn(o.Family) == turnOf(w.head.Tick):
		return restOfPrice(c.Price, c.Share, o.Delivered) - restOfPrice(c.Price, c.Share, o.Delivered-o.Now)
	}
	return 0
}

// deposit is the part of the price of n chips that is paid at signing.
func deposit(p units.Price, prepaid units.PPM, n int64) units.USD {
	return units.Prepaid(p, prepaid, n)
}

// restOfPrice is what is due on delivery of n chips. Summed over deliveries it
// is exact: a week's bill is the difference of two of these.
func restOfPrice(p units.Price, prepaid units.PPM, n int64) units.USD {
	if prepaid == units.One {
		return 0 // most orders of a busy designer
	}
	return deposit(p, units.One-prepaid, n)
}

// payFlows are the reasons of payments.
var payFlows = [...]Flow{PayWeekly: FlowFee, PayRent: FlowRent, PayPerChip: FlowChips, PayFee: FlowLicence, PayCredit: FlowCredit}
