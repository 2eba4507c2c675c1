package sim

import (
	"fmt"
	"math"
)

// lawDeputies: at most three areas are delegated, none of them the organisation
// itself; who has no deputy has no orders of one; nobody gives more than his number;
// a war room is open until a day or not at all.
func lawDeputies(w *World) error {
	for c := 1; c < len(w.orgs); c++ {
		o, name := &w.orgs[c], w.sc.Name(Ref{OfCompany, int32(c)})
		if n := o.deputies(); n > mostDeputies || o.Deputies&1 != 0 || o.Deputies>>GroupOrganisation != 0 {
			return fmt.Errorf("%s has %d deputies, areas %b", name, n, o.Deputies)
		}
		for g := range o.Acted {
			has := o.Deputies&(1<<g) != 0
			if o.Acted[g] > deputyOrders || !has && (o.Acted[g] > 0 || o.Month[g] > 0 || o.Brief[g] != 0) {
				return fmt.Errorf("%s: the deputy of area %d gave %d orders this week and %d this month", name, g, o.Acted[g], o.Month[g])
			}
		}
		if (o.Room == 0) != (o.Closes == 0) || o.Room != 0 && o.Closes <= w.Date() || o.Half && o.Room == 0 {
			return fmt.Errorf("%s: a war room for area %d closes on day %d", name, o.Room, o.Closes)
		}
	}
	return nil
}

// lawBureaucracy: where organisations change, a company's bureaucracy is what it has
// come to, its deputies and the turmoil of a reorganisation, and nobody is in
// turmoil beyond its day.
func lawBureaucracy(w *World) error {
	for c := CompanyID(1); int(c) < len(w.orgs); c++ {
		o, co := &w.orgs[c], &w.companies[c]
		if o.Form == FormNone {
			continue
		}
		if want := w.bureaucracyOf(c, nil); math.Abs(want-co.Bureaucracy) > 1e-9 || o.Settled < 0 || o.Settled > 100 {
			return fmt.Errorf("%s has a bureaucracy of %v, its organisation makes %v", w.sc.Name(Ref{OfCompany, int32(c)}), co.Bureaucracy, want)
		}
		if o.Calm != 0 && o.Calm <= w.Date() || o.Told != uint8(weeksOfDelay(co.Bureaucracy)) {
			return fmt.Errorf("%s: in turmoil until day %d, orders were told to wait %d weeks", w.sc.Name(Ref{OfCompany, int32(c)}), o.Calm, o.Told)
		}
	}
	return nil
}
