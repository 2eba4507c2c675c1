package experiment

import (
	"io"
	"strconv"

	"entangle/sim"
)

// standings are the metrics by which companies are compared at the end.
var standings = [...]string{"compute_running", "idle_share", "power_energised", "cash", "revenue"}

// Standings returns the indices, in sim.Metrics, of the metrics by which
// companies are compared; outcomes have a column per company and metric. A flow
// among them is that of the year, as in the standings of one run.
func Standings() []int {
	list := make([]int, 0, len(standings))
	for _, name := range standings {
		if i, ok := sim.FindMetric(name); ok {
			list = append(list, i)
		}
	}
	return list
}

// Column is a figure of an outcome: a metric, by its index in sim.Metrics, of a
// company at the end of a run. A flow is what came since 1 January of the year of
// the last day, or since the start if that is later (session.YearFlows).
type Column struct {
	Metric  int
	Company sim.CompanyID
}

// Columns lists the figures of an outcome, company by company.
func Columns(sc *sim.Scenario) (list []Column) {
	for c := range sc.Companies() {
		for _, m := range Standings() {
			list = append(list, Column{m, sim.CompanyID(c + 1)})
		}
	}
	return list
}

// Name is the column's name in outcomes.csv, like lumen.cash or, for a flow,
// lumen.revenue_of_year.
func (c Column) Name(sc *sim.Scenario) string {
	name := sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c.Company)}) + "." + sim.Metrics()[c.Metric].Name
	if sim.Metrics()[c.Metric].Flow {
		name += "_of_year"
	}
	return name
}

// Unit is the unit of the column's numbers.
func (c Column) Unit() string { return sim.Metrics()[c.Metric].Unit }

// Row is how one run came out.
type Row struct {
	Run    int    // from 0
	Seed   uint64 // that plays the run alone
	Values []float64
	Hash   uint64 // of the final state, see sim.Hash.Sum
}

// OutcomesHead returns the first line of outcomes.csv.
func OutcomesHead(sc *sim.Scenario) []byte {
	line := []byte("run,seed")
	for _, c := range Columns(sc) {
		line = append(append(line, ','), c.Name(sc)...)
	}
	return append(line, ",hash\n"...)
}

// OutcomesTo returns a sink that writes a row of outcomes.csv per run, in exact
// figures. It makes one call to w per run; give it a buffer.
func OutcomesTo(w io.Writer) func(Row) error {
	var line []byte
	return func(r Row) error {
		line = strconv.AppendInt(line[:0], int64(r.Run), 10)
		line = strconv.AppendUint(append(line, ','), r.Seed, 10)
		for _, v := range r.Values {
			line = appendNumber(append(line, ','), v)
		}
		line = append(appendHex(append(line, ','), r.Hash), '\n')
		_, err := w.Write(line)
		return err
	}
}

// appendNumber writes the shortest text that reads back as v.
func appendNumber(line []byte, v float64) []byte {
	return strconv.AppendFloat(line, v, 'g', -1, 64)
}

func appendHex(line []byte, v uint64) []byte {
	const digits = "0123456789abcdef"
	for shift := 60; shift >= 0; shift -= 4 {
		line = append(line, digits[v>>shift&15])
	}
	return line
}
