package scenario

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"entangle/sim"
	"entangle/sim/units"
)

// pack is a file system of base.yaml, a main file and overlays.
func pack(t testing.TB, main string, over ...string) (fstest.MapFS, []Overlay) {
	t.Helper()
	fsys := fstest.MapFS{"base.yaml": {Data: read(t, "testdata/base.yaml")}, MainFile: {Data: []byte(main)}}
	var overlays []Overlay
	for i, text := range over {
		name := "over" + string(rune('1'+i)) + ".yaml"
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		overlays = append(overlays, Overlay{FS: fsys, File: name})
	}
	return fsys, overlays
}

func mustLoad(t testing.TB, main string, over ...string) *Pack {
	t.Helper()
	fsys, overlays := pack(t, main, over...)
	p, err := Load(fsys, ".", overlays...)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return p
}

const justBase = "extends: base.yaml\n"

func company(t testing.TB, p *Pack, id string) sim.CompanySetup {
	t.Helper()
	for _, c := range p.Setup.Companies {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("no company %s", id)
	return sim.CompanySetup{}
}

func TestLoadReadsEveryKindOfValue(t *testing.T) {
	s := mustLoad(t, justBase+"switches: { slips: off, overflow: on }\n").Setup
	lumen := s.Companies[1]
	want := sim.Figure{Value: 4.5e9, Low: 4e9, High: 5e9, Given: true, Unit: "$B", Source: "a filing", Note: "end of 2024"}
	if lumen.Cash != want {
		t.Errorf("cash is %+v, want %+v", lumen.Cash, want)
	}
	if lumen.Price != sim.Exactly(2_200_000) || lumen.Policies.Renew != sim.Exactly(500_000) || lumen.Policies.PriceStep.Given {
		t.Errorf("price %+v, policies %+v", lumen.Price, lumen.Policies)
	}
	if s.Format != 1 || s.Title.Zh != "河边两家" || s.Start != units.DateOf(2025, 1, 6) {
		t.Errorf("format %d, title %q, start %v", s.Format, s.Title.Zh, s.Start)
	}
	if s.Switches.Slips != sim.Off || s.Switches.Overflow != sim.On || s.Switches.Rationing != sim.On {
		t.Errorf("switches are %+v", s.Switches)
	}
	if got := s.Sites[0].Stages[1].Add; got != sim.Exactly(1_200_000) {
		t.Errorf("stage adds %+v", got)
	}
	if s.Families[0].SoldTo != nil || !reflect.DeepEqual(s.Contracts[0].Parties, []string{"smith", "lumen"}) {
		t.Errorf("sold to %v, parties %v", s.Families[0].SoldTo, s.Contracts[0].Parties)
	}
}

func TestOverlayMergesDeeply(t *testing.T) {
	p := mustLoad(t, justBase, "companies:\n  - id: lumen\n    policies: { renew: 10 % }\n    title: { en: Lux }\n")
	lumen, before := company(t, p, "lumen"), company(t, mustLoad(t, justBase), "lumen")
	before.Policies.Renew, before.Title.En = sim.Exactly(100_000), "Lux"
	if !reflect.DeepEqual(lumen, before) {
		t.Errorf("got  %+v\nwant %+v", lumen, before)
	}
}

func TestOverlaysApplyInOrder(t *testing.T) {
	cash := func(over ...string) float64 { return company(t, mustLoad(t, justBase, over...), "smith").Cash.Value }
	a, b := "companies: [{ id: smith, cash: $1 }]\n", "companies: [{ id: smith, cash: $2 }]\n"
	if cash(a, b) != 2 || cash(b, a) != 1 || cash() != 20e9 {
		t.Errorf("a then b gives %v, b then a %v, none %v", cash(a, b), cash(b, a), cash())
	}
}

func TestFigureAsScalarReplacesRangeAndSource(t *testing.T) {
	p := mustLoad(t, justBase, "companies: [{ id: lumen, cash: $6B }]\n")
	if got := company(t, p, "lumen").Cash; got != sim.Exactly(6e9) {
		t.Errorf("cash is %+v", got)
	}
}

func TestFigureAsMappingChangesItsPartsOnly(t *testing.T) {
	p := mustLoad(t, justBase, "companies:\n  - { id: lumen, cash: { value: 4.8, note: ~ } }\n  - { id: smith, cash: { low: $18B, high: $21B } }\n")
	want := sim.Figure{Value: 4.8e9, Low: 4e9, High: 5e9, Given: true, Unit: "$B", Source: "a filing"}
	if got := company(t, p, "lumen").Cash; got != want {
		t.Errorf("lumen's cash is %+v, want %+v", got, want)
	}
	want = sim.Figure{Value: 20e9, Low: 18e9, High: 21e9, Given: true}
	if got := company(t, p, "smith").Cash; got != want {
		t.Errorf("smith's cash is %+v, want %+v", got, want)
	}
}

func TestListsWithoutIDsReplace(t *testing.T) {
	p := mustLoad(t, justBase, "sites: [{ id: quay, stages: [{ date: 2025-03-03, add: 1 MW, slip: 0 }] }]\n")
	if n := len(p.Setup.Sites[0].Stages); n != 1 {
		t.Errorf("%d stages, want the 1 of the overlay", n)
	}
	if n := len(p.Setup.Sites[0].Chips); n != 1 {
		t.Errorf("%d batches of chips, want the 1 of the base", n)
	}
}

func TestRemoval(t *testing.T) {
	p := mustLoad(t, justBase, "contracts: [{ id: c1, remove: true }]\nsites: [{ id: quay, stages: ~ }]\ncompanies: [{ id: lumen, about: null }]\n")
	if len(p.Setup.Contracts) != 0 || p.Setup.Sites[0].Stages != nil || company(t, p, "lumen").About != (sim.Text{}) {
		t.Errorf("something is left: %+v", p.Setup)
	}
}

func TestRemovalAndNewItemReplaceWhole(t *testing.T) {
	over := "contracts:\n  - { id: c1, remove: true }\n  - id: c1\n    parties: [lumen, smith]\n    start: 2024-01-01\n    end: 2026-01-05\n    clauses: [{ kind: pay, from: lumen, to: smith, weekly: $1M }]\n"
	p := mustLoad(t, justBase, over)
	if len(p.Setup.Contracts) != 1 || len(p.Setup.Contracts[0].Clauses) != 1 {
		t.Errorf("contracts are %+v", p.Setup.Contracts)
	}
}

func TestNewItemsGoToTheEnd(t *testing.T) {
	over := "regions:\n  - { id: alp, title: { en: Alp, zh: 山 }, energy_price: 30 USD/MWh }\n  - { id: river, energy_price: 1 USD/MWh }\n"
	p := mustLoad(t, justBase, over)
	if r := p.Setup.Regions; len(r) != 2 || r[0].ID != "river" || r[1].ID != "alp" || r[0].EnergyPrice.Value != 1e6 {
		t.Errorf("regions are %+v", r)
	}
}

func TestExtendsGoesThroughFoldersAndLevels(t *testing.T) {
	fsys := fstest.MapFS{
		"p/scenario.yaml":    {Data: []byte("extends: parts/upper.yaml\ncompanies: [{ id: smith, cash: $3 }]\n")},
		"p/parts/upper.yaml": {Data: []byte("extends: ../base.yaml\ncompanies: [{ id: smith, cash: $2, overhead: $2 }]\n")},
		"p/base.yaml":        {Data: read(t, "testdata/base.yaml")},
	}
	p, err := Load(fsys, "p")
	if err != nil {
		t.Fatal(err)
	}
	smith := company(t, p, "smith")
	if smith.Cash.Value != 3 || smith.Overhead.Value != 2 {
		t.Errorf("cash %v, overhead %v", smith.Cash.Value, smith.Overhead.Value)
	}
	want := []string{"p/base.yaml", "p/parts/upper.yaml", "p/scenario.yaml"}
	if !reflect.DeepEqual(p.Files, want) {
		t.Errorf("files are %v, want %v", p.Files, want)
	}
	single, err := Load(fsys, "p/base.yaml")
	if err != nil || len(single.Files) != 1 {
		t.Errorf("a single file as a pack: %v, %v", single, err)
	}
}

func TestHashIsOfTheContent(t *testing.T) {
	base := mustLoad(t, justBase).Hash()
	whole := string(read(t, "testdata/base.yaml"))
	same := map[string]string{
		"one file":   whole,
		"comments":   "# a\n" + strings.ReplaceAll(whole, "\n", "  # b\n"),
		"notation":   strings.NewReplacer("$20B", "20_000_000_000", "350 MW", "0.35 GW", "80 %", "0.8").Replace(whole),
		"key order":  strings.Replace(whole, "    designer: smith\n    h100e: 2.5\n", "    h100e: 2.5\n    designer: smith\n", 1),
		"line ends":  strings.ReplaceAll(whole, "\n", "\r\n"),
		"a mark":     "\ufeff" + whole,
		"file split": justBase + "constants: { load: 80 % }\n",
	}
	for name, text := range same {
		if got := mustLoad(t, text).Hash(); got != base {
			t.Errorf("%s changes the hash", name)
		}
	}
	from := strings.Index(whole, "  - id: smith\n")
	upto := strings.Index(whole, "sites:\n")
	middle := strings.Index(whole, "  - id: lumen\n")
	swapped := whole[:from] + whole[middle:upto] + whole[from:middle] + whole[upto:]
	if p := mustLoad(t, swapped); p.Hash() != base || p.Setup.Companies[0].ID != "lumen" {
		t.Error("the order of items changes the hash")
	}
	for _, text := range []string{"companies: [{ id: smith, cash: $19_999_999_999 }]\n", "switches: { slips: off }\n", "title: { zh: 河 }\n"} {
		if mustLoad(t, justBase, text).Hash() == base {
			t.Errorf("%q does not change the hash", text)
		}
	}
}

func TestLoadKeepsWhatCanBeRead(t *testing.T) {
	fsys, _ := pack(t, justBase+"companies: [{ id: lumen, cash: much }]\n")
	p, err := Load(fsys, ".")
	var ds Diagnostics
	if p == nil || !errors.As(err, &ds) || len(ds) != 1 {
		t.Fatalf("pack %v, error %v", p, err)
	}
	if company(t, p, "lumen").Overhead.Value != 10e6 {
		t.Error("the rest is lost")
	}
	fsys, _ = pack(t, justBase+"companies: [{ id: 9, cash: much }]\n")
	if p, err := Load(fsys, "."); p == nil || err == nil || company(t, p, "2").Title.En != "" {
		t.Errorf("a name that cannot be read: pack %v, error %v", p, err)
	}
	fsys, _ = pack(t, "extends: base.yaml\n<<: {}\n")
	if p, err := Load(fsys, "."); p != nil || err == nil {
		t.Errorf("nobody knows which keys a file has: pack %v, error %v", p, err)
	}
}
