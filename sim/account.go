package sim

import "entangle/sim/units"

// Account is what binds a company to a chip family and, in the row of the first of
// his families, to its designer.
type Account struct {
	Since  units.Date // of unbroken purchase from the designer; 0: never bought
	Last   units.Date // an order or a delivery
	Liked  float64    // how much the designer likes the company, as last reckoned (loyalty)
	Bought float64    // thousandths of an H100e ordered from the designer, fading over a year

	Penalty float64    // what immature software costs the company on the family, in shares of the compute left
	Crew    int32      // engineers at work on it
	Until   units.Date // the day they are done
	Seen    units.Date // the day up to which their work is counted

	Kept  units.H100e // that the company runs of the family and does not let
	Hired units.H100e // that landlords run for it

	Barred units.PPM // of the family's chips, withheld from it by events from outside
	Levy   units.PPM // of what the designer is paid for them, to the state
	Duty   units.PPM // on what they cost it, the same
}

// unbroken is how many weeks may pass without order or delivery before a
// designer counts a buyer as new again.
const unbroken = 26

// account is the row of a company and a family.
func (w *World) account(c CompanyID, f FamilyID) *Account {
	return &w.accounts[int(c)*len(w.families)+int(f)]
}

// accountsOf is the rows of a company, by family.
func (w *World) accountsOf(c CompanyID) []Account {
	n := len(w.families)
	return w.accounts[int(c)*n:][:n]
}

// dealer is the row of a company and a family's designer.
func (w *World) dealer(c CompanyID, f FamilyID) *Account { return w.account(c, w.sc.families[f].first) }

// bought is what of its orders a designer still remembers.
func (t *Account) bought(today units.Date) float64 {
	if left := float64(t.Bought * (1 - float64(today-t.Last)/daysAYear)); left > 0 {
		return left
	}
	return 0
}

const daysAYear = 365.25

// noteDeal notes that a company ordered n chips of a family, or with 0 that it took
// delivery.
func (w *World) noteDeal(c CompanyID, f FamilyID, n int64) {
	t, today := w.dealer(c, f), w.Date() // a second delivery of a week changes nothing
	since := t.Since
	if countIf(since == 0)|countIf(today > t.Last.AddWeeks(unbroken)) != 0 { // nobody can guess who buys again: no branch
		since = today
	}
	t.Since = since
	t.Bought = t.bought(today) + float64(units.H100e(n)*w.families[f].H100e)
	t.Last = today
}

// judgeWeeks is how often designers reckon who has been faithful.
const judgeWeeks = 13

// judgeBuyers lets designers reckon, every quarter, who has been faithful.
func (w *World) judgeBuyers() {
	for c := CompanyID(1); int(c) < len(w.companies) && w.params.Loyalty > 0 && w.head.Tick%judgeWeeks == 0; c++ {
		w.like(c)
	}
}

// like reckons anew how much designers like a company.
func (w *World) like(c CompanyID) {
	all, today, accounts := 0.0, w.Date(), w.accountsOf(c)
	for _, f := range w.sc.dealers {
		if accounts[f].Bought != 0 { // most buy of few
			all += accounts[f].bought(today)
		}
	}
	stranger := (&Account{}).loyalty(all, today)
	for _, f := range w.sc.dealers {
		t := &accounts[f]
		if t.Liked = stranger; t.Bought != 0 || t.Since != 0 {
			t.Liked = t.loyalty(all, today)
		}
	}
}

// rivalBuyer is the share of a buyer's orders with other designers from which on
// a designer holds it against him; economics.md 1.
const rivalBuyer = 0.3

// loyalty is how much a designer likes a buyer who has ordered so much in all: from
// 0 for a new one to 1 for two years of unbroken purchase, and a half less for one who
// buys from rivals too: the proportions of economics.md 1.
func (t *Account) loyalty(all float64, today units.Date) (sum float64) {
	if t.Since != 0 && today <= t.Last.AddWeeks(unbroken) {
		sum = min(float64(today-t.Since)/(2*daysAYear), 1)
	}
	if all-t.bought(today) > float64(rivalBuyer*all) {
		sum -= 0.5
	}
	return sum
}
