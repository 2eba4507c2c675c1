package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// member is a key of an object with its value: a text, a number as it is
// written, a list of texts, or a word of JSON that no field takes.
type member struct {
	key    string
	text   string
	number bool
	list   []string
	isList bool
	word   string // true, false or null
}

// isText tells whether the value is a text.
func (m *member) isText() bool { return !m.number && !m.isList && m.word == "" }

// instead says what stands where something else is needed.
func (m *member) instead() string {
	switch {
	case m.number:
		return ", not the number " + m.text
	case m.isList:
		return ", not a list"
	case m.word != "":
		return ", not " + m.word
	}
	return ", not " + strconv.Quote(m.text)
}

// parseObject reads one line as a flat JSON object. Unlike the library's
// Unmarshal it refuses keys that stand twice, and keeps numbers as written.
func parseObject(line []byte) ([]member, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("the line is not UTF-8 text")
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.New("the line is not a JSON object: it must be like {\"date\": \"2025-01-07\", \"order\": ...}")
	}
	var members []member
	for d.More() {
		m, err := parseMember(d)
		if err != nil {
			return nil, err
		}
		for _, other := range members {
			if other.key == m.key {
				return nil, fmt.Errorf("the key %q stands twice", m.key)
			}
		}
		members = append(members, m)
		if len(members) > maxKeys {
			return nil, fmt.Errorf("the object has more than %d keys", maxKeys)
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, broken(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("something follows the object: one object a line")
	}
	return members, nil
}

// maxKeys bounds the keys of one object; no kind of order has nearly as many.
const maxKeys = 100

func parseMember(d *json.Decoder) (m member, err error) {
	key, err := d.Token()
	if err != nil {
		return m, broken(err)
	}
	m.key, _ = key.(string)
	value, err := d.Token()
	if err != nil {
		return m, broken(err)
	}
	switch v := value.(type) {
	case string:
		m.text = v
	case json.Number:
		m.text, m.number = v.String(), true
	case json.Delim:
		if v != '[' {
			return m, fmt.Errorf("%q must not be an object", m.key)
		}
		m.isList = true
		m.list, err = parseList(d, m.key)
	default:
		m.word = fmt.Sprint(spelled(value))
	}
	return m, err
}

// parseList reads texts up to the closing bracket.
func parseList(d *json.Decoder, key string) (list []string, err error) {
	for {
		t, err := d.Token()
		if err != nil {
			return nil, broken(err)
		}
		switch v := t.(type) {
		case string:
			list = append(list, v)
		case json.Delim:
			if v == ']' {
				return list, nil
			}
			return nil, fmt.Errorf("%q must be a plain list of names", key)
		default:
			return nil, fmt.Errorf("%q must be a list of names, not of %v", key, spelled(t))
		}
	}
}

// spelled is a token as JSON writes it.
func spelled(t json.Token) any {
	if t == nil {
		return "null"
	}
	return t
}

// broken says in a few words what is wrong with the JSON.
func broken(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return errors.New("the object has no end: is a closing } missing?")
	}
	return fmt.Errorf("the line is not JSON: %s", strings.TrimPrefix(err.Error(), "json: "))
}
