package chronicle

import (
	"strings"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/units"
)

// Effects tells in a line what an event from outside brings, or what a choice adds.
func Effects(lex *assets.Lexicon, sc *sim.Scenario, list []sim.Effect) string {
	t := teller{lex, sc}
	if len(list) == 0 {
		return lex.Text("value.effect.nothing", nil)
	}
	var parts []string
	for _, e := range list {
		parts = append(parts, t.effect(e))
	}
	return strings.Join(parts, lex.Text("value.effect.and", nil))
}

// effect is one of them.
func (t teller) effect(e sim.Effect) string {
	key, size := "value.effect."+e.Kind, e.Size
	if size < 0 && t.lex.Has(key+".back") {
		key, size = key+".back", -size
	}
	a := args{"size": Number(t.lex, e.Unit, size), "weeks": Number(t.lex, units.KindWeeks, e.Weeks), "family": t.lex.Text("value.effect.chips", nil)}
	switch e.Kind {
	case "trust": // in thousandths of a point
		a["size"] = Value(t.lex, "points", float64(size)/1000)
	case "tolerance":
		a["size"] = t.lex.Text("ui.points", args{"n": oneDecimal(float64(size)/10_000, t.lex.Lang)})
	}
	t.refer(a, sim.Ref{Of: sim.OfFamily, ID: int32(e.Family)})
	t.refer(a, e.Ref)
	text := t.lex.Text(key, a)
	if e.After > 0 {
		text = t.lex.Text("value.effect.after", args{"effect": text, "after": Number(t.lex, units.KindWeeks, e.After)})
	}
	if e.Odds < units.One {
		text = t.lex.Text("value.effect.odds", args{"effect": text, "odds": Number(t.lex, units.KindShare, int64(e.Odds))})
	}
	return text
}
