package assets

import (
	"errors"
	"fmt"
	"strings"
)

// pattern is a text with gaps. In a word file {name} stands for a value, and
// {name|chip|chips} for the first word when the value is 1, else the second.
type pattern []part

// part is plain text, or a gap when it has a name.
type part struct {
	text      string
	name      string
	choice    bool
	one, many string
}

func parsePattern(text string) (pattern, error) {
	if strings.TrimSpace(text) == "" {
		return nil, errors.New("the pattern is empty; write the words or drop the key")
	}
	var p pattern
	for text != "" {
		at := strings.IndexAny(text, "{}")
		if at < 0 {
			return append(p, part{text: text}), nil
		}
		if at > 0 {
			p = append(p, part{text: text[:at]})
		}
		end := strings.IndexByte(text, '}')
		if text[at] == '}' || end < 0 {
			return nil, fmt.Errorf("unpaired brace in %q; write {name} for a value", text)
		}
		gap, err := parseGap(text[at+1 : end])
		if err != nil {
			return nil, err
		}
		p = append(p, gap)
		text = text[end+1:]
	}
	return p, nil
}

// parseGap reads what stands between braces.
func parseGap(inside string) (part, error) {
	words := strings.Split(inside, "|")
	if !isName(words[0]) || len(words) != 1 && len(words) != 3 || strings.Contains(inside, "{") {
		return part{}, fmt.Errorf("{%s} is no placeholder; write {name} or {name|one|many}", inside)
	}
	gap := part{name: words[0]}
	if len(words) == 3 {
		gap.choice, gap.one, gap.many = true, words[1], words[2]
	}
	return gap, nil
}

// isName tells whether s is made of small letters and underscores.
func isName(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '_' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != ""
}

// fill puts values into the gaps; a gap without a value stays as {name}.
func (p pattern) fill(args map[string]string) string {
	var b strings.Builder
	for _, part := range p {
		value, given := args[part.name]
		switch {
		case part.name == "":
			b.WriteString(part.text)
		case !given:
			b.WriteString("{" + part.name + "}")
		case !part.choice:
			b.WriteString(value)
		case value == "1":
			b.WriteString(part.one)
		default:
			b.WriteString(part.many)
		}
	}
	return b.String()
}
