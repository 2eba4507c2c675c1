package bench

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"entangle/sim/kernel"
)

// TargetRatio is what the engine may take of the kernel's time per
// company-week, at this stage of the project; LargeRatio is the same of worlds of more
// companies than the kernel's, which have more sites and contracts each.
const (
	TargetRatio = 2.2
	LargeRatio  = 2.4
)

// Target is what the engine may take in a world of so many companies.
func Target(companies int) float64 {
	if companies > kernel.RefCompanies {
		return LargeRatio
	}
	return TargetRatio
}

// WriteText writes the report as tables.
func (r *Report) WriteText(w io.Writer) error {
	var b bytes.Buffer
	r.writeRatio(&b)
	r.writeParts(&b)
	r.writeWorld(&b)
	writeScaling(&b, "companies", &r.ByCompanies, func(p Point) int { return p.Companies })
	writeScaling(&b, "weeks", &r.ByWeeks, func(p Point) int { return p.Weeks })
	_, err := w.Write(b.Bytes())
	return err
}

// table writes rows of cells: the first column to the left, numbers to the right.
func table(b *bytes.Buffer, rows ...[]string) {
	var width []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], len(cell))
		}
	}
	for _, row := range rows {
		line := fmt.Sprintf("%-*s", width[0], row[0])
		for i, cell := range row[1:] {
			line += fmt.Sprintf("  %*s", width[i+1], cell)
		}
		b.WriteString(strings.TrimRight(line, " "))
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}

func (r *Report) writeRatio(b *bytes.Buffer) {
	x := &r.Ratio
	fmt.Fprintf(b, "%d companies, %d weeks, %d rounds of engine and kernel in turns; %s\n", x.Companies, x.Weeks, x.Rounds, r.Clock)
	line := func(name, format string, s Spread) []string {
		return []string{name, fmt.Sprintf(format, s.Min), fmt.Sprintf(format, s.Median), fmt.Sprintf(format, s.Max)}
	}
	table(b, []string{"ns per company-week", "min", "median", "max"},
		line("engine", "%.0f", x.Engine), line("kernel", "%.0f", x.Kernel), line("engine / kernel", "%.3f", x.Pairs))
	verdict, target := "within", Target(x.Companies)
	if x.Pairs.Median > target {
		verdict = "OVER"
	}
	fmt.Fprintf(b, "%.3f kernels: %s the target of %.1f\n%.0f runs a second on one core\n\n", x.Pairs.Median, verdict, target, r.RunsPerSecond)
}

func (r *Report) writeParts(b *bytes.Buffer) {
	rows := [][]string{{"part of the week", "ns", "kernels", "budget"}}
	var sum Part
	for _, p := range r.Parts {
		sum.Ns, sum.Kernels, sum.Budget = sum.Ns+p.Ns, sum.Kernels+p.Kernels, sum.Budget+p.Budget
		rows = append(rows, partRow(p))
	}
	sum.Name = "all"
	table(b, append(rows, partRow(sum))...)
}

func partRow(p Part) []string {
	mark := ""
	if p.Over() {
		mark = "over"
	}
	return []string{p.Name, fmt.Sprintf("%.1f", p.Ns), fmt.Sprintf("%.3f", p.Kernels), fmt.Sprintf("%.3f", p.Budget), mark}
}

func (r *Report) writeWorld(b *bytes.Buffer) {
	s, z := &r.Steady, &r.Sizes
	row := func(name string, v float64) []string { return []string{name, fmt.Sprintf("%.3f", v)} }
	whole := func(name string, v float64) []string { return []string{name, fmt.Sprintf("%.0f", v)} }
	table(b, []string{"per company-week"}, row("orders", s.Orders), row("of them refused", s.Refused),
		row("draws", s.Draws), row("postings", s.Postings),
		row("allocations (steady state)", s.Allocations), row("bytes allocated", s.Bytes))
	table(b, []string{"a whole world"}, whole("bytes", float64(z.Bytes)), whole("clone, ns", z.CloneNs),
		whole("hash, ns", z.HashNs), whole("reset, ns", z.ResetNs))
}

func writeScaling(b *bytes.Buffer, name string, s *Scaling, size func(Point) int) {
	rows := [][]string{{name, "ms a run", "ns per company-week", "orders", "postings"}}
	for _, p := range s.Points {
		rows = append(rows, []string{fmt.Sprint(size(p)), fmt.Sprintf("%.2f", p.RunNs/1e6), fmt.Sprintf("%.0f", p.PerCompanyWeek()),
			fmt.Sprintf("%.3f", p.Orders), fmt.Sprintf("%.2f", p.Postings)})
	}
	table(b, rows...)
	b.Truncate(b.Len() - 1)
	fmt.Fprintf(b, "CPU time grows as %s to the power %.3f\n\n", name, s.Exponent)
}
