package sim

import (
	"strconv"

	"entangle/sim/units"
)

// BookingsSetup says on what terms capacity that is still to be built is booked. Where
// it is absent nobody books any.
type BookingsSetup struct {
	Take   Figure `yaml:"take_or_pay" unit:"share" range:"0,1000000" opt:"" doc:"share of the rent of what was not handed over that a tenant pays who leaves it; absent: capacity cannot be booked"`
	Credit Figure `yaml:"late_credit" unit:"share" range:"0,2000000" opt:"" doc:"share of the rent of what is late that the landlord pays; absent: none"`
	Exit   Figure `yaml:"late_exit" unit:"weeks" range:"1,208" opt:"" doc:"weeks late after which leaving is free; absent: never"`
}

// books tells whether capacity can be booked in this scenario.
func (w *World) books() bool {
	return w.sc.setup.Bookings.Take.Given && on(w.sc.setup.Switches.Bookings)
}

// clauseRows is for how many clauses a world keeps rows.
func (s *Scenario) clauseRows() int {
	n := s.Companies() + 1
	rows := 2*contractsPerCompany*n + clausesPerContract*len(s.contracts)
	if s.setup.Bookings.Take.Given { // each gets chips of several blocks
		rows += bookingBlocks * contractsPerCompany * n / 2
	}
	return rows
}

// booking checks a contract of the start that books capacity: it has one booking and one
// rent for it.
func (c *compiler) booking(path string, k *ContractSetup, info *contractInfo) {
	bookings, rents := 0, 0
	for i := range info.clauses {
		if info.clauses[i].kind == ClauseBooking {
			bookings++
		}
		if base, _ := payBase(&k.Clauses[i]); info.clauses[i].kind == ClausePay && base == PayRent {
			rents++
		}
	}
	for i := range k.Clauses {
		if slip := k.Clauses[i].Slip; slip.Given && k.Start.AddWeeks(int(units.FromFloat(slip.High, 0, maxWeeks))) >= k.End {
			c.wrong(path+".clauses."+strconv.Itoa(i)+".slip", "it would begin after the contract's end, "+k.End.String(), "let it end later, or slip less")
		}
	}
	for i := range info.clauses {
		if bookings == 0 && info.clauses[i].kind == ClausePay && k.Clauses[i].Rent.Given && k.Clauses[i].Prepaid.Given {
			c.wrong(path+".clauses."+strconv.Itoa(i)+".prepaid", "prepaid belongs to per_chip, or to the rent of a booking", "")
		}
	}
	for i := range info.clauses {
		if k := &info.clauses[i]; k.kind == ClauseBooking && k.site != 0 && k.to != 0 && !c.s.openTo(k.to, k.site) {
			c.wrong(path+".clauses."+strconv.Itoa(i)+".site", "the tenant may not rent in its region, so nothing of it could be handed over",
				"name a site of another region, or add the tenant to regions."+c.s.setup.Regions[c.s.sites[k.site].region-1].ID+".open_to")
		}
	}
	switch {
	case bookings > 0 && !c.s.setup.Bookings.Take.Given:
		c.wrong(path, "capacity cannot be booked in this scenario", "add bookings.take_or_pay, or drop the contract")
	case bookings > 1 || bookings == 1 && rents != 1:
		c.wrong(path, "a contract that books capacity has one booking and one rent for it", "make two contracts")
	}
}

// begins is the first day of a contract of the start: that of the file, and by how much
// it moves if it books capacity.
func (w *World) begins(k *ContractSetup) units.Date {
	weeks := 0
	for i := range k.Clauses {
		if slip := &k.Clauses[i].Slip; slip.Given && on(w.sc.setup.Switches.Slips) {
			weeks = int(w.whole(slip))
		}
	}
	return k.Start.AddWeeks(weeks)
}

// ahead tells whether a contract books capacity, and so may begin after the start.
func (info *contractInfo) ahead() bool {
	for i := range info.clauses {
		if info.clauses[i].kind == ClauseBooking {
			return true
		}
	}
	return false
}
