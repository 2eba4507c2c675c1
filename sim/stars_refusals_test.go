package sim_test

import (
	"entangle/sim"
	"entangle/sim/units"
)

// The people of AddStars, and the orders about them that situations vary.
const ann, bob, cat = sim.PersonID(1), sim.PersonID(2), sim.PersonID(3)

var (
	court = sim.Order{Kind: sim.OrderCourtStar, Mode: sim.CourtPlain, By: user, Person: bob, Price: 1_000_000}
	keep  = sim.Order{Kind: sim.OrderRetain, By: user, Person: ann, Price: 1_500_000}
	lift  = sim.Order{Kind: sim.OrderLiftTeam, By: host, Person: ann, Qty: 10, Price: 2_000_000}
)

// starSituations are the refusals of orders about people.
func starSituations() []situation {
	person := func(p sim.PersonID) sim.Ref { return sim.Ref{Of: sim.OfPerson, ID: int32(p)} }
	fresh := func(s *sim.Setup) { sim.AddStars(s); s.People[0].Since = sim.Exactly(2) }
	abroad := func(s *sim.Setup) { sim.AddStars(s); s.People[1].Home = s.Regions[0].ID }
	poor := func(s *sim.Setup) { sim.AddStars(s); s.Companies[2].Cash = sim.Exactly(101e6) }
	vests := func(s *sim.Setup) { sim.AddStars(s); s.People[0].Vest = sim.Exactly(20) }
	return []situation{
		{"one's own star", sim.AddStars, nil, with(court, func(o *sim.Order) { o.Person = ann }),
			sim.Refusal{Reason: sim.ReasonOwnStar, Field: sim.FieldPerson, Ref: person(ann)}, court},
		{"another's star", sim.AddStars, nil, with(keep, func(o *sim.Order) { o.Person = bob }),
			sim.Refusal{Reason: sim.ReasonNotOwnStar, Field: sim.FieldPerson, Ref: person(bob)}, sim.Order{}},
		{"somebody who has just signed", fresh, nil, with(court, func(o *sim.Order) { o.By, o.Person = host, ann }),
			sim.Refusal{Reason: sim.ReasonSettling, Field: sim.FieldPerson, Amounts: sim.Amounts{Have: 2, Need: 8}, Ref: person(ann)},
			with(court, func(o *sim.Order) { o.By, o.Person = host, cat })},
		{"somebody of another home", abroad, nil, with(court, func(o *sim.Order) { o.Person = bob }),
			sim.Refusal{Reason: sim.ReasonAbroad, Field: sim.FieldPerson, Ref: person(bob)}, with(court, func(o *sim.Order) { o.Person = cat })},
		{"less than anybody talks for", sim.AddStars, nil, with(court, func(o *sim.Order) { o.Price = 400_000 }),
			sim.Refusal{Reason: sim.ReasonLowPay, Field: sim.FieldPrice, Amounts: sim.Amounts{Have: 400_000, Need: 500_000}, Ref: person(bob)},
			with(court, func(o *sim.Order) { o.Price = 500_000 })},
		{"more pay than cash", poor, nil, with(court, func(o *sim.Order) { o.Price = 2_000_000 }),
			sim.Refusal{Reason: sim.ReasonCash, Amounts: sim.Amounts{Have: 1_000_000, Need: 1_496_554}}, with(court, func(o *sim.Order) { o.Price = 1336397 })},
		{"more compute than there is", sim.AddStars, nil, with(court, func(o *sim.Order) { o.Qty = 1_000_000 }),
			sim.Refusal{Reason: sim.ReasonNoCompute, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 100_000, Need: 1_000_000}, Ref: person(bob)},
			with(court, func(o *sim.Order) { o.Qty = 100_000 })},
		{"more mandate than there is", sim.AddStars, nil, with(court, func(o *sim.Order) { o.Share = 600_000 }),
			sim.Refusal{Reason: sim.ReasonNoMandate, Field: sim.FieldShare, Amounts: sim.Amounts{Have: 500_000, Need: 600_000}, Ref: person(bob)},
			with(court, func(o *sim.Order) { o.Share = units.One / 2 })},
		{"nothing to talk about", sim.AddStars, nil, keep,
			sim.Refusal{Reason: sim.ReasonNoOccasion, Field: sim.FieldPerson, Ref: person(ann)}, sim.Order{}},
		{"less than he is paid", vests, nil, with(keep, func(o *sim.Order) { o.Price = 900_000 }),
			sim.Refusal{Reason: sim.ReasonLowPay, Field: sim.FieldPrice, Amounts: sim.Amounts{Have: 900_000, Need: 1_000_000}, Ref: person(ann)},
			with(keep, func(o *sim.Order) { o.Price = 1_000_000 })},
		{"nobody's team", sim.AddStars, nil, with(lift, func(o *sim.Order) { o.Person = cat }),
			sim.Refusal{Reason: sim.ReasonNoTeam, Field: sim.FieldPerson, Ref: person(cat)}, sim.Order{}},
		{"a team that is content", sim.AddStars, nil, lift,
			sim.Refusal{Reason: sim.ReasonNoLink, Field: sim.FieldPerson, Ref: person(ann)}, sim.Order{}},
		{"more heads than the team has", sim.AddStars, nil, with(lift, func(o *sim.Order) { o.Qty = 30 }),
			sim.Refusal{Reason: sim.ReasonTooLarge, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 30, Need: 20}}, sim.Order{}},
	}
}
