package scenario

import (
	"errors"
	"fmt"
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

// syntax reports an error of the YAML library in words for people who do not
// know how a YAML parser works.
func (src *source) syntax(r *report, err error) {
	r.grave = true
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		r.file(src.name, "is not valid YAML: "+err.Error(), "")
		return
	}
	at := src.markAt(r, e.Mark)
	told := explain(src, r, e, at)
	if told.at.src != nil {
		at = told.at
	}
	r.at(at, "", told.message, told.help)
}

// markAt turns a mark into the place of one character. The end of the file
// becomes the end of its last line with text.
func (src *source) markAt(r *report, m yaml.Mark) span {
	s := span{src, max(m.Line, 1), max(m.Column, 1), max(m.Column, 1) + 1}
	if s.line > len(src.lines) || s.line == len(src.lines) && src.lines[s.line-1] == "" {
		for s.line = min(s.line, len(src.lines)); s.line > 1 && strings.TrimSpace(src.lines[s.line-1]) == ""; s.line-- {
		}
		s.col = max(len(r.runes.of(s)), 1)
		s.end = s.col + 1
	}
	return s
}

// told is what is said about a syntax error; at replaces the place if set.
type told struct {
	message, help string
	at            span
}

func explain(src *source, r *report, e *yaml.LoadError, at span) told {
	opened := src.markAt(r, e.ContextMark)
	known := func(part string) bool { return strings.Contains(e.Message, part) }
	inside := func(part string) bool { return strings.Contains(e.ContextMsg, part) }
	switch {
	case known("exceeded max depth"):
		return told{message: fmt.Sprintf("lists and mappings are nested more than %d deep", maxDepth)}
	case known("tab character"), known("cannot start any token") && src.runeAt(r, at) == '\t':
		return told{message: "a tab is used where YAML wants spaces", help: "indent with two spaces per level"}
	case known("cannot start any token"):
		return told{message: fmt.Sprintf("a value cannot begin with %q", src.runeAt(r, at)), help: "put the value in quotes"}
	case known("unexpected end of stream") && inside("quoted scalar"), known("document indicator"):
		return told{message: "the quote that opens here is never closed", help: "add the closing quote", at: opened}
	case known("unknown escape"):
		return told{message: "this escape is unknown", help: `in double quotes write \\ for a backslash, or use single quotes`}
	case known("mapping values are not allowed"):
		return told{message: "a colon stands where no key can be", help: "check the indentation, and put text with \": \" in quotes"}
	case inside("flow mapping"), inside("flow sequence"), inside("flow node"):
		return unclosed(e, opened)
	case known("expected '-' indicator"):
		return told{message: fmt.Sprintf("this line does not fit the list that begins at line %d", opened.line), help: "begin each item with \"- \" in the same column, or indent the line less"}
	case known("did not find expected key"):
		return told{message: fmt.Sprintf("this line does not fit the block that begins at line %d", opened.line), help: "begin keys of the same block in the same column"}
	case known("could not find expected ':'"):
		return told{message: "a key without a colon", help: "write \"key: value\", with a space after the colon", at: opened}
	case known("block sequence entries are not allowed"):
		return told{message: "a list item cannot begin here", help: "put \"- \" on a line of its own, and text that begins with - in quotes"}
	case known("unknown anchor"):
		return told{message: "aliases (*name) are not supported", help: "write the value out, or put text that begins with * in quotes"}
	case inside("anchor"), inside("alias"):
		return told{message: "anchors (&name) and aliases (*name) are not supported", help: "put text that begins with & or * in quotes"}
	case inside("tag"), known("undefined tag"):
		return told{message: "tags (!name) are not supported", help: "put text that begins with ! in quotes"}
	}
	return told{message: "this is not valid YAML: " + strings.TrimSpace(e.ContextMsg+" "+e.Message)}
}

// unclosed tells about a bracket without its partner.
func unclosed(e *yaml.LoadError, opened span) told {
	switch {
	case strings.Contains(e.ContextMsg, "mapping"):
		return told{message: "the { that opens here is not closed, or a comma is missing behind it", help: "write { key: value, key: value }", at: opened}
	case strings.Contains(e.ContextMsg, "sequence"):
		return told{message: "the [ that opens here is not closed, or a comma is missing behind it", help: "write [ a, b, c ]", at: opened}
	}
	return told{message: "a value is missing, or a bracket is not closed", help: "count the brackets [ ] and { }"}
}

func (src *source) runeAt(r *report, s span) rune {
	if runes := r.runes.of(s); s.col <= len(runes) {
		return runes[s.col-1]
	}
	return '\n'
}
