package experiment_test

import (
	"slices"
	"testing"

	"entangle/sim"
)

// moneyWatch notes who raised, borrowed and was worth what, in each run.
type moneyWatch struct {
	id    map[string]sim.CompanyID
	read  map[string]func(w *sim.World, id int32) float64
	seen  map[string][]float64 // by company and what
	found map[string]float64
}

func (m *moneyWatch) begin() { m.found = map[string]float64{} }

func (m *moneyWatch) week(w *sim.World, n int) {
	for name, id := range m.id {
		switch n {
		case yearEnd:
			for what, read := range m.read {
				m.found[name+" "+what] = read(w, int32(id))
			}
		case yearEnd + 26:
			m.found[name+" valuation later"] = m.read["valuation"](w, int32(id))
		}
	}
}

func (m *moneyWatch) end() {
	for what, x := range m.found {
		m.seen[what] = append(m.seen[what], x)
	}
}

// TestYearMoney: labs live by what investors give, landlords of chips by what lenders do,
// and nobody is worth many times what its like ever was. Bounds are about twice as far
// as what happened (facts/companies.csv, deals.csv and press reports from memory).
func TestYearMoney(t *testing.T) {
	if long(t) {
		return
	}
	sc, id := theYear(t), map[string]sim.CompanyID{}
	for _, name := range []string{"openai", "anthropic", "xai", "coreweave", "oracle", "meta", "google", "microsoft"} {
		at, problem := sc.Find(sim.OfCompany, name)
		if problem != "" {
			t.Fatal(problem)
		}
		id[name] = sim.CompanyID(at)
	}
	read := map[string]func(w *sim.World, id int32) float64{}
	for _, name := range []string{"equity_raised", "debt", "cash", "valuation"} {
		read[name] = metric(name)
	}
	seen := map[string][]float64{}
	for _, m := range playYears(sc, 100, func() *moneyWatch { return &moneyWatch{id: id, read: read, seen: map[string][]float64{}} }) {
		for what, xs := range m.seen {
			seen[what] = append(seen[what], xs...)
		}
	}
	for _, want := range []struct {
		what        string
		least, most float64 // $B, of the median
	}{
		{"openai equity_raised", 20, 80}, // 40 announced in March
		{"anthropic equity_raised", 6, 30},
		{"xai equity_raised", 6, 30},
		{"coreweave debt", 12, 40},       // about 20
		{"coreweave valuation", 20, 100}, // about 40
		{"coreweave valuation later", 20, 200},
		{"xai valuation later", 100, 500},       // 250 with what it merged with
		{"anthropic valuation later", 190, 900}, // 380 in February
		{"oracle debt", 85, 135},                // 108 of notes at the end of November, from memory of its 10-Q
		{"google cash", 65, 250},                // 127
		{"meta cash", 40, 160},                  // 82
		{"microsoft cash", 45, 180},             // 89
	} {
		xs := seen[want.what]
		slices.Sort(xs)
		median := xs[len(xs)/2]
		t.Logf("%s: %.1f", want.what, median)
		if median < want.least || median > want.most {
			t.Errorf("%s: the median is %.1f, expected %v to %v", want.what, median, want.least, want.most)
		}
	}
}
