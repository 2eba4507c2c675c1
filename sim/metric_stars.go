package sim

import "entangle/sim/units"

const million = 1e6

// stars: named people whom a company employs.
func readStars(w *World, id int32) float64 { return float64(w.rosters[id].Stars) }

func whyStars(w *World, id int32, t *Terms) {
	for i := 1; i < len(w.people); i++ {
		if w.people[i].Employer == CompanyID(id) {
			t.AddOf(TermPerson, Ref{OfPerson, int32(i)}, 1)
		}
	}
}

// star_bill: pay of a company's named people.
func readStarBill(w *World, id int32) (sum float64) {
	for i := 1; i < len(w.people); i++ {
		if w.people[i].Employer == CompanyID(id) {
			sum += float64(w.people[i].Pay) / million
		}
	}
	return sum
}

func whyStarBill(w *World, id int32, t *Terms) {
	for i := 1; i < len(w.people); i++ {
		if p := &w.people[i]; p.Employer == CompanyID(id) {
			t.AddOf(TermPerson, Ref{OfPerson, int32(i)}, float64(p.Pay)/million)
		}
	}
}

// star_pay: what the market gives a star of middling know-how a year.
func readStarPay(w *World, _ int32) float64 { return w.stars.Level / million }

func whyStarPay(w *World, _ int32, t *Terms) {
	t.Add(TermStart, w.stars.AtStart/million)
	t.Add(TermSignings, (w.stars.Level-w.stars.AtStart)/million)
}

// person_pay: a person's pay a year; of somebody who is free, what he asks.
func readPersonPay(w *World, id int32) float64 {
	p := &w.people[id]
	if p.Employer == 0 {
		return w.starAsk(p) / million
	}
	return float64(p.Pay) / million
}

func whyPersonPay(w *World, id int32, t *Terms) {
	ask := w.starAsk(&w.people[id]) / million
	t.Add(TermMarket, ask)
	t.Add(TermAbove, readPersonPay(w, id)-ask)
}

// person_stay: the chance that a person stays if he chose today between his place and
// the best he could have elsewhere; 0 of somebody who is free.
func readPersonStay(w *World, id int32) float64 {
	if w.people[id].Employer == 0 {
		return 0
	}
	return w.stayOdds(&w.people[id])
}

// whyPersonStay lists what the place is worth to the person and what the best outside
// is, in the units of worth; the odds follow from the difference.
func whyPersonStay(w *World, id int32, t *Terms) {
	p := &w.people[id]
	if p.Employer == 0 {
		return
	}
	l := w.placeOf(p.Employer)
	pay, promised, held := w.payWorth(p, p.Pay), p.promised(&l, p.Pledge, p.Mandate, w.kept(p.Employer)), w.held(p)
	t.Add(TermPay, pay)
	t.Add(TermPromises, promised)
	t.Add(TermVesting, held)
	t.AddOf(TermPlace, Ref{OfCompany, int32(p.Employer)}, w.staysNow(p)-pay-promised-held)
	t.Add(TermElsewhere, -w.elsewhere(p, w.knownPlaces()))
}

// StarMarket returns a copy of the market of named people.
func (w *World) StarMarket() StarMarket { return w.stars }

// Person returns a copy of a person's row.
func (w *World) Person(id PersonID) Person { return w.people[id] }

// Roster returns a copy of what a company has in named people.
func (w *World) Roster(id CompanyID) Roster { return w.rosters[id] }

// Forfeits is what leaving today would cost a person.
func (w *World) Forfeits(id PersonID) units.USD { return w.forfeited(&w.people[id]) }
