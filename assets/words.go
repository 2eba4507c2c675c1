package assets

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

//go:embed words/*.yaml
var wordFiles embed.FS

// Languages lists the languages that Words knows.
func Languages() []string { return []string{"en", "zh"} }

// Lexicon is the words of one language. It does not change and may be shared.
type Lexicon struct {
	Lang     string // en or zh
	patterns map[string]pattern
}

// Words reads the words of a language, one of Languages: a file for what everybody
// needs, and one for each part of the game beside it. It parses the files anew each time; keep the result.
// The error names the languages there are, or what is wrong with a file.
func Words(lang string) (*Lexicon, error) {
	if !slices.Contains(Languages(), lang) {
		return nil, fmt.Errorf("no words for language %q; known: %s", lang, strings.Join(Languages(), ", "))
	}
	lex := &Lexicon{Lang: lang, patterns: map[string]pattern{}}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		name := "words/" + f.Name()
		if name != "words/"+lang+".yaml" && !strings.HasSuffix(name, "."+lang+".yaml") {
			continue
		}
		data, err := wordFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		part, err := parseWords(lang, data)
		if err == nil {
			err = lex.add(part)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return lex, nil
}

// add takes in the words of another file.
func (l *Lexicon) add(other *Lexicon) error {
	for key, p := range other.patterns {
		if l.Has(key) {
			return fmt.Errorf("%s stands in another file too; keep one", key)
		}
		l.patterns[key] = p
	}
	return nil
}

// parseWords reads groups of keys with patterns. The key of a pattern is its
// group and its name, joined by a dot.
func parseWords(lang string, data []byte) (*Lexicon, error) {
	list, ok := readPlain(string(data))
	if !ok {
		var err error
		if list, err = readYAML(data); err != nil {
			return nil, err
		}
	}
	lex := &Lexicon{Lang: lang, patterns: make(map[string]pattern, len(list))}
	for _, w := range list {
		p, err := parsePattern(w.text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.key, err)
		}
		if _, twice := lex.patterns[w.key]; twice {
			return nil, fmt.Errorf("%s stands in two groups; keep one", w.key)
		}
		lex.patterns[w.key] = p
	}
	return lex, nil
}

// readYAML reads a file of words in any form.
func readYAML(data []byte) (list []wording, err error) {
	var groups map[string]map[string]string
	if err := yaml.Load(data, &groups); err != nil {
		return nil, err
	}
	for group, words := range groups {
		for name, text := range words {
			list = append(list, wording{group + "." + name, text})
		}
	}
	return list, nil
}

// Has tells whether there is a pattern for a key.
func (l *Lexicon) Has(key string) bool {
	_, ok := l.patterns[key]
	return ok
}

// Text returns the pattern of a key with its placeholders filled. A key without
// a pattern comes back in brackets and a placeholder without a value in braces,
// so that both are seen.
func (l *Lexicon) Text(key string, args map[string]string) string {
	p, ok := l.patterns[key]
	if !ok {
		return "[" + key + "]"
	}
	text := p.fill(args)
	if l.Lang == "zh" {
		text = spaced(text)
	}
	return text
}

// Keys lists all keys in alphabetical order.
func (l *Lexicon) Keys() []string {
	keys := make([]string, 0, len(l.patterns))
	for key := range l.patterns {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Placeholders lists the names that the pattern of a key wants filled, each
// once, in alphabetical order.
func (l *Lexicon) Placeholders(key string) []string {
	var names []string
	for _, part := range l.patterns[key] {
		if part.name != "" {
			names = append(names, part.name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
