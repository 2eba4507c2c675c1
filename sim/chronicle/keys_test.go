package chronicle_test

import (
	"strings"
	"testing"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/units"
)

// needed lists every key that the engine's lists call for.
func needed() map[string]bool {
	keys := map[string]bool{"order.none": true, "field.company": true, "list.separator": true,
		"number.a_year": true, "number.none": true, "number.flop": true}
	add := func(parts ...string) { keys[strings.Join(parts, ".")] = true }
	for _, k := range sim.EventKinds() {
		add("event", k.Spec().Name)
	}
	for _, r := range sim.Reasons() {
		add("reason", r.Spec().Name)
		add("refusal", r.Spec().Name)
	}
	for _, s := range sim.OrderSpecs() {
		add("order", s.Name)
		add("order", s.Name, "help")
		fields := s.Fields
		for _, m := range s.Modes {
			fields = append(fields, m.Fields...)
			for _, end := range []string{"", ".help", ".line"} {
				add(s.Fields[0].Name, m.Name+end)
			}
		}
		if len(s.Modes) == 0 {
			add("order", s.Name, "line")
		}
		for _, f := range fields {
			add("order", s.Name, f.Name)
			add("field", f.Name)
		}
	}
	for _, m := range sim.Metrics() {
		add("metric", m.Name)
		add("metric", m.Name, "help")
		add("unit", m.Unit)
	}
	for _, k := range sim.TermKinds() {
		add("term", k.Name())
	}
	for f := sim.Flow(0); f < sim.FlowCount; f++ {
		add("flow", f.Name())
	}
	for _, k := range units.Kinds() {
		add("number", k.String())
	}
	return keys
}

// free are the groups in which others keep what words they like.
var free = map[string]bool{"ui": true, "scale": true, "value": true, "window": true}

// Every kind of event, reason, order, field, metric, term and flow has its
// words, and no word is left of one that is gone.
func TestWordsFitTheEngine(t *testing.T) {
	want := needed()
	for _, lang := range assets.Languages() {
		lex := words(t, lang)
		for key := range want {
			if !lex.Has(key) {
				t.Errorf("%s has no words for %s", lang, key)
			}
		}
		for _, key := range lex.Keys() {
			group, _, _ := strings.Cut(key, ".")
			if !free[group] && !want[key] && !isVariant(key, want) {
				t.Errorf("%s: nothing asks for %s", lang, key)
			}
		}
	}
}

// isVariant tells whether a key is one that is needed, with parts that the
// pattern lacks (.no_qty), the order it is about, or both.
func isVariant(key string, want map[string]bool) bool {
	if isForOrder(key, want) {
		return true
	}
	at := strings.LastIndex(key, ".no_")
	return at >= 0 && (want[key[:at]] || isForOrder(key[:at], want))
}

func isForOrder(key string, want map[string]bool) bool {
	at := strings.LastIndexByte(key, '.')
	failed := strings.HasPrefix(key, "reason.") || strings.HasPrefix(key, "refusal.")
	return failed && want[key[:at]] && want["order."+key[at+1:]]
}

// Titles and labels have nothing to fill; whoever prints them gives no values.
func TestTitlesArePlain(t *testing.T) {
	for _, lang := range assets.Languages() {
		lex := words(t, lang)
		for _, key := range lex.Keys() {
			group, rest, _ := strings.Cut(key, ".")
			plain := group == "metric" || group == "term" || group == "flow" || group == "unit" || group == "field" ||
				(group == "order" || group == "policy") && !strings.Contains(rest, ".line") && rest != "none"
			if plain && len(lex.Placeholders(key)) > 0 {
				t.Errorf("%s %s wants %v filled", lang, key, lex.Placeholders(key))
			}
		}
	}
}

// A sentence mentions only what its event or order has: never the part that its
// variant is without.
func TestPatternsMentionWhatThereIs(t *testing.T) {
	has := map[string]string{}
	for _, k := range sim.EventKinds() {
		has["event."+k.Spec().Name] = "by peer qty amount site family region model"
	}
	has["event.order_refused"] = "by order reason"
	has["event.order_dropped"] = "by order reason"
	has["event.order_waits"] = "by order qty"
	for _, k := range []sim.EventKind{sim.EventSiliconGate, sim.EventSiliconStage, sim.EventSiliconSlipped, sim.EventSiliconDone} {
		has["event."+k.Spec().Name] = "by peer qty amount family programme stage gate project"
	}
	for _, k := range []sim.EventKind{sim.EventTalentLeft, sim.EventWageMoved, sim.EventLaidOff} {
		has["event."+k.Spec().Name] = "by qty amount tier"
	}
	for _, k := range []sim.EventKind{sim.EventModelReleased, sim.EventBoardEntered} {
		has["event."+k.Spec().Name] = "by qty model how"
	}
	for k := sim.EventStarCourted; k <= sim.EventPledgeBroken; k++ {
		has["event."+k.Spec().Name] = "by peer qty amount person"
	}
	for _, k := range []sim.EventKind{sim.EventVentureGate, sim.EventVentureStage, sim.EventVentureShown, sim.EventVentureLive, sim.EventVentureFailed} {
		has["event."+k.Spec().Name] = "by peer qty amount programme stage decision segment"
	}
	for _, k := range []sim.EventKind{sim.EventReorganised, sim.EventSettled, sim.EventDeputyNamed, sim.EventDeputyRecalled,
		sim.EventDeputyReport, sim.EventWarRoomOpened, sim.EventWarRoomClosed, sim.EventInvestigated} {
		has["event."+k.Spec().Name] = "by peer amount topic"
	}
	for k := sim.EventForeseen; k <= sim.EventOutsideOver; k++ {
		has["event."+k.Spec().Name] = "by qty event choice story"
	}
	has["event.policy_set"] = "by policy amount"
	has["event.licence_signed"] = "by peer qty amount model use"
	has["event.supply_ordered"], has["event.supply_grew"] = "by qty amount what", "by qty what"
	for _, s := range sim.OrderSpecs() {
		has["order."+s.Name+".line"] = "by " + fieldNames(s.Fields)
		for _, m := range s.Modes {
			has[s.Fields[0].Name+"."+m.Name+".line"] = "by " + fieldNames(m.Fields)
		}
	}
	lex := words(t, "en") // the other language has the same placeholders
	for _, key := range lex.Keys() {
		base, without, variant := strings.Cut(key, ".no_")
		parts, told := has[base]
		if !told {
			continue
		}
		for _, name := range lex.Placeholders(key) {
			gone := variant && strings.Contains("_"+without+"_", "_"+name+"_")
			if gone || !strings.Contains(" "+parts+" ", " "+name+" ") {
				t.Errorf("%s mentions {%s}, which is not there", key, name)
			}
		}
	}
}

func fieldNames(fields []sim.FieldSpec) string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return strings.Join(names, " ")
}
