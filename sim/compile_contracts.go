package sim

import (
	"strconv"

	"entangle/sim/units"
)

// contractsPerCompany bounds the live contracts that a company asked for, as
// buyer, tenant or payer. It bounds the
// book, and with it the cost of a week; an order that would exceed it is
// refused with the figure.
const contractsPerCompany = 24

// clausesPerContract bounds the clauses of a contract in a scenario file.
const clausesPerContract = 8

func (c *compiler) contracts() {
	s := &c.s.setup
	held := make([]int, len(s.Companies)+1)
	for i := range s.Contracts {
		k, path := &s.Contracts[i], "contracts."+s.Contracts[i].ID
		info := contractInfo{}
		if len(k.Parties) != 2 {
			c.wrong(path+".parties", strconv.Itoa(len(k.Parties))+" parties; a contract binds exactly two", "")
		} else {
			for j, name := range k.Parties {
				info.parties[j] = CompanyID(c.find(&c.s.names.companies, "company", path+".parties."+strconv.Itoa(j), name))
			}
			if info.parties[0] == info.parties[1] && info.parties[0] != 0 {
				c.wrong(path+".parties.1", "a contract needs two different parties", "")
			}
		}
		for j := range k.Clauses {
			info.clauses = append(info.clauses, c.clause(path+".clauses."+strconv.Itoa(j), &k.Clauses[j], info.parties))
		}
		if k.Start > s.Start && !info.ahead() {
			c.wrong(path+".start", "a contract of the start cannot begin later, on "+k.Start.String(), "scenario start: "+s.Start.String())
		}
		if k.End <= s.Start {
			c.wrong(path+".end", "the contract is over before the scenario starts", "drop it")
		}
		if len(k.Clauses) == 0 || len(k.Clauses) > clausesPerContract {
			c.wrong(path+".clauses", strconv.Itoa(len(k.Clauses))+" clauses; a contract has 1 to "+strconv.Itoa(clausesPerContract), "")
		}
		c.paidFor(path, k, &info)
		c.booking(path, k, &info)
		info.askerFirst()
		if held[info.parties[0]]++; held[info.parties[0]] == contractsPerCompany+1 && info.parties[0] != 0 {
			c.wrong(path+".parties", "the buyer or tenant has more than "+strconv.Itoa(contractsPerCompany)+" contracts", "merge some")
		}
		c.s.contracts = append(c.s.contracts, info)
	}
}

// paidFor checks that each payment by the hour or by the chip has something to
// count: capacity or chips for the one who pays, and only one such payment.
func (c *compiler) paidFor(path string, k *ContractSetup, info *contractInfo) {
	for j := range info.clauses {
		pay := &info.clauses[j]
		base, ways := payBase(&k.Clauses[j])
		if pay.kind != ClausePay || ways != 1 || base == PayWeekly || pay.from == 0 {
			continue
		}
		what, things, payments := ClauseCapacity, 0, 0
		switch base {
		case PayPerChip:
			what = ClauseDeliver
		case PayFee:
			what = ClauseLicence
		case PayCredit:
			what = ClauseBooking
		}
		for i := range info.clauses {
			o := &info.clauses[i]
			if o.kind == what && (o.to == pay.from) == (base != PayCredit) || base == PayRent && o.kind == ClauseBooking && o.to == pay.from {
				things++
			}
			if other, _ := payBase(&k.Clauses[i]); o.kind == ClausePay && o.from == pay.from && other == base {
				payments++
			}
		}
		at := path + ".clauses." + strconv.Itoa(j)
		if things == 0 {
			c.wrong(at, "nothing to pay for: no "+what.Name()+" clause of this contract is "+whose(base)+" the one who pays", "check from and to")
		}
		if payments > 1 {
			c.wrong(at, "two payments count the same "+what.Name()+" clauses", "make two contracts")
		}
	}
}

// whose says what the one who pays has to do with what he pays for.
func whose(base PayBase) string {
	if base == PayCredit {
		return "by"
	}
	return "for"
}

// askerFirst puts the party that receives something first, as if it had asked
// for the contract; with nothing but payments the order of the file stays.
func (info *contractInfo) askerFirst() {
	for i := range info.clauses {
		if k := &info.clauses[i]; k.kind != ClausePay && k.to != 0 {
			if k.to == info.parties[1] {
				info.parties[0], info.parties[1] = info.parties[1], info.parties[0]
			}
			return
		}
	}
}

func (c *compiler) clause(path string, k *ClauseSetup, parties [2]CompanyID) clauseInfo {
	info := clauseInfo{
		from: CompanyID(c.find(&c.s.names.companies, "company", path+".from", k.From)),
		to:   CompanyID(c.find(&c.s.names.companies, "company", path+".to", k.To)),
	}
	if info.from != 0 && info.to != 0 && (info.from == info.to || !isParty(info.from, parties) || !isParty(info.to, parties)) {
		c.wrong(path, "from and to must be the two parties of the contract", "")
	}
	for kind := ClauseNone + 1; kind < clauseKinds; kind++ {
		if clauseSpecs[kind].Name == k.Kind {
			info.kind = kind
		}
	}
	if info.kind == ClauseNone {
		c.wrong(path+".kind", "no clause kind \""+k.Kind+"\"", "kinds: pay, capacity, deliver, licence, booking")
		return info
	}
	if k.Family != "" {
		info.family = FamilyID(c.find(&c.s.names.families, "chip family", path+".family", k.Family))
	}
	if k.Site != "" {
		info.site = SiteID(c.find(&c.s.names.sites, "site", path+".site", k.Site))
	}
	spec := clauseSpecs[info.kind]
	given := map[string]bool{"family": k.Family != "", "site": k.Site != "", "chips": k.Chips.Given,
		"weekly": k.Weekly.Given, "rent": k.Rent.Given, "per_chip": k.PerChip.Given, "prepaid": k.Prepaid.Given, "fee": k.Fee.Given, "use": k.Use != "",
		"credit": k.Credit.Given, "compute": k.Compute.Given, "steps": k.Steps.Given, "every": k.Every.Given, "slip": k.Slip.Given, "take_or_pay": k.Take.Given, "exit": k.Exit.Given}
	for _, key := range clauseKeys {
		need, may := has(spec.Needs, key), has(spec.May, key)
		if given[key] && !need && !may {
			c.wrong(path+"."+key, "a "+spec.Name+" clause has no "+key, "")
		}
		if !given[key] && need {
			c.wrong(path, "a "+spec.Name+" clause needs "+key, "")
		}
	}
	if spec.meaning != nil {
		spec.meaning(c, path, k, &info)
	}
	return info
}

// clauseKeys are the keys of a clause that only some kinds have.
var clauseKeys = []string{"family", "site", "chips", "weekly", "rent", "per_chip", "prepaid", "fee", "use", "credit", "compute", "steps", "every", "slip", "take_or_pay", "exit"}

func isParty(id CompanyID, parties [2]CompanyID) bool { return id == parties[0] || id == parties[1] }

func has(list []string, key string) bool {
	for _, x := range list {
		if x == key {
			return true
		}
	}
	return false
}

// payBase tells which of the five ways a pay clause of a file counts.
func payBase(k *ClauseSetup) (base PayBase, ways int) {
	if k.Weekly.Given {
		base, ways = PayWeekly, ways+1
	}
	if k.Rent.Given {
		base, ways = PayRent, ways+1
	}
	if k.PerChip.Given {
		base, ways = PayPerChip, ways+1
	}
	if k.Fee.Given {
		base, ways = PayFee, ways+1
	}
	if k.Credit.Given {
		base, ways = PayCredit, ways+1
	}
	return base, ways
}

// hoursAWeek turns hourly prices into weeks.
const hoursAWeek = 168

// microUSD is one dollar in units.Price.
const microUSD = units.Price(1_000_000)
