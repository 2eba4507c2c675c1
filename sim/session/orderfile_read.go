package session

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
	"entangle/sim/units"
)

// ReadOrders reads a file of orders for a scenario of a name. file is what
// mistakes call it. All mistakes are found at once: the error is then of type
// Mistakes. Whether the world takes an order is not asked here; what it refuses
// becomes an event of the run.
func ReadOrders(r io.Reader, file string, sc *sim.Scenario, scenario string) (*OrderFile, error) {
	o := orderReader{file: file, sc: sc, scenario: scenario, out: &OrderFile{}}
	text, err := io.ReadAll(io.LimitReader(r, MaxOrderFile+1))
	switch {
	case err != nil:
		o.say(readFault(err), "")
	case len(text) > MaxOrderFile:
		o.say(fmt.Sprintf("the file is larger than %d MiB", MaxOrderFile>>20), "an orders file holds one run: give each run a file of its own")
	default:
		o.all(text)
	}
	if len(o.mistakes) > 0 {
		return nil, o.mistakes
	}
	return o.out, nil
}

// readFault is why a file cannot be read, without its name, which stands before
// it already.
func readFault(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return "cannot be read: " + err.Error()
}

// orderReader reads one file of orders.
type orderReader struct {
	file, scenario string
	sc             *sim.Scenario
	out            *OrderFile
	line           int // where it is, 0: the whole file
	headed         bool
	mistakes       Mistakes
}

// say notes a mistake at the current line.
func (o *orderReader) say(message, help string) {
	if len(o.mistakes) < keptMistakes {
		o.mistakes = append(o.mistakes, Mistake{o.file, o.line, message, help})
	}
}

// byteOrderMark is what some editors put before UTF-8 text.
var byteOrderMark = []byte("\xef\xbb\xbf")

func (o *orderReader) all(text []byte) {
	for line := range bytes.Lines(bytes.TrimPrefix(text, byteOrderMark)) {
		o.line++
		if line = bytes.TrimSpace(line); len(line) > 0 && !o.one(line) {
			return
		}
	}
	if !o.headed {
		o.line = 0
		o.say("the file is empty", o.headerHelp())
	}
}

// one reads a line that is not empty. Without a header nothing after it means
// anything: false ends the reading.
func (o *orderReader) one(line []byte) bool {
	first := !o.headed
	o.headed = true
	if len(line) > MaxOrderLine {
		o.say(fmt.Sprintf("the line is longer than %d MiB", MaxOrderLine>>20), "one order a line")
		return !first
	}
	members, err := parseObject(line)
	switch {
	case first && (err != nil || !isHeader(members)):
		o.say("the first line is no header", o.headerHelp())
		return false
	case err != nil:
		o.say(err.Error(), "")
	case first:
		o.header(members)
	default:
		o.order(members)
	}
	return true
}

// keys sorts members by key; it reports those that are not wanted, and wanted
// ones that are missing and not optional.
func (o *orderReader) keys(members []member, wanted, optional []string) map[string]*member {
	found := map[string]*member{}
	all := append(wanted[:len(wanted):len(wanted)], optional...)
	unknown := false
	for i := range members {
		m := &members[i]
		found[m.key] = m
		known := false
		for _, key := range all {
			known = known || key == m.key
		}
		if !known {
			unknown = true
			o.say(fmt.Sprintf("unknown key %q", m.key), near.Suggest(m.key, all))
		}
	}
	for _, key := range wanted {
		if found[key] == nil && !unknown { // an unknown key is perhaps the missing one, misspelt
			o.say(fmt.Sprintf("the key %q is missing", key), "it needs "+strings.Join(wanted, ", "))
		}
	}
	return found
}

// entity finds what a name stands for; 0 and a mistake if there is no such.
func (o *orderReader) entity(m *member, of sim.Entity) int32 {
	if !m.isText() {
		o.say(fmt.Sprintf("%q must be the name of a %s", m.key, of)+m.instead(), "")
		return 0
	}
	id, hint := o.sc.Find(of, m.text)
	if id == 0 {
		o.say(fmt.Sprintf("%q: there is no %s %q", m.key, of, m.text), hint)
	}
	return id
}

// date reads the day of an order and holds the lines to their order.
func (o *orderReader) date(m *member) (units.Date, bool) {
	if !m.isText() {
		o.say(`"date" must be a text`+m.instead(), `like "2025-01-07"`)
		return 0, false
	}
	d, err := units.ParseDate(m.text)
	if err != nil {
		o.say(`"date": `+err.Error(), "")
		return 0, false
	}
	if d < o.sc.Start() || d >= o.sc.End() {
		o.say(fmt.Sprintf("%s lies outside the scenario", d), fmt.Sprintf("its days are %s to %s", o.sc.Start(), o.sc.End()-1))
		return 0, false
	}
	if n := len(o.out.Lines); n > 0 && d < o.out.Lines[n-1].Date {
		o.say(fmt.Sprintf("%s is earlier than the line before (%s)", d, o.out.Lines[n-1].Date), "put the lines in the order of their dates")
	}
	return d, true
}
