package sim

import "entangle/sim/units"

// Flow is the reason for a movement of money.
type Flow uint8

// The reasons. What each week books, and what counts as income, comes first: see Flows.
const (
	FlowServing  Flow = iota // customers buy served compute
	FlowFee                  // fixed weekly payments under contracts
	FlowLicence              // fees for models of others
	FlowOther                // what a company's other business leaves
	FlowRent                 // tenants pay landlords
	FlowSpot                 // compute for a week
	FlowBuilding             // designers have chips built
	FlowEnergy               // power
	FlowOverhead             // staff and the rest
	FlowPay                  // pay of people in tiers, severance, offices
	FlowChips                // buyers pay designers
	FlowRefund               // deposits on chips that are not delivered
	FlowSites                // halls, transformers, turbines and batteries
	FlowGrid                 // places in line and connections
	FlowPact                 // gifts to neighbours
	FlowPorting              // work on software for a chip family
	FlowResale               // used chips
	FlowSilicon              // programmes for own chips
	FlowStars                // pay of named people, and what they get on signing
	FlowEquity               // capital: investors buy new shares, and companies pay their shareholders
	FlowLoan                 // what is lent and repaid
	FlowInterest             // on loans
	FlowAuction              // chips of bankrupt companies
	FlowVenture              // business programmes
	FlowOutside              // levies, duties, and what events from outside cost
	FlowPrepaid              // rent paid ahead, and used up
	FlowCredit               // landlords pay for booked capacity that is late
	FlowSupply               // capacity for packaging and memory
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
	FlowOutside:  "outside",
	FlowPrepaid:  "prepaid",
	FlowCredit:   "credit",
	FlowSupply:   "supply",
}

// Name returns the reason as outputs spell it.
func (f Flow) Name() string { return flowNames[f] }

// Flows are what a company took in and paid out since the start, for each reason. All
// that came in stands before all that went out, so that income is read at a stroke.
type Flows [2][FlowCount]units.USD

// pay moves money and books it on both sides. But for a till it is the only way money
// moves. The caller has made sure that a paying company has the cash.
func (w *World) pay(from, to Party, why Flow, amount units.USD) {
	if amount == 0 {
		return
	}
	w.head.Postings++
	if from < 0 {
		w.outside[-from] -= amount
	} else {
		w.debit(CompanyID(from), why, amount)
	}
	if to < 0 {
		w.leaves(to, amount)
	} else {
		w.credit(CompanyID(to), why, amount)
	}
}

// payOut is pay of a company to somebody outside.
func (w *World) payOut(from CompanyID, to Party, why Flow, amount units.USD) {
	w.head.Postings += posting(amount)
	w.debit(from, why, amount)
	w.leaves(to, amount)
}

// payEach is pay of a company to another.
func (w *World) payEach(from, to CompanyID, why Flow, amount units.USD) {
	w.head.Postings += posting(amount)
	w.debit(from, why, amount)
	w.credit(to, why, amount)
}

// leaves has somebody outside be paid.
func (w *World) leaves(to Party, amount units.USD) { w.outside[-to] += amount }

func (w *World) debit(c CompanyID, why Flow, amount units.USD) {
	w.companies[c].Cash -= amount
	w.total[c][out][why] += amount
}

func (w *World) credit(c CompanyID, why Flow, amount units.USD) {
	w.companies[c].Cash += amount
	w.total[c][in][why] += amount
}

// till sums up what many companies pay to somebody outside, or are paid by him, so that
// it is booked there at once. It spares looking up the rows that are at hand.
type till struct {
	postings int64
	sum      units.USD // what came in, less what went out
}

// takes has a company pay.
func (t *till) takes(co *Company, flows *Flows, why Flow, amount units.USD) {
	t.postings += posting(amount)
	t.sum += amount
	co.Cash -= amount
	flows[out][why] += amount
}

// takesUpTo has a company pay what it has, at most amount, and says how much it was.
func (t *till) takesUpTo(co *Company, flows *Flows, why Flow, amount units.USD) units.USD {
	if amount = min(amount, co.Cash); amount <= 0 {
		return 0
	}
	t.takes(co, flows, why, amount)
	return amount
}

// gives has a company paid.
func (t *till) gives(co *Company, flows *Flows, why Flow, amount units.USD) {
	t.postings += posting(amount)
	t.sum -= amount
	co.Cash += amount
	flows[in][why] += amount
}

// book books what a till took and gave for somebody outside.
func (w *World) book(of Party, t *till) {
	w.head.Postings += t.postings
	w.outside[-of] += t.sum
}

// posting counts a movement of money: of nothing there is none.
func posting(amount units.USD) int64 {
	if amount == 0 {
		return 0
	}
	return 1
}

// payUpTo pays what the company has, at most amount, and says how much it was.
func (w *World) payUpTo(from CompanyID, to Party, why Flow, amount units.USD) units.USD {
	amount = min(amount, w.companies[from].Cash)
	if amount <= 0 {
		return 0
	}
	if to < 0 {
		w.payOut(from, to, why, amount)
	} else {
		w.payEach(from, CompanyID(to), why, amount)
	}
	return amount
}

// flow is what a company took in or paid out for a reason since the start.
func (w *World) flow(c CompanyID, why Flow, way int) units.USD { return w.total[c][way][why] }

// income is what a company earned since the start: all that came in by selling
// compute and capacity and as fees, as a maker of what chips are made of, chips when they
// are handed over, and what its other business left.
func (w *World) income(c CompanyID) units.USD {
	return w.companies[c].income(&w.total[c])
}

// income is the same of a company whose flows are at hand.
func (co *Company) income(f *Flows) units.USD {
	return f[in][FlowServing] + f[in][FlowRent] + co.ChipSales + f[in][FlowFee] + f[in][FlowSpot] + f[in][FlowLicence] +
		f[in][FlowOther] + f[in][FlowBuilding]
}

// earned are the flows in that are income; of chips it is what was handed over, and not
// what was paid for them.
const earned = 1<<FlowServing | 1<<FlowRent | 1<<FlowChips | 1<<FlowFee | 1<<FlowSpot | 1<<FlowLicence | 1<<FlowOther | 1<<FlowBuilding

// noCost are the flows out that are no running costs: what is bought lasts, or the
// money only changes its owner.
const noCost = 1<<FlowChips | 1<<FlowRefund | 1<<FlowSites | 1<<FlowGrid | 1<<FlowResale | 1<<FlowEquity | 1<<FlowLoan |
	1<<FlowInterest | 1<<FlowAuction | 1<<FlowSupply | 1<<FlowPrepaid

// costs are a company's running costs since the start, interest apart: all that goes
// out but for noCost.
func (w *World) costs(c CompanyID) units.USD {
	f := &w.total[c]
	return f[out][FlowServing] + f[out][FlowRent] + f[out][FlowFee] + f[out][FlowEnergy] + f[out][FlowBuilding] +
		f[out][FlowOverhead] + f[out][FlowPact] + f[out][FlowPorting] + f[out][FlowSpot] + f[out][FlowSilicon] +
		f[out][FlowPay] + f[out][FlowStars] + f[out][FlowLicence] + f[out][FlowVenture] + f[out][FlowOther] + f[out][FlowCredit] + f[out][FlowOutside]
}

func usd(n int64) units.USD { return units.USD(n) }
