package scenario

import (
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

// place returns where a node begins and, on the same line, ends. The library
// tells only the beginning.
func (c *converter) place(n *yaml.Node) span {
	s := c.mark(n.Line, n.Column, 1)
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0 {
		return c.place(n.Content[0]) // a block mapping is shown by its first key
	}
	if n.Kind != yaml.ScalarNode && n.Kind != yaml.AliasNode {
		return s
	}
	if width := plainWidth(s, n); width > 0 {
		s.end = s.col + width
	} else if runes := c.report.runes.of(s); s.col <= len(runes) {
		s.end = s.col + scalarWidth(runes[s.col-1:], n)
	}
	return s
}

// plainWidth is scalarWidth of text that stands in its line as it is, where nothing
// on the line is wider than a byte; else 0.
func plainWidth(s span, n *yaml.Node) int {
	if s.line < 1 || s.line > len(s.src.narrow) || !s.src.narrow[s.line-1] || n.Value == "" || n.Kind != yaml.ScalarNode {
		return 0
	}
	line, from := s.src.lines[s.line-1], s.col-1
	switch {
	case from >= len(line):
		return 0
	case strings.HasPrefix(line[from:], n.Value):
		if strings.IndexByte(`"'*&!|>`, line[from]) < 0 {
			return len(n.Value)
		}
	case (line[from] == '"' || line[from] == '\'') && strings.HasPrefix(line[from+1:], n.Value) && strings.IndexByte(n.Value, '\\') < 0:
		if rest := line[from+1+len(n.Value):]; rest != "" && rest[0] == line[from] && (len(rest) == 1 || rest[1] != rest[0]) && strings.IndexByte(n.Value, line[from]) < 0 {
			return len(n.Value) + 2
		}
	}
	return 0
}

// mark is a place of given width.
func (c *converter) mark(line, col, width int) span {
	return span{c.src, line, max(col, 1), max(col, 1) + width}
}

// runeCache holds the characters of the line asked for last: a file can be one
// line of a mebibyte with a mistake in each of its values.
type runeCache struct {
	src   *source
	line  int
	runes []rune
}

func (c *runeCache) of(s span) []rune {
	if s.line < 1 || s.line > len(s.src.lines) {
		return nil
	}
	if c.src != s.src || c.line != s.line {
		*c = runeCache{s.src, s.line, []rune(s.src.lines[s.line-1])}
	}
	return c.runes
}

// scalarWidth counts the characters of a scalar that begins rest.
func scalarWidth(rest []rune, n *yaml.Node) int {
	switch rest[0] {
	case '"', '\'':
		return quotedWidth(rest)
	case '*', '&', '!', '|', '>':
		return wordWidth(rest)
	}
	if text := []rune(n.Value); len(text) <= len(rest) && slices.Equal(text, rest[:len(text)]) {
		return max(len(text), 1)
	}
	return max(len([]rune(strings.TrimRight(string(rest), " \t"))), 1) // goes on in the next line
}

// quotedWidth counts up to the closing quote or the end of the line.
func quotedWidth(rest []rune) int {
	for i := 1; i < len(rest); i++ {
		switch {
		case rest[0] == '"' && rest[i] == '\\':
			i++
		case rest[0] == '\'' && rest[i] == '\'' && i+1 < len(rest) && rest[i+1] == '\'':
			i++
		case rest[i] == rest[0]:
			return i + 1
		}
	}
	return len(rest)
}

func wordWidth(rest []rune) int {
	for i, r := range rest {
		if strings.ContainsRune(" \t,[]{}", r) {
			return max(i, 1)
		}
	}
	return len(rest)
}
