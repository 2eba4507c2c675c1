package chronicle

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"entangle/assets"
	"entangle/sim"
)

// teller is what all texts need: the words and the names.
type teller struct {
	lex *assets.Lexicon
	sc  *sim.Scenario
}

// args fills the gaps of a pattern.
type args map[string]string

// title is the name of an entity for people; its number when it has none.
func (t teller) title(r sim.Ref) string {
	text := t.sc.TitleOf(r)
	name := text.En
	if t.lex.Lang == "zh" && text.Zh != "" {
		name = text.Zh
	}
	if name == "" {
		name = t.sc.Name(r)
	}
	if name == "" {
		name = "#" + strconv.Itoa(int(r.ID))
	}
	return name
}

// inside is the name of an entity as it stands inside a sentence. What is described
// and has no name of its own begins with a small letter there: a person of whom only
// the post is known, a company that stands for many, a kind of customers.
func (t teller) inside(r sim.Ref) string {
	name := t.title(r)
	described := r.Of == sim.OfSegment ||
		r.Of == sim.OfPerson && (strings.HasPrefix(name, "A ") || strings.HasPrefix(name, "An ")) ||
		r.Of == sim.OfCompany && !t.sc.Ranked(sim.CompanyID(r.ID))
	if t.lex.Lang == "en" && described {
		return small(name)
	}
	return name
}

// begun is a sentence that may begin with one of the entities: with the capital of its
// title then.
func (t teller) begun(text string, list ...sim.Ref) string {
	for _, r := range list {
		if r.ID == 0 || r.Of == sim.OfNone || r.Of == sim.OfContract {
			continue
		}
		if name := t.inside(r); name != t.title(r) && strings.HasPrefix(text, name) {
			return t.title(r) + text[len(name):]
		}
	}
	return text
}

func company(c sim.CompanyID) sim.Ref { return sim.Ref{Of: sim.OfCompany, ID: int32(c)} }

// name puts a company into the gap of a key, if there is one.
func (t teller) name(a args, key string, c sim.CompanyID) {
	if c != 0 {
		a[key] = t.inside(company(c))
	}
}

// refer puts what a Ref points at into the gap ref and the one of its kind.
// Contracts have no title: their sentences name the parties.
func (t teller) refer(a args, r sim.Ref) {
	if r.ID == 0 || r.Of == sim.OfContract || r.Of == sim.OfNone {
		return
	}
	a["ref"] = t.inside(r)
	switch r.Of {
	case sim.OfSite:
		a["site"] = a["ref"]
	case sim.OfFamily:
		a["family"] = a["ref"]
	case sim.OfProgram:
		a["programme"] = a["ref"]
	case sim.OfModel:
		a["model"] = a["ref"]
	case sim.OfPerson:
		a["person"] = a["ref"]
	case sim.OfSegment:
		a["segment"] = a["ref"]
	case sim.OfRegion:
		a["region"] = a["ref"]
	case sim.OfIncident:
		a["event"] = a["ref"]
	case sim.OfChoice:
		a["choice"] = a["ref"]
	}
}

// inline is a word of the program as it stands inside a sentence.
func (t teller) inline(key string) string { return small(t.lex.Text(key, nil)) }

// small is a text with a small first letter, unless it begins with an abbreviation.
func small(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[n:])
	if unicode.IsUpper(second) {
		return text
	}
	return string(unicode.ToLower(first)) + text[n:]
}

// list joins items as the language does.
func (t teller) list(items []string) string {
	return strings.Join(items, t.lex.Text("list.separator", nil))
}

// pick is the key of the variant of a pattern for what lacks some parts: the one
// for all of them, else for the first few of them that have a variant, else for
// any single one, else the plain one.
func (t teller) pick(key string, missing []string) string {
	for n := len(missing); n > 1; n-- {
		if first := key + ".no_" + strings.Join(missing[:n], "_"); t.lex.Has(first) {
			return first
		}
	}
	for _, part := range missing {
		if one := key + ".no_" + part; t.lex.Has(one) {
			return one
		}
	}
	return key
}
