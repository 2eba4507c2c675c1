package chronicle_test

import (
	"testing"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/chronicle"
)

// TestEventsAreExplained tells in both languages what events of 2025 bring, what each
// choice adds, and why somebody cannot choose.
func TestEventsAreExplained(t *testing.T) {
	sc := shipped(t, "2025")
	w := sim.New(sc)
	w.Reset(1)
	for _, lang := range assets.Languages() {
		lex := words(t, lang)
		for id := sim.IncidentID(1); int(id) <= sc.Count(sim.OfIncident); id++ {
			told(t, chronicle.Effects(lex, sc, w.View(1).Brings(id, 0)))
		}
		for k := sim.ChoiceID(1); int(k) <= sc.Count(sim.OfChoice); k++ {
			text := chronicle.Effects(lex, sc, w.View(1).Brings(sc.EventOf(k), k))
			told(t, text)
			if testing.Verbose() {
				t.Log(sc.Name(sim.Ref{Of: sim.OfChoice, ID: int32(k)}), text)
			}
		}
		o := sim.Order{Kind: sim.OrderAnswer, By: 1, Choice: 1}
		about := sim.Ref{Of: sim.OfIncident, ID: int32(sc.EventOf(1))}
		for _, r := range []sim.Refusal{{Reason: sim.ReasonNotOpen, Ref: about}, {Reason: sim.ReasonNotAsked, Ref: about},
			{Reason: sim.ReasonAnswered, Ref: sim.Ref{Of: sim.OfChoice, ID: 1}}, {Reason: sim.ReasonCash, Amounts: sim.Amounts{Have: 1, Need: 5}}} {
			explained(t, sc, r, o)
		}
		explained(t, sc, sim.Refusal{Reason: sim.ReasonBarred, Field: sim.FieldFamily, Ref: about}, sim.Order{Kind: sim.OrderChips, By: 1, Family: 1, Qty: 10, Site: 1})
	}
}
