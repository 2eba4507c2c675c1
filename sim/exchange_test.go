package sim_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"entangle/sim"
)

// TestNamesMeanNothing files all that belongs to one company under another's id
// and the other way round: its medians must go with it. What is compared is the
// median at the end of 1,600 runs, which may move by two standard errors of the
// difference, for the random streams go with the names.
func TestNamesMeanNothing(t *testing.T) {
	in := quartet(t)
	for _, pair := range [][2]string{{"lumen", "falcon"}, {"harbour", "falcon"}} {
		t.Run(pair[0]+"-"+pair[1], func(t *testing.T) {
			for _, line := range moved(t, in, exchanged(in, pair[0], pair[1]), pair) {
				t.Error(line)
			}
		})
	}
}

// TestExchangeSeesHalfAnExchange is the test of that test: when the quality of
// two models stays behind, the medians do not go with the names.
func TestExchangeSeesHalfAnExchange(t *testing.T) {
	in, pair := quartet(t), [2]string{"lumen", "falcon"}
	out := exchanged(in, pair[0], pair[1])
	a, b := rowOf(&out, pair[0]), rowOf(&out, pair[1])
	a.Quality, b.Quality = b.Quality, a.Quality
	if lines := moved(t, in, out, pair); len(lines) < 3 {
		t.Errorf("an exchange without the models goes unnoticed: %v", lines)
	}
}

// exchangedMetrics are what stands in standings, and what it comes from.
var exchangedMetrics = []string{"compute_running", "compute_used", "compute_owned", "compute_on_order", "power_energised",
	"served_share", "price", "cash", "revenue", "capex"}

// moved lists the metrics whose medians did not go along when the ids of a pair
// were exchanged.
func moved(t *testing.T, in, out sim.Setup, pair [2]string) (lines []string) {
	before, after := outcomes(t, in, pair), outcomes(t, out, [2]string{pair[1], pair[0]})
	for i := range before {
		diff := math.Abs(median(before[i]) - median(after[i]))
		error := math.Hypot(medianError(before[i]), medianError(after[i]))
		name := fmt.Sprintf("%s, first filed under %s", exchangedMetrics[i/2], pair[i%2])
		if diff > 2*error {
			lines = append(lines, fmt.Sprintf("%s: median %.4g became %.4g, %.1f standard errors away", name, median(before[i]), median(after[i]), diff/error))
		}
	}
	return lines
}

// outcomes plays 1,600 runs and reads each metric for both companies.
func outcomes(t *testing.T, setup sim.Setup, pair [2]string) [][]float64 {
	return sampleOf(t, 4*pairs, setup, 1000, nil, func(w *sim.World) (row []float64) {
		for _, metric := range exchangedMetrics {
			for _, name := range pair {
				row = append(row, read(t, w, metric, find(t, w.Scenario(), sim.OfCompany, name)))
			}
		}
		return row
	})
}

// medianError is the standard error of a median, by the normal approximation:
// sqrt(pi/2) standard deviations over the root of n. It is too wide for peaked
// samples and too narrow for flat ones, by a tenth or two here.
func medianError(xs []float64) float64 {
	_, sd := meanAndDeviation(xs)
	return math.Sqrt(math.Pi/2) * sd / math.Sqrt(float64(len(xs)))
}

// exchanged returns a setup in which two ids are exchanged wherever they stand.
func exchanged(in sim.Setup, a, b string) sim.Setup {
	return rewrite(reflect.ValueOf(in), func(s string) string {
		switch s {
		case a:
			return b
		case b:
			return a
		}
		return s
	}).Interface().(sim.Setup)
}

// rewrite copies a value with each string in it changed. Sources and notes of
// figures are strings too, but no id stands alone in them.
func rewrite(v reflect.Value, change func(string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(change(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(rewrite(v.Field(i), change))
			}
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(rewrite(v.Index(i), change))
		}
	}
	return out
}

// rowOf finds a company in a setup.
func rowOf(s *sim.Setup, id string) *sim.CompanySetup {
	for i := range s.Companies {
		if s.Companies[i].ID == id {
			return &s.Companies[i]
		}
	}
	return nil
}
