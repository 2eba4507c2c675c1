package sim

import (
	"fmt"

	"entangle/sim/units"
)

// lawBookings: what was handed over of a booking is what its contract lets of its
// landlord's chips, of the family and at the site that it names; what it lacks has come
// or is late; and both parties count what is still to come.
func lawBookings(w *World) error {
	awaits, pledges := make([]units.H100e, len(w.companies)), make([]units.H100e, len(w.companies))
	for i := 1; i < len(w.clauses); i++ {
		c := &w.clauses[i]
		if c.Kind != ClauseBooking {
			continue
		}
		awaits[c.To] += units.H100e(c.Qty - c.Now)
		pledges[c.From] += units.H100e(c.Qty - c.Now)
		if err := w.lawBooking(c); err != nil {
			return err
		}
	}
	for c := 1; c < len(w.companies); c++ {
		if co := &w.companies[c]; co.Awaited != awaits[c] || co.Pledged != pledges[c] {
			return fmt.Errorf("%s awaits %d of landlords and has pledged %d to tenants; contracts say %d and %d",
				w.sc.Name(Ref{OfCompany, int32(c)}), co.Awaited, co.Pledged, awaits[c], pledges[c])
		}
	}
	return nil
}

func (w *World) lawBooking(c *Clause) error {
	k, handed := &w.contracts[c.Contract.row()], int64(0)
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		o := &w.clauses[at]
		if o.Kind != ClauseCapacity {
			continue
		}
		handed += o.Qty * int64(w.families[o.Family].H100e)
		if w.sc.sites[o.Site].owner != c.From || c.Site != 0 && o.Site != c.Site || c.Family != 0 && o.Family != c.Family {
			return fmt.Errorf("%s gets chips of %s that it has not booked", w.sc.Name(Ref{OfCompany, int32(c.To)}), w.sc.Name(Ref{OfSite, int32(o.Site)}))
		}
	}
	if handed != c.Now || c.Now > c.Qty {
		return fmt.Errorf("%d of %d booked count as handed over, contracts let %d", c.Now, c.Qty, handed)
	}
	if w.head.Tick == 0 {
		return nil
	}
	day := w.Date() - 7 // of the week that was played
	weeks := int64(day-k.Start) / 7
	due := int64(0)
	for step := int64(0); step < int64(c.Steps) && day >= k.Start && step*int64(c.Every) <= weeks; step++ {
		due = (step + 1) * (c.Qty / int64(c.Steps))
	}
	if late := due - c.Now; late > due/(crumb/2)+int64(c.Steps) && c.Late == 0 {
		return fmt.Errorf("%s lacks %d of what it booked, late for %d weeks", w.sc.Name(Ref{OfCompany, int32(c.To)}), late, c.Late)
	}
	return nil
}

// lawDues: what bookings will still bring is the rent of what they promise for each week
// that is left, less what was paid ahead; reckoned anew here, week by week, in floats.
func lawDues(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		booked, all := 0.0, 0.0
		for i := 1; i < len(w.clauses); i++ {
			if p := &w.clauses[i]; p.Kind == ClausePay && p.To == c {
				sum := w.toCome(p)
				if all += sum; p.Base == PayRent {
					if row := w.bookingOf(&w.contracts[p.Contract.row()]); row != 0 {
						booked += sum - w.dueWeekly(&w.clauses[row], p)
					}
				}
			}
		}
		if booked > 1e-3 || booked < -1e-3 || !finite(all) {
			return fmt.Errorf("%s counts %v billion dollars more to come of bookings than their weeks bring", w.sc.Name(Ref{OfCompany, int32(c)}), booked)
		}
	}
	return nil
}

// dueWeekly is what a booking will still bring, in billions of dollars: a week after the
// other, of each step that has begun by then what was not handed over, and all that was.
func (w *World) dueWeekly(c, p *Clause) (sum float64) {
	k := &w.contracts[c.Contract.row()]
	rate := float64(float64(p.Price) * (hoursAWeek / (1000 * float64(microUSD) * billion)))
	for day := max(w.Date(), k.Start); day+7 <= k.End; day += 7 {
		sum += float64(rate * float64(c.Now))
	}
	left := float64(c.Now)
	for step := int64(1); step <= int64(c.Steps); step++ {
		size := float64(c.Qty*step/int64(c.Steps) - c.Qty*(step-1)/int64(c.Steps))
		open := size - min(left, size)
		left -= size - open
		for day := max(w.Date(), k.Start+units.Date(7*int64(c.Every)*(step-1))); day+7 <= k.End; day += 7 {
			sum += float64(rate * open)
		}
	}
	return sum + bn(p.Owed) + bn(w.bill(k, p)) - bn(units.USD(p.Qty))
}
