package experiment

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"entangle/sim"
)

// The description names the columns of outcomes.csv in their order, and a unit
// for each metric of series.csv.
func TestDescriptionNamesColumnsAndUnits(t *testing.T) {
	d := Describe(quartet())
	names := []string{"run", "seed"}
	for _, u := range d.Outcomes {
		names = append(names, u.Name)
		metric := strings.TrimSuffix(u.Name[strings.IndexByte(u.Name, '.')+1:], "_of_year")
		if i, ok := sim.FindMetric(metric); !ok || u.Unit != sim.Metrics()[i].Unit {
			t.Errorf("%s is in %q", u.Name, u.Unit)
		}
	}
	if head := strings.Join(append(names, "hash\n"), ","); head != string(OutcomesHead(quartet())) {
		t.Errorf("columns %s", head)
	}
	for i, m := range sim.Metrics() {
		if d.Series[i] != (Unit{m.Name, m.Unit}) {
			t.Errorf("series %d is %v, the metric %s in %s", i, d.Series[i], m.Name, m.Unit)
		}
	}
	var b bytes.Buffer
	var back Description
	if err := d.Write(&b); err != nil || json.Unmarshal(b.Bytes(), &back) != nil || back.Rules != sim.Rules() || len(back.Quantiles) != len(Permilles) {
		t.Errorf("%v:\n%s", err, &b)
	}
	if strings.Contains(b.String(), "null") {
		t.Errorf("an empty list is written as null:\n%s", &b)
	}
}
