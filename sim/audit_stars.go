package sim

import (
	"fmt"

	"entangle/sim/units"
)

// lawStars: each person has one employer or none, and companies count and pay their
// own; who courts somebody is another company, and is answered; nobody gives away more
// than half of its mandate.
func lawStars(w *World) error {
	count, bill, given := make([]int16, len(w.companies)), make([]units.USD, len(w.companies)), make([]units.PPM, len(w.companies))
	pledged := make([]units.H100e, len(w.companies))
	for i := 1; i < len(w.people); i++ {
		p := &w.people[i]
		if err := w.personHolds(p); err != nil {
			return fmt.Errorf("%s: %w", w.sc.Name(Ref{OfPerson, int32(i)}), err)
		}
		count[p.Employer]++
		bill[p.Employer] += p.weekly()
		given[p.Employer] += p.Mandate
		pledged[p.Employer] += p.Pledge * units.H100e(p.Team)
	}
	for c := 1; c < len(w.rosters); c++ {
		r := &w.rosters[c]
		if r.Stars != count[c] || r.Bill != bill[c] || given[c] > mostMandate || r.Given != given[c] || r.Pledged != pledged[c] || !finite(r.Lesson, r.Grudge) || r.Lesson < 0 || r.Grudge < 0 {
			return fmt.Errorf("%s counts %d stars for %d dollars a week, there are %d for %d; it gave %d ppm of its mandate and counts %d, it promised %d of compute and counts %d, lesson %v, grudge %v",
				w.sc.Name(Ref{OfCompany, int32(c)}), r.Stars, r.Bill, count[c], bill[c], given[c], r.Given, pledged[c], r.Pledged, r.Lesson, r.Grudge)
		}
	}
	if r := &w.rosters[0]; r.Stars != 0 || r.Bill != 0 || r.Gained != 0 || r.Lost != 0 {
		return fmt.Errorf("nobody employs %d stars for %d dollars a week", r.Stars, r.Bill)
	}
	if !finite(w.stars.Level) || len(w.people) > 1 && w.stars.Level <= 0 {
		return fmt.Errorf("the market gives stars %v dollars a year", w.stars.Level)
	}
	return nil
}

// personHolds checks a person's row.
func (w *World) personHolds(p *Person) error {
	suits := 0
	for k := range p.Suits {
		s := &p.Suits[k]
		if s.By == 0 {
			continue
		}
		suits++
		if s.By == p.Employer || s.Pay <= 0 {
			return fmt.Errorf("company %d courts with %d dollars, the employer is %d", s.By, s.Pay, p.Employer)
		}
		for j := range k {
			if p.Suits[j].By == s.By {
				return fmt.Errorf("company %d courts twice", s.By)
			}
		}
	}
	switch {
	case (suits > 0) != (p.Answer != 0), p.Answer != 0 && p.Answer+7 <= w.Date():
		return fmt.Errorf("%d companies wait for an answer on day %d", suits, p.Answer)
	case p.Employer == 0 && (p.Pledge != 0 || p.Mandate != 0 || p.Vest != 0 || p.Lever != 0):
		return fmt.Errorf("nobody promised %d of compute, %d ppm of mandate", p.Pledge, p.Mandate)
	case p.Pay <= 0 || p.Pledge < 0 || p.Mandate < 0 || !finite(p.Know, p.Rank):
		return fmt.Errorf("pay %d, pledge %d, mandate %d", p.Pay, p.Pledge, p.Mandate)
	}
	return nil
}
