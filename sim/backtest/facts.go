package backtest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"entangle/sim/near"
	"entangle/sim/scenario"
	"entangle/sim/units"
)

// Fact is a row of a file of facts: what somebody or something had or did in the
// world outside.
type Fact struct {
	Line       int // in the file, from 1
	Cells      []string
	Of         string // as the file has it: a company, a site, a region, ..., or world
	Series     string
	Flow       bool
	Start, End units.Date // a stock holds at End, a flow is the sum over both days and all between
	Value      float64
	Unit       string

	cols []int // of the cells: where each begins, from 1
}

// Facts is a file of them.
type Facts struct {
	Name string // as the user called it
	Head []string
	Rows []Fact
}

// The columns that a file of facts needs; others are kept as they are.
const (
	colOf = iota
	colSeries
	colKind
	colStart
	colEnd
	colValue
	colUnit
	needed
)

var columns = [needed]string{"company", "metric", "kind", "start", "end", "value", "unit"}

// The bounds on a file of facts.
const (
	MaxFile = 8 << 20 // bytes
	MaxRows = 10_000
)

// mistakesKept bounds the mistakes collected of a file.
const mistakesKept = 200

// Read reads a file of facts. Its error is of type scenario.Diagnostics and holds
// all mistakes with line and column.
func Read(r io.Reader, name string) (*Facts, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	p := parser{facts: &Facts{Name: name}}
	switch {
	case err != nil:
		return nil, p.file(err.Error(), "")
	case len(text) > MaxFile:
		return nil, p.file(fmt.Sprintf("the file is larger than %d MiB", MaxFile>>20), "split it, and test one part after the other")
	}
	p.parse(text)
	if len(p.wrong) > 0 {
		return nil, p.wrong
	}
	return p.facts, nil
}

// parser reads one file.
type parser struct {
	facts *Facts
	at    [needed]int // column of the file
	seen  map[string]int
	wrong scenario.Diagnostics
}

func (p *parser) file(message, help string) error {
	return scenario.Diagnostics{{File: p.facts.Name, Message: message, Help: help}}
}

// fail notes a mistake at a place.
func (p *parser) fail(line, col int, message, help string) {
	p.wrong = append(p.wrong, scenario.Diagnostic{File: p.facts.Name, Line: line, Col: max(col, 1), EndCol: max(col, 1) + 1, Message: message, Help: help})
}

func (p *parser) parse(text []byte) {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	head, err := in.Read()
	if errors.Is(err, io.EOF) {
		p.wrong = append(p.wrong, scenario.Diagnostic{File: p.facts.Name, Message: "the file is empty", Help: "its first line is " + strings.Join(columns[:], ",")})
		return
	}
	if err != nil {
		p.broken(err)
		return
	}
	p.head(head)
	p.seen = map[string]int{}
	for len(p.wrong) < mistakesKept {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.broken(err)
			return // what follows a broken quote means nothing
		}
		if len(p.facts.Rows) == MaxRows {
			line, _ := in.FieldPos(0)
			p.fail(line, 1, fmt.Sprintf("more than %d rows", MaxRows), "split the file, and test one part after the other")
			return
		}
		p.row(in, cells)
	}
	if len(p.wrong) == 0 && len(p.facts.Rows) == 0 {
		p.fail(1, 1, "there is no row below the header", "a row is like lumen,revenue_datacentre,flow,2025-01-27,2025-04-27,39.1,USD billion")
	}
}

// broken reports a file that is no CSV.
func (p *parser) broken(err error) {
	var e *csv.ParseError
	if !errors.As(err, &e) {
		p.fail(1, 1, err.Error(), "")
		return
	}
	help := "a text with commas or quotes stands in double quotes, and a double quote in it is written twice"
	p.fail(e.Line, e.Column, e.Err.Error(), help)
}

// head finds the columns.
func (p *parser) head(cells []string) {
	p.facts.Head = cells
	var missing []string
	for i, name := range columns {
		if p.at[i] = slices.Index(cells, name); p.at[i] < 0 {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		help := "the first line is like " + strings.Join(columns[:], ",") + ",source,confidence,note"
		if guess := near.Best(missing[0], cells); guess != "" {
			help = fmt.Sprintf("is %q meant to be %q?", guess, missing[0])
		}
		p.fail(1, 1, "the header lacks "+strings.Join(missing, ", "), help)
	}
	for i, name := range cells {
		switch {
		case slices.Index(cells, name) < i:
			p.fail(1, 1, fmt.Sprintf("the header has %q twice", name), "")
		case slices.Contains(quantileNames(), name):
			p.fail(1, 1, fmt.Sprintf("the header has %q, a column that the back-test adds", name), "take the columns from "+name+" on away")
		}
	}
}

// row reads a line below the header.
func (p *parser) row(in *csv.Reader, cells []string) {
	f := Fact{Cells: cells}
	for i := range cells {
		line, col := in.FieldPos(i)
		if i == 0 {
			f.Line = line
		}
		f.cols = append(f.cols, col)
	}
	if len(cells) != len(p.facts.Head) {
		p.fail(f.Line, 1, fmt.Sprintf("%d cells under a header of %d", len(cells), len(p.facts.Head)), "a text with a comma stands in double quotes")
		return
	}
	if slices.Contains(p.at[:], -1) {
		return // told of the header
	}
	before := len(p.wrong)
	f.Of, f.Series = p.text(&f, colOf, cells), p.text(&f, colSeries, cells)
	f.Flow = p.kind(&f, cells)
	f.Start, f.End = p.date(&f, colStart, cells), p.date(&f, colEnd, cells)
	f.Value, f.Unit = p.number(&f, cells), p.text(&f, colUnit, cells)
	if len(p.wrong) > before {
		return
	}
	if f.Start > f.End {
		p.wrongCell(&f, colEnd, "the end "+f.End.String()+" is before the start "+f.Start.String(), "swap them")
		return
	}
	key := strings.Join([]string{folded(f.Of), f.Series, f.Start.String(), f.End.String()}, "|")
	if first, twice := p.seen[key]; twice {
		p.wrongCell(&f, colOf, fmt.Sprintf("%s of %s on these days stands in line %d already", f.Series, f.Of, first), "keep one of the two")
		return
	}
	p.seen[key] = f.Line
	p.facts.Rows = append(p.facts.Rows, f)
}

// cell is the place of a needed column's cell.
func (p *parser) wrongCell(f *Fact, col int, message, help string) {
	p.fail(f.Line, f.cols[p.at[col]], message, help)
}

// text reads a cell that must not be empty.
func (p *parser) text(f *Fact, col int, cells []string) string {
	s := strings.TrimSpace(cells[p.at[col]])
	if s == "" {
		p.wrongCell(f, col, columns[col]+" is empty", "")
	}
	return s
}

func (p *parser) kind(f *Fact, cells []string) (flow bool) {
	switch s := strings.TrimSpace(cells[p.at[colKind]]); s {
	case "flow":
		return true
	case "stock":
	default:
		p.wrongCell(f, colKind, fmt.Sprintf("kind is %q", s), "write stock for what there was at the end, flow for what came from start to end")
	}
	return false
}

func (p *parser) date(f *Fact, col int, cells []string) units.Date {
	d, err := units.ParseDate(strings.TrimSpace(cells[p.at[col]]))
	if err != nil {
		p.wrongCell(f, col, err.Error(), "")
	}
	return d
}

// decimal is what a value looks like.
var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

func (p *parser) number(f *Fact, cells []string) float64 {
	s := strings.TrimSpace(cells[p.at[colValue]])
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !decimal.MatchString(s) || math.IsInf(v, 0) {
		p.wrongCell(f, colValue, fmt.Sprintf("%q is not a number", s), "write digits with a point, like 39.1; the unit has a column of its own")
		return 0
	}
	return v
}

// folded is how names are compared: ids of scenarios have _ where others write -.
func folded(name string) string {
	return strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(name))
}
