package sim

import "fmt"

// lawSpot: what is bought for a week is sold for it, nobody does both, and the
// exchange keeps nothing but the cents of rounding.
func lawSpot(w *World) error {
	bought, sold := w.spot.Volume, w.spot.Volume
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		bought -= co.SpotIn
		sold -= co.SpotOut
		if co.SpotIn < 0 || co.SpotOut < 0 || co.SpotIn > 0 && co.SpotOut > 0 {
			return fmt.Errorf("%s buys %d and sells %d for the week", w.sc.Name(Ref{OfCompany, int32(c)}), co.SpotIn, co.SpotOut)
		}
	}
	most := int64(len(w.companies)) * int64(w.head.Tick)
	if kept := int64(w.outside[-Exchange]); bought != 0 || sold != 0 || kept > most || kept < -most {
		return fmt.Errorf("%d sold for the week, %d too little bought, %d too little given; the exchange keeps %d dollars", w.spot.Volume, bought, sold, kept)
	}
	return nil
}

// lawEngineers: the engineers of running programmes are those that their owners
// count as designing, and nobody has more at work than it has.
func lawEngineers(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co, designing, porting := &w.companies[c], int64(0), int64(0)
		for p := 1; p < len(w.programs); p++ {
			if w.sc.programs[p].owner == c {
				designing += int64(w.programs[p].Engineers + w.ventures[p].Engineers)
			}
		}
		for f := FamilyID(1); int(f) < len(w.families); f++ {
			porting += int64(w.account(c, f).Crew)
		}
		if designing != co.Designing || designing+porting > max(co.Engineers, designing) {
			return fmt.Errorf("%s has %d engineers, %d design chips and %d port software; it counts %d who design",
				w.sc.Name(Ref{OfCompany, int32(c)}), co.Engineers, designing, porting, co.Designing)
		}
	}
	return nil
}

// lawBooked: what companies have rented from a later day is what those contracts say.
func lawBooked(w *World) error {
	sum := int64(0)
	for i := 1; i < len(w.clauses); i++ {
		if c := &w.clauses[i]; c.Ahead {
			sum += int64(w.h100eOf(c))
		}
	}
	for c := 1; c < len(w.companies); c++ {
		if sum -= int64(w.companies[c].Booked); w.companies[c].Booked < 0 {
			return fmt.Errorf("%s has rented %d from a later day", w.sc.Name(Ref{OfCompany, int32(c)}), w.companies[c].Booked)
		}
	}
	if sum != 0 {
		return fmt.Errorf("contracts of a later day promise %d more than tenants count", sum)
	}
	return nil
}

// rangesOfCompute checks the floats of compute.
func (w *World) rangesOfCompute() error {
	for i := range w.accounts {
		if a := &w.accounts[i]; !finite(a.Penalty, a.Liked, a.Bought) || a.Penalty < 0 || a.Crew < 0 {
			return fmt.Errorf("an account has a penalty of %v, %v bought, a crew of %d", a.Penalty, a.Bought, a.Crew)
		}
	}
	for i := 1; i < len(w.fleets); i++ {
		if f := &w.fleets[i]; !(f.Worth >= 0 && f.Worth <= 1) || f.Later < 0 {
			return fmt.Errorf("%s: chips have kept %v of their price, %d are let from a later day", w.sc.Name(Ref{OfSite, int32(f.Site)}), f.Worth, f.Later)
		}
	}
	for f := 1; f < len(w.families); f++ {
		if row := &w.families[f]; !finite(row.Mix, row.Rate, row.Possible, row.Glut) || row.Mix < -1e-9 || row.Mix > 1+1e-9 || row.Glut < 0 {
			return fmt.Errorf("%s: a mix of %v, %v a week, %v in brokers' stores", w.sc.Name(Ref{OfFamily, int32(f)}), row.Mix, row.Rate, row.Glut)
		}
	}
	if k := &w.spot; !finite(k.Mean, k.Spread) || k.Price < 0 || k.Spread < 0 {
		return fmt.Errorf("a spot price of %d, mean %v, spread %v", k.Price, k.Mean, k.Spread)
	}
	return nil
}
