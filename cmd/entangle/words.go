package main

import (
	"slices"
	"strings"
	"sync"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/chronicle"
)

// checkLanguage refuses a language the program does not speak.
func checkLanguage(lang string) error {
	if !slices.Contains(assets.Languages(), lang) {
		return wrongf("--lang %s: no such language (known: %s)", lang, strings.Join(assets.Languages(), ", "))
	}
	return nil
}

// speaker tells figures and names of a scenario in one language.
type speaker struct {
	lex *assets.Lexicon
	sc  *sim.Scenario
}

// speaker makes one for a scenario; nil for texts that name nothing in it.
func (a *app) speaker(sc *sim.Scenario) (*speaker, error) {
	lex, err := assets.Words(a.language())
	return &speaker{lex, sc}, err
}

// speaking begins to read the words of a speaker, who is to be had once there is a
// scenario: that is read meanwhile, and a command starts a twentieth sooner.
func (a *app) speaking() (done func(sc *sim.Scenario) (*speaker, error)) {
	words := sync.OnceValues(func() (*assets.Lexicon, error) { return assets.Words(a.language()) })
	go words()
	return func(sc *sim.Scenario) (*speaker, error) {
		lex, err := words()
		return &speaker{lex, sc}, err
	}
}

// language is the one asked for, English if nobody was asked.
func (a *app) language() string {
	if a.Lang == "" {
		return "en"
	}
	return a.Lang
}

// ui is a word of the program's own; args are names and values in turns.
func (s *speaker) ui(key string, args ...string) string {
	fill := map[string]string{}
	for i := 0; i+1 < len(args); i += 2 {
		fill[args[i]] = args[i+1]
	}
	return s.lex.Text("ui."+key, fill)
}

// labelled writes a heading and what it is of, with the colon of the language.
func (s *speaker) labelled(name, value string) string {
	return s.ui("labelled", "name", name, "value", value)
}

// text is the part of a bilingual text that is wanted.
func (s *speaker) text(t sim.Text) string {
	if s.lex.Lang == "zh" && t.Zh != "" {
		return s.lex.Spaced(t.Zh)
	}
	return t.En
}

// title is the name of an entity for people.
func (s *speaker) title(r sim.Ref) string {
	if t := s.text(s.sc.TitleOf(r)); t != "" {
		return t
	}
	return entityName(s.sc, r.Of, r.ID)
}

// company is the name of a company for people.
func (s *speaker) company(c sim.CompanyID) string {
	return s.title(sim.Ref{Of: sim.OfCompany, ID: int32(c)})
}

// value writes a metric's value for people.
func (s *speaker) value(unit string, v float64) string { return chronicle.Value(s.lex, unit, v) }

// entityName is how files and flags call an entity: its id in the scenario, or
// "world".
func entityName(sc *sim.Scenario, of sim.Entity, id int32) string {
	if of == sim.OfWorld {
		return "world"
	}
	return sc.Name(sim.Ref{Of: of, ID: id})
}
