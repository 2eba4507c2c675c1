package chronicle_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/chronicle"
)

// Each reason why an order about a person fails is explained, with something to be had
// and with nothing; and what happens to people is told, with everything and without.
func TestStarsAreExplained(t *testing.T) {
	sc := shipped(t, "octet")
	person := sim.Ref{Of: sim.OfPerson, ID: 1}
	court := sim.Order{Kind: sim.OrderCourtStar, Mode: sim.CourtPlain, By: 2, Person: 1, Price: 9_000_000, Qty: 50_000, Share: 100_000}
	lift := sim.Order{Kind: sim.OrderLiftTeam, By: 2, Person: 1, Price: 9_000_000, Qty: 12}
	retain := sim.Order{Kind: sim.OrderRetain, By: 6, Person: 1, Price: 9_000_000, Qty: 50_000}
	cases := map[sim.Reason]struct {
		field sim.FieldID
		by    []sim.Order
	}{
		sim.ReasonNoSuchThing: {sim.FieldPerson, []sim.Order{court, lift, retain}},
		sim.ReasonOwnStar:     {sim.FieldPerson, []sim.Order{court, lift}}, sim.ReasonNotOwnStar: {sim.FieldPerson, []sim.Order{retain}},
		sim.ReasonLowPay: {sim.FieldPrice, []sim.Order{court, retain}}, sim.ReasonNoCompute: {sim.FieldQty, []sim.Order{court, retain}},
		sim.ReasonSettling:  {sim.FieldPerson, []sim.Order{court, lift}},
		sim.ReasonAbroad:    {sim.FieldPerson, []sim.Order{court, lift}},
		sim.ReasonNoMandate: {sim.FieldShare, []sim.Order{court, retain}}, sim.ReasonNoOccasion: {sim.FieldPerson, []sim.Order{retain}},
		sim.ReasonNoTeam: {sim.FieldPerson, []sim.Order{lift}}, sim.ReasonNoLink: {sim.FieldPerson, []sim.Order{lift}},
	}
	for reason, c := range cases {
		for _, o := range c.by {
			for _, have := range []int64{0, 1, 7} {
				explained(t, sc, sim.Refusal{Reason: reason, Field: c.field, Amounts: sim.Amounts{Have: have, Need: 8}, Ref: person}, o)
			}
		}
	}
	for _, lang := range []string{"en", "zh"} {
		lex := words(t, lang)
		for k := sim.EventStarCourted; k <= sim.EventPledgeBroken; k++ {
			for _, peer := range []sim.CompanyID{0, 3} {
				if peer == 0 && (k == sim.EventTeamLifted || k == sim.EventStarReturns) {
					continue // there is always somebody left
				}
				for _, n := range []int64{0, 4_000} {
					told(t, chronicle.Sentence(lex, sc, sim.Event{Kind: k, By: 2, Peer: peer, Ref: person, Qty: n, Amount: 7_000_000}))
				}
			}
		}
	}
}
