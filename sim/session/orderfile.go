package session

import (
	"fmt"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// OrderFile is what a file of orders says: who plays what, and when it orders
// what. The file has a JSON object a line. The first is the header:
//
//	{"company": "lumen", "scenario": "quartet", "engine": "0.1.0", "seed": 1}
//
// and each further one an order, in the order of dates:
//
//	{"date": "2025-01-07", "order": "set_policy", "policy": "price", "price": "4.4 USD/GPU-hour"}
//
// The keys of an order are those of its kind's spec. Companies, sites and
// families go by their ids in the scenario. A quantity is a JSON number in
// natural units (dollars, chips, weeks, a share between 0 and 1, dollars per
// GPU-hour; 1e3 is 1000) or a text with a unit, as in scenario files. A date that
// begins no week counts for the week it lies in. Empty lines count for nothing,
// nor does a byte order mark at the start.
type OrderFile struct {
	Header  OrderHeader
	Company sim.CompanyID
	Lines   []OrderLine
}

// OrderHeader is the first line of a file of orders. Orders are only worth what
// they were under the same scenario, engine and seed, so it names them. A game
// that is being played says with Played which day comes next; a run takes no
// notice of it.
type OrderHeader struct {
	Company  string `json:"company"`
	Scenario string `json:"scenario"`
	Engine   string `json:"engine"`
	Seed     uint64 `json:"seed"`
	Played   string `json:"played,omitempty"` // the first day not yet played
}

// OrderLine is one order of a file.
type OrderLine struct {
	Line  int // in the file, from 1
	Date  units.Date
	Order sim.Order
}

// The bounds on a file of orders, in bytes.
const (
	MaxOrderFile = 16 << 20
	MaxOrderLine = 1 << 20
)

// Mistake is something wrong in a file of orders.
type Mistake struct {
	File    string
	Line    int    // from 1; 0 if it concerns the whole file
	Message string // what is wrong
	Help    string // what to do; may be empty
}

// String returns the mistake as compilers print theirs.
func (m Mistake) String() string {
	text := m.File
	if m.Line > 0 {
		text += fmt.Sprintf(":%d", m.Line)
	}
	text += ": error: " + m.Message
	if m.Help != "" {
		text += " (" + m.Help + ")"
	}
	return text
}

// Mistakes are all mistakes of a file, line by line. As an error they are never
// empty.
type Mistakes []Mistake

const (
	shownMistakes = 50
	keptMistakes  = 1000
)

// Error prints the first mistakes, a line each, and how many more there are.
func (ms Mistakes) Error() string {
	var lines []string
	for _, m := range ms[:min(len(ms), shownMistakes)] {
		lines = append(lines, m.String())
	}
	switch more := len(ms) - shownMistakes; {
	case len(ms) >= keptMistakes:
		lines = append(lines, fmt.Sprintf("and at least %d more mistakes", more))
	case more == 1:
		lines = append(lines, "and 1 more mistake")
	case more > 1:
		lines = append(lines, fmt.Sprintf("and %d more mistakes", more))
	}
	return strings.Join(lines, "\n")
}
