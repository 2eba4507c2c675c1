package backtest

import (
	"encoding/csv"
	"io"
	"strconv"
)

// WritePoints writes points.csv: each row of the facts as it was, and the
// quantiles of the runs in the row's unit; blank where the model has none.
func (r *Result) WritePoints(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(append(append([]string(nil), r.Test.Facts.Head...), quantileNames()...)); err != nil {
		return err
	}
	for i := range r.Test.Points {
		row := append([]string(nil), r.Test.Points[i].Cells...)
		for _, q := range Permilles {
			cell := ""
			if v := r.values[i]; v != nil {
				cell = digits(Quantile(v, q))
			}
			row = append(row, cell)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// digits writes a number with six of them, more than any fact has.
func digits(v float64) string {
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}
