package scenario

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"entangle/sim"
)

func exported(t testing.TB, s sim.Setup) string {
	t.Helper()
	var b bytes.Buffer
	if err := Export(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExportLoadsBackEqual(t *testing.T) {
	for name, over := range map[string]string{
		"base":     "end: 2026-01-05\n",
		"switches": "switches: { slips: off, overflow: on }\n",
		"lists":    "families: [{ id: anvil, sold_to: [] }]\nsites: [{ id: quay, chips: [], stages: ~ }]\n",
		"texts":    "companies:\n  - id: lumen\n    title: { en: 'null', zh: \"a: b # c\\n\\ttab \\\"q\\\" \\\\ \\U0001F600\\u2028 \" }\n",
		"names":    "families: [{ id: anvil, sold_to: [on, 'off', 'y', '12', 'null', smith] }]\n",
		"figures":  "companies:\n  - { id: smith, cash: 1234567891, overhead: { value: 0.5, unit: M }, quality: 1e-7, price: 0.010001 USD/h }\n",
		"units":    "sites: [{ id: quay, energised: { value: 350_000_000, low: 1000, high: 2_000_000_000, unit: W, note: watts }, pue: { value: 125, unit: ' %' } }]\n",
	} {
		t.Run(name, func(t *testing.T) {
			before := mustLoad(t, justBase, over)
			text := exported(t, before.Setup)
			after := mustLoad(t, text)
			if !reflect.DeepEqual(before.Setup, after.Setup) || before.Hash() != after.Hash() {
				t.Errorf("reads back as\n%+v\nwant\n%+v\nfrom\n%s", after.Setup, before.Setup, text)
			}
			if again := exported(t, after.Setup); again != text {
				t.Errorf("a second export differs:\n%s", again)
			}
		})
	}
}

func TestExportWritesFiguresAsAuthorsDo(t *testing.T) {
	text := exported(t, mustLoad(t, justBase).Setup)
	for _, line := range []string{
		"    cash: $20B\n",
		"    cash: { value: 4.5, low: 4, high: 5, unit: \"$B\", source: \"a filing\", note: \"end of 2024\" }\n",
		"    energised: 350 MW\n",
		"      - date: 2025-06-02\n        add: 150 MW\n        slip: { value: 8 weeks, low: 0 weeks, high: 30 weeks }\n",
		"    parties: [smith, lumen]\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
	for _, absent := range []string{"switches", "sold_to", "price_step", "{}"} {
		if strings.Contains(text, absent) {
			t.Errorf("%q is written though it says nothing", absent)
		}
	}
}

func TestExportRefusesWhatNoTextGives(t *testing.T) {
	s := mustLoad(t, justBase).Setup
	s.Companies[0].Cash = sim.Exactly(0.5)
	err := Export(&bytes.Buffer{}, s)
	if err == nil || !strings.Contains(err.Error(), "companies.0.cash") {
		t.Errorf("error is %v", err)
	}
}

func TestDescribeNamesEveryKey(t *testing.T) {
	seen := map[string]FieldDoc{}
	for _, d := range Describe() {
		if d.Doc == "" || d.Type == "" {
			t.Errorf("%+v says nothing", d)
		}
		if _, twice := seen[d.Path]; twice {
			t.Errorf("%s is described twice", d.Path)
		}
		seen[d.Path] = d
	}
	cash := seen["companies.<id>.cash"]
	if cash.Type != "figure" || cash.Optional || cash.Range != "from $0 to $10T" || len(cash.Units) == 0 || cash.Example == "" {
		t.Errorf("cash is described as %+v", cash)
	}
	if d := seen["sites.<id>.stages.<n>.slip"]; d.Range != "from 0 weeks to 208 weeks" {
		t.Errorf("slip is described as %+v", d)
	}
	if d := seen["switches.slips"]; d.Type != "switch" || !d.Optional {
		t.Errorf("switches.slips is described as %+v", d)
	}
	if n := fields(reflect.TypeFor[sim.Setup]()); n != len(seen) {
		t.Errorf("%d keys are described, the type has %d", len(seen), n)
	}
}

// fields counts the tagged fields of a type without the help of shape.go.
func fields(t reflect.Type) int {
	switch {
	case t.Kind() == reflect.Slice:
		return fields(t.Elem())
	case t.Kind() != reflect.Struct || t == reflect.TypeFor[sim.Figure]():
		return 0
	}
	n := 0
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("yaml") != "" {
			n += 1 + fields(t.Field(i).Type)
		}
	}
	return n
}

func TestShapeRefusesWrongTags(t *testing.T) {
	for _, v := range []any{
		struct {
			A bool `yaml:"a"`
		}{},
		struct{ A string }{},
		struct {
			A, B string `yaml:"a"`
		}{},
		struct {
			A string `yaml:"A b"`
		}{},
		struct {
			A string `yaml:"remove"`
		}{},
		struct {
			A sim.Figure `yaml:"a" unit:"furlong"`
		}{},
		struct {
			A sim.Figure `yaml:"a" unit:"usd" range:"2,1"`
		}{},
		struct {
			A sim.Figure `yaml:"a" unit:"usd" range:"x,"`
		}{},
		struct {
			A []sim.Figure `yaml:"a" unit:"usd"`
		}{},
	} {
		if s, err := shapeOf(reflect.TypeOf(v)); err == nil {
			t.Errorf("%T is accepted as %+v", v, s)
		}
	}
}
