package sim

import "entangle/sim/units"

// Flow is the reason for a movement of money.
type Flow uint8

// The reasons.
const (
	FlowServing  Flow = iota // customers buy served compute
	FlowRent                 // tenants pay landlords
	FlowChips                // buyers pay designers
	FlowFee                  // fixed weekly payments under contracts
	FlowEnergy               // power
	FlowBuilding             // designers have chips built
	FlowOverhead             // staff and the rest
	FlowRefund               // deposits on chips that are not delivered
	FlowSites                // halls, transformers, turbines and batteries
	FlowGrid                 // places in line and connections
	FlowPact                 // gifts to neighbours
	FlowPorting              // work on software for a chip family
	FlowSpot                 // compute for a week
	FlowResale               // used chips
	FlowSilicon              // programmes for own chips
	FlowPay                  // pay of people in tiers, severance, offices
	// Stars.
	FlowStars    // pay of named people, and what they get on signing
	FlowEquity   // capital: investors buy new shares
	FlowLoan     // what is lent and repaid
	FlowInterest // on loans
	FlowAuction  // chips of bankrupt companies
	FlowLicence  // fees for models of others
	FlowVenture  // business programmes
	FlowOther    // what a company's other business leaves
	FlowCount
)

// Direction of a flow, seen from a party.
const (
	in  = 0
	out = 1
)

// flowNames are the reasons as outputs spell them.
var flowNames = [FlowCount]string{
	FlowServing:  "serving",
	FlowRent:     "rent",
	FlowChips:    "chips",
	FlowFee:      "fee",
	FlowEnergy:   "energy",
	FlowBuilding: "building",
	FlowOverhead: "overhead",
	FlowRefund:   "refund",
	FlowSites:    "sites",
	FlowGrid:     "grid",
	FlowPact:     "pact",
	FlowPorting:  "porting",
	FlowSpot:     "spot",
	FlowResale:   "resale",
	FlowSilicon:  "silicon",
	FlowPay:      "pay",
	FlowStars:    "stars",
	FlowEquity:   "equity",
	FlowLoan:     "loan",
	FlowInterest: "interest",
	FlowAuction:  "auction",
	FlowLicence:  "licence",
	FlowVenture:  "ventures",
	FlowOther:    "other",
}

// Name returns the reason as outputs spell it.
func (f Flow) Name() string { return flowNames[f] }

// pay moves money and books it on both sides. It is the only way money moves.
// The caller has made sure that a paying company has the cash.
func (w *World) pay(from, to Party, why Flow, amount units.USD) {
	if amount == 0 {
		return
	}
	w.head.Postings++
	w.book(from, why, out, amount)
	w.book(to, why, in, amount)
}

func (w *World) book(p Party, why Flow, way int, amount units.USD) {
	sign := amount
	if way == out {
		sign = -amount
	}
	if p < 0 {
		w.outside[-p] += sign
		return
	}
	w.companies[p].Cash += sign
	w.total[(int(p)*int(FlowCount)+int(why))*2+way] += amount
}

// payUpTo pays what the company has, at most amount, and says how much it was.
func (w *World) payUpTo(from CompanyID, to Party, why Flow, amount units.USD) units.USD {
	if have := w.companies[from].Cash; amount > have {
		amount = have
	}
	if amount <= 0 {
		return 0
	}
	w.pay(PartyOf(from), to, why, amount)
	return amount
}

// flow is what a company took in or paid out for a reason since the start.
func (w *World) flow(c CompanyID, why Flow, way int) units.USD {
	return w.total[(int(c)*int(FlowCount)+int(why))*2+way]
}

// income is what a company earned since the start: all that came in by selling
// compute, capacity and chips and as fees, and what its other business left. Refunds
// are no income.
func (w *World) income(c CompanyID) units.USD {
	came := w.total[int(c)*int(FlowCount)*2:][:FlowCount*2] // in and out by turns
	return came[FlowServing*2] + came[FlowRent*2] + came[FlowChips*2] + came[FlowFee*2] + came[FlowSpot*2] + came[FlowLicence*2] +
		came[FlowOther*2]
}
