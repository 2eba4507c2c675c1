package scenario

import (
	"fmt"
	"testing"

	"entangle/sim"
)

func TestLocate(t *testing.T) {
	p := mustLoad(t, justBase, "companies:\n  - id: lumen\n    price: 2.00 USD/GPU-hour\n    title: { zh: 光 }\n")
	for path, want := range map[string]string{
		"":                             "over1.yaml:1:1-10",
		"companies":                    "over1.yaml:1:1-10",
		"companies.lumen":              "over1.yaml:2:9-14",
		"companies.lumen.price":        "over1.yaml:3:12-29",
		"companies.lumen.cash":         "base.yaml:55:5-9",
		"companies.lumen.cash.low":     "base.yaml:55:30-31",
		"companies.lumen.title.zh":     "over1.yaml:4:18-19",
		"companies.lumen.title.en":     "base.yaml:53:18-23",
		"companies.smith.price":        "base.yaml:45:9-14",
		"companies.nobody.cash":        "over1.yaml:1:1-10",
		"sites.quay.stages.0.add":      "base.yaml:72:34-40",
		"sites.quay.stages.7":          "base.yaml:71:5-11",
		"contracts.c1.clauses.0.from":  "base.yaml:82:32-37",
		"contracts.c1.parties.1":       "base.yaml:78:22-27",
		"contracts.0.end":              "base.yaml:80:10-20",
		"constants.nothing":            "base.yaml:6:1-10",
		"companies.lumen.price.deeper": "over1.yaml:3:12-29",
	} {
		file, line, col, end := p.Locate(path)
		if got := fmt.Sprintf("%s:%d:%d-%d", file, line, col, end); got != want {
			t.Errorf("%q is at %s, want %s", path, got, want)
		}
	}
}

func TestDiagnose(t *testing.T) {
	p := mustLoad(t, justBase)
	ds := p.Diagnose([]sim.Problem{
		{Path: "sites.quay.region", Message: "no region \"river\"", Help: "regions: hill"},
		{Path: "companies.smith.cash", Message: "too little"},
	})
	want := "base.yaml:47:11: error: companies.smith.cash: too little\n" +
		"   46 |     title: { en: Smith, zh: 铁匠 }\n" +
		"   47 |     cash: $20B\n" +
		"      |           ^^^^\n" +
		"base.yaml:67:13: error: sites.quay.region: no region \"river\"\n" +
		"   66 |     owner: lumen\n" +
		"   67 |     region: river\n" +
		"      |             ^^^^^\n" +
		"      = help: regions: hill"
	if got := ds.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A name that could not be read must not be reported again as unknown.
func TestDiagnoseLeavesOutWhatFollows(t *testing.T) {
	fsys, _ := pack(t, justBase+"companies: [{ id: lumen, cash: much }]\n")
	p, err := Load(fsys, ".")
	if p == nil || err == nil {
		t.Fatalf("pack %v, error %v", p, err)
	}
	ds := p.Diagnose([]sim.Problem{{Path: "companies.lumen.cash", Message: "a"}, {Path: "companies.lumen.cash.low", Message: "b"},
		{Path: "companies.lumen.price", Message: "needs cash"}, {Path: "companies.lumen", Message: "c"},
		{Path: "companies.smith.price", Message: "d"}, {Path: "companies.lumen.id", Message: "e"}})
	if len(ds) != 2 || ds[0].Message != "d" || ds[1].Message != "e" {
		t.Errorf("got %v", ds)
	}
}

func TestCheckAcceptsWhatIsRight(t *testing.T) {
	fsys, _ := pack(t, justBase)
	if s, err := Check(Load(fsys, ".")); s == nil || err != nil {
		t.Errorf("scenario %v, error\n%v", s, err)
	}
}
