package vm_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// Own figures are exact, those of rivals are marked as estimates.
func TestOwnExactRivalsAbout(t *testing.T) {
	p := begin(t, "quartet", "harbour")
	for range 8 {
		p.Advance()
	}
	for _, r := range p.Rivals() {
		about := strings.HasPrefix(r.Value, "≈")
		if about == r.Mine {
			t.Errorf("%s has %s", r.Name, r.Value)
		}
	}
	for _, place := range p.Map() {
		for _, n := range place.Sites {
			if about := strings.HasPrefix(n.Power, "≈"); about == n.Mine {
				t.Errorf("%s has %s", n.Name, n.Power)
			}
			tip := p.AboutSite(n.ID)
			if len(tip) < 2 || !n.Mine && len(tip) > 3 {
				t.Errorf("of %s is told %v", n.Name, tip)
			}
		}
	}
}

// Vital signs have a course and change; one of them, at most, is what binds, and
// it is said in words.
func TestVitals(t *testing.T) {
	for _, name := range []string{"anvil", "falcon", "harbour", "lumen"} {
		p := begin(t, "quartet", name)
		for !p.Over() {
			p.Advance()
			binding := 0
			for _, v := range p.Vitals() {
				if v.Binding {
					binding++
				}
				if v.Name == "" || v.Value == "" || len(v.Course) == 0 {
					t.Errorf("%s: %+v", name, v)
				}
				for _, l := range p.Why(v.Metric) {
					if l.Text == "" || strings.ContainsAny(l.Text, "[]{}") {
						t.Errorf("%s: why of %s says %q", name, v.Name, l.Text)
					}
				}
			}
			b := p.Bottleneck()
			if binding > 1 || b.Text == "" || b.InSign != (binding == 1) {
				t.Errorf("%s: %d signs bind: %+v", name, binding, b)
			}
		}
	}
}

// The last page ranks all companies and names the player's place.
func TestClosing(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	for !p.Over() {
		p.Advance()
	}
	c := p.Closing()
	mine := 0
	for i, r := range c.Rows {
		if r.Rank != strconv.Itoa(i+1) || len(r.Values) != len(c.Columns) {
			t.Errorf("row %d: %+v", i, r)
		}
		if r.Mine {
			mine++
		}
	}
	if len(c.Rows) != p.SC.Companies() || mine != 1 || !strings.Contains(c.Place, "Lumen") {
		t.Errorf("%+v", c)
	}
}

// A page with little room tells what mattered most, early or late.
func TestLittleRoomForWhatMattered(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	for !p.Over() {
		p.Advance()
	}
	all := p.Top(8)
	if len(all) != 8 {
		t.Fatalf("%d events", len(all))
	}
	first := 0 // of how many the fewer are but the first
	for n := 1; n < 8; n++ {
		list, same := p.Top(n), 0
		for i, h := range list {
			if !slices.Contains(all, h) || i > 0 && list[i-1].Date > h.Date {
				t.Errorf("of %d the page tells %+v, which stands not among the 8 or out of turn", n, h)
			}
			if all[i] == h {
				same++
			}
		}
		if len(list) != n {
			t.Errorf("%d events, %d wanted", len(list), n)
		}
		if same == n {
			first++
		}
	}
	if first == 7 {
		t.Error("whatever the room, what came first is told")
	}
}

// The chooser tells scenarios and companies as they begin.
func TestChooser(t *testing.T) {
	sc, other := load(t, "quartet"), load(t, "octet")
	c := vm.NewChooser(words(t, "zh", sc).Lex, []vm.Offer{{Name: "quartet", SC: sc}, {Name: "octet", SC: other}}, 3)
	c.Company = 4
	c.Choose(1)
	if len(c.Scenarios()) != 2 || len(c.Companies()) != other.Companies() || c.Company != 1 {
		t.Errorf("%d scenarios, %d companies, company %d", len(c.Scenarios()), len(c.Companies()), c.Company)
	}
	for _, card := range c.Companies() {
		if card.Name == "" || len(card.Figures) != 3 || card.Chosen != (card.ID == 1) {
			t.Errorf("%+v", card)
		}
	}
}

// The fleet's parts are the company's own figures.
func TestFleet(t *testing.T) {
	p := begin(t, "quartet", "falcon")
	for range 10 {
		p.Advance()
	}
	own := p.View().Own()
	for _, x := range p.Parts() {
		if x.Key == "running" && x.Size != own.Own || x.Key == "order" && x.Size != own.OnOrder || x.Size < 0 {
			t.Errorf("%+v of %+v", x, own)
		}
	}
	if len(p.Fleet()) == 0 {
		t.Error("no chips at any site")
	}
	if m, _ := sim.FindMetric("compute_running"); len(p.Course(m, p.Me)) != 11 {
		t.Error("the course has not a value a week")
	}
}

// What is built and asked for is on the map before it has power: halls at their
// site, a request without a site in its region; both tell when they come.
func TestProjectsAreOnTheMap(t *testing.T) {
	p := begin(t, "octet", "falcon")
	f := p.NewForm()
	asked := 0
	for i, s := range sim.OrderSpecs() {
		if s.Kind == sim.OrderBreakGround || s.Kind == sim.OrderJoinQueue {
			f.SetKind(i)
			if f.Add() {
				asked++
			}
		}
	}
	if asked != 2 {
		t.Fatalf("%d of two orders would pass", asked)
	}
	before := nodes(p)
	for range 12 {
		p.Advance()
	}
	under := p.View().Projects(nil)
	if len(under) == 0 {
		t.Fatal("nothing is under way")
	}
	told := 0
	for _, place := range p.Map() {
		for _, l := range p.AboutRegion(place.ID) {
			if strings.Contains(l.Text, "MW") {
				told++
			}
		}
	}
	if told != len(under) || nodes(p) < before {
		t.Errorf("%d things are under way, %d are told; %d places on the map, before %d", len(under), told, nodes(p), before)
	}
}

func nodes(p *vm.Play) (n int) {
	for _, place := range p.Map() {
		n += len(place.Sites)
	}
	return n
}
