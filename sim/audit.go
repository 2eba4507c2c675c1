package sim

import (
	"fmt"

	"entangle/sim/units"
)

// Law is a statement about the world that holds after every week.
type Law struct {
	Name  string
	About string
	check func(w *World) error
}

// laws is the list of laws. Each has a mutant in the tests: a change of one line
// of a phase that breaks it, and that Audit must catch.
var laws = [...]Law{
	{"money", "money moves, it does not appear or vanish", lawMoney},
	{"ledger", "a company's cash is what it started with and what the ledger says came and went", lawLedger},
	{"solvency", "no company spends cash it does not have", lawSolvency},
	{"chips", "every chip was there at the start or was made, and is in one fleet or was resold", lawChips},
	{"backlog", "the backlog of a family is what its open deliveries owe", lawBacklog},
	{"orders", "what buyers expect is what their orders have still to bring and cost", lawOrders},
	{"running", "no chip runs that is not installed, and chips being installed are counted", lawRunning},
	{"power", "no site draws more than is energised, and it draws what its running chips need", lawPower},
	{"energised", "halls, grid and turbines are those of the start and those that came, and make what is energised", lawEnergised},
	{"drawn", "what a grid gives is what companies draw from it", lawDrawn},
	{"letting", "chips let are those promised in contracts, chips on offer are not let", lawLetting},
	{"blocks", "tenants get no more than promised and no more than runs", lawBlocks},
	{"capacity", "what tenants get is what landlords run for them", lawCapacity},
	{"serving", "nobody serves more than it has, nor more than is asked for", lawServing},
	{"contracts", "clauses belong to live contracts, and companies count those they asked for", lawContracts},
	{"rows", "each row of the book of contracts is in use or free", lawRows},
	{"books", "clauses are found by those they bring chips to, orders by their designers", lawBooks},
	{"terms", "no contract outlives its day or the patience with its debtor", lawTerms},
	{"billing", "what was provided was paid or is owed", lawBilling},
	{"stock", "what companies own, run and rent is what their sites and rentals say", lawStock},
	{"power bill", "power drawn is paid or owed, and owed only by those who have no cash", lawPowerBill},
	{"works", "what ground was broken for is being built or finished", lawWorks},
	{"queue", "what was asked of a grid was granted, withdrawn or waits in a place of its own", lawQueue},
	{"plants", "turbines at work are those with a permit and those without, and projects are counted", lawPlants},
	{"due", "what is noted of a company's suits, of what its works lack and when its projects are due, is what their rows say", lawDue},
	{"booked", "what is rented from a later day is counted once by tenants", lawBooked},
	{"bookings", "what is booked has come or is late, what came is let, and both parties count the rest", lawBookings},
	{"dues", "what bookings will bring is the rent of what they promise, less what was paid ahead", lawDues},
	{"engineers", "nobody has more engineers at work than it has, and programmes have theirs", lawEngineers},
	{"spot", "what is bought on the spot market is sold there, and paid for once", lawSpot},
	{"building", "nobody builds more than its capacity", lawBuilding},
	{"waiting", "orders that wait are still to come, and companies count theirs; no attention is owed", lawWaiting},
	{"heads", "who was in the field at the start or entered it works somewhere, looks for work or left", lawHeads},
	{"crews", "newcomers are those of the last months, and companies count their people", lawCrews},
	{"know-how", "what a company knows it knew, found out, picked up or was brought, and did not lose", lawKnow},
	// Models.
	{"training", "runs get what their companies give to training, and what they did adds up", lawTraining},
	{"models", "models being made have a run, and customers find the best of those on offer", lawModels},
	{"deputies", "deputies are at most three and keep to their number of orders, war rooms are open or closed", lawDeputies},
	{"bureaucracy", "bureaucracy is what an organisation has come to, its deputies and its turmoil", lawBureaucracy},
	{"ranges", "numbers are finite and inside their bounds", lawRanges},
	// Stars.
	{"stars", "each person has one employer or none, and companies count, pay and promise no more than is theirs", lawStars},

	// capital
	{"loans", "what is owed was lent, and is repaid or lost", lawLoans},
	{"deferred", "what was paid for chips was earned by handing them over or is owed in chips", lawDeferred},
	{"supplies", "makers of packaging and memory have what they ordered, paid for it, and got what designers paid them", lawSupplies},
	{"owners", "shares were there at the start or were sold and paid for", lawOwners},
	{"bankrupt", "who went under serves, rents and orders nothing", lawBankrupt},

	// Customers.
	{"offers", "what is sold runs on a model on offer that its seller may run", lawOffers},
	{"licences", "fees are billed of what was taken in with the models of a licence", lawLicences},

	// Events from outside.
	{"outside", "what phases read of events from outside is the sum of the effects at work, and only those who are asked choose", lawOutside},

	// Programmes.
	{"ventures", "business programmes cost what their owners paid for them, and what customers find of them is on offer", lawVentures},
}

// Laws lists the laws.
func Laws() []Law {
	list := laws
	return list[:]
}

// Audit checks all laws and returns the first that is broken. Tests call it every
// week, the program with --audit.
func (w *World) Audit() error {
	for i := range laws {
		if err := laws[i].check(w); err != nil {
			return fmt.Errorf("law %q is broken after week %d: %w", laws[i].Name, w.head.Tick, err)
		}
	}
	return nil
}

func lawMoney(w *World) error {
	sum := units.USD(0)
	for c := 1; c < len(w.companies); c++ {
		sum += w.companies[c].Cash
	}
	for _, x := range w.outside {
		sum += x
	}
	if sum != w.head.Money {
		return fmt.Errorf("all parties hold %d dollars together, at the start they held %d", sum, w.head.Money)
	}
	return nil
}

func lawLedger(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		want := w.companies[c].StartCash
		for f := Flow(0); f < FlowCount; f++ {
			want += w.flow(c, f, in) - w.flow(c, f, out)
		}
		if want != w.companies[c].Cash {
			return fmt.Errorf("%s has %d dollars, its ledger says %d", w.sc.Name(Ref{OfCompany, int32(c)}), w.companies[c].Cash, want)
		}
	}
	return nil
}

func lawSolvency(w *World) error {
	for c := 1; c < len(w.companies); c++ {
		if w.companies[c].Cash < 0 {
			return fmt.Errorf("%s has %d dollars", w.sc.Name(Ref{OfCompany, int32(c)}), w.companies[c].Cash)
		}
	}
	return nil
}

func lawChips(w *World) error {
	for f := 1; f < len(w.families); f++ {
		row, have, handed := &w.families[f], units.Chips(0), units.Chips(0)
		for i := 1; i < len(w.fleets); i++ {
			if w.fleets[i].Family == FamilyID(f) {
				have += w.fleets[i].Ready + w.fleets[i].Coming
			}
		}
		for i := 1; i < len(w.clauses); i++ {
			if k := &w.clauses[i]; k.Kind == ClauseDeliver && k.Family == FamilyID(f) {
				handed += units.Chips(k.Delivered)
			}
		}
		if have+row.Stock+row.Resold != row.AtStart+row.Made || handed > row.Made {
			return fmt.Errorf("%s: %d chips in fleets, %d in stock, %d resold, %d at the start and %d made since, %d delivered under live contracts",
				w.sc.Name(Ref{OfFamily, int32(f)}), have, row.Stock, row.Resold, row.AtStart, row.Made, handed)
		}
	}
	return nil
}

func lawBacklog(w *World) error {
	for f := 1; f < len(w.families); f++ {
		open := units.Chips(0)
		for i := 1; i < len(w.clauses); i++ {
			if k := &w.clauses[i]; k.Kind == ClauseDeliver && k.Family == FamilyID(f) {
				open += units.Chips(k.Qty - k.Delivered)
				if k.Delivered > k.Qty {
					return fmt.Errorf("%d chips delivered of %d ordered", k.Delivered, k.Qty)
				}
			}
		}
		if open != w.families[f].Backlog {
			return fmt.Errorf("%s: contracts wait for %d chips, the backlog is %d", w.sc.Name(Ref{OfFamily, int32(f)}), open, w.families[f].Backlog)
		}
	}
	return nil
}

func lawRunning(w *World) error {
	for i := 1; i < len(w.fleets); i++ {
		coming := units.Chips(0)
		for _, n := range w.fleets[i].Installing {
			coming += n
		}
		if f := &w.fleets[i]; coming != f.Coming {
			return fmt.Errorf("%s: %d chips are being installed, %d are counted", w.sc.Name(Ref{OfSite, int32(f.Site)}), coming, f.Coming)
		} else if f.Running < 0 || f.Running > f.Ready {
			return fmt.Errorf("%s: %d chips run of %d installed", w.sc.Name(Ref{OfSite, int32(f.Site)}), f.Running, f.Ready)
		}
	}
	return nil
}
