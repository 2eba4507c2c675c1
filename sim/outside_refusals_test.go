package sim_test

import (
	"testing"

	"entangle/sim"
)

// shut has an event bar the sales of the small world's chips to its tenant, so many weeks
// after the start; their designer can meet it.
func shut(weeks int) func(*sim.Setup) {
	return func(s *sim.Setup) {
		text := sim.Text{En: "It is shut.", Zh: "关门了。"}
		s.Events = []sim.IncidentSetup{{ID: "door", Title: text, Text: text, Date: s.Start.AddWeeks(weeks), Answer: sim.Exactly(4), Seat: "designer", Family: "core", Companies: []string{"user"},
			Effects: []sim.EffectSetup{{Kind: "sales", Share: sim.Exactly(1e6), Weeks: sim.Exactly(8)}},
			Choices: []sim.ChoiceSetup{
				{ID: "pay", Title: text, Effects: []sim.EffectSetup{{Kind: "cost", Money: sim.Exactly(2e7)}, {Kind: "sales", Share: sim.Exactly(-1e6), Weeks: sim.Exactly(8)}, {Kind: "levy", Share: sim.Exactly(150_000), Weeks: sim.Exactly(8)}}},
				{ID: "redesign", Title: text, Effects: []sim.EffectSetup{{Kind: "cost", Money: sim.Exactly(2e9)}, {Kind: "sales", Share: sim.Exactly(-5e5), After: sim.Exactly(3), Weeks: sim.Exactly(5)}}}}}}
	}
}

var (
	settle = sim.Order{Kind: sim.OrderAnswer, By: maker, Choice: 1}
	door   = sim.Ref{Of: sim.OfIncident, ID: 1}
)

// outsideSituations are the refusals of answers to events, and of what events bar.
func outsideSituations() []situation {
	return []situation{
		{"meet what has not come", shut(9), nil, settle, sim.Refusal{Reason: sim.ReasonNotOpen, Field: sim.FieldChoice, Ref: door}, sim.Order{}},
		{"meet what is another's", shut(0), []sim.Order{buy}, with(settle, func(o *sim.Order) { o.By = user }),
			sim.Refusal{Reason: sim.ReasonNotAsked, Field: sim.FieldChoice, Ref: door}, sim.Order{}},
		{"meet it for more than there is", shut(0), []sim.Order{buy}, with(settle, func(o *sim.Order) { o.Choice = 2 }),
			sim.Refusal{Reason: sim.ReasonCash, Amounts: sim.Amounts{Have: 998_400_000, Need: 2_000_000_000}}, sim.Order{}},
		{"chips that are barred", shut(0), []sim.Order{buy}, buy, sim.Refusal{Reason: sim.ReasonBarred, Field: sim.FieldFamily, Ref: door}, sim.Order{}},
	}
}

// TestNobodyMeetsAnEventTwice: a choice is made once, and in time.
func TestNobodyMeetsAnEventTwice(t *testing.T) {
	w := small(t, shut(0), buy)
	week(t, w, settle)
	if got, want := sim.Check(w, settle), (sim.Refusal{Reason: sim.ReasonAnswered, Field: sim.FieldChoice, Ref: sim.Ref{Of: sim.OfChoice, ID: 1}}); got != want {
		t.Errorf("refused with %+v, want %+v", got, want)
	}
	w = small(t, shut(0), buy)
	for range 3 {
		week(t, w)
	}
	if got := sim.Check(w, settle); !got.Allowed() {
		t.Errorf("in the fourth week refused with %+v", got)
	}
	week(t, w)
	if got := sim.Check(w, settle); got.Reason != sim.ReasonNotOpen {
		t.Errorf("after four weeks refused with %+v", got)
	}
}
