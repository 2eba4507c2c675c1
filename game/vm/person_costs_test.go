package vm_test

import (
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// What the owners want of the company that a person leaves stands on the page of
// people before anybody is courted, and the order says it again, in both languages.
func TestStakeIsShownBeforeCourting(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "2025", "meta")
		p.Lex = words(t, lang, p.SC).Lex
		row, l := person(t, p, "alexandr_wang")
		stake := p.View().Stake(l)
		if stake < 1e9 {
			t.Fatalf("the stake is %v", stake)
		}
		want := p.Plain("window.talent.stake")
		told := ""
		for _, line := range row.Tip() {
			if line.Text == want {
				told = line.Value
			}
		}
		if told == "" || !strings.HasSuffix(told, "B") && !strings.Contains(told, "亿") {
			t.Errorf("%s: the tooltip says %q of the stake", lang, told)
		}
		f := p.NewForm()
		f.Draft(sim.Order{Kind: sim.OrderCourtStar, Mode: sim.CourtPlain, Person: l})
		if note := f.Verdict().Note; !strings.Contains(note, told) {
			t.Errorf("%s: the order says %q, not %s", lang, note, told)
		}
		at := -1
		for i, c := range section(t, p, vm.TabTalent, "stars").Columns {
			if c.Name == p.Plain("window.talent.at_once") {
				at = i
			}
		}
		if at < 0 || row.Cells[at].Text == "–" {
			t.Errorf("%s: no column says what a person costs at once", lang)
		}
	}
}

func section(t *testing.T, p *vm.Play, tab vm.Tab, key string) vm.Section {
	t.Helper()
	for _, s := range p.Screen(tab, 0).Sections {
		if s.Key == key {
			return s
		}
	}
	t.Fatalf("no section %s", key)
	return vm.Section{}
}

// person is the row of a named person.
func person(t *testing.T, p *vm.Play, name string) (vm.Row, sim.PersonID) {
	t.Helper()
	id, hint := p.SC.Find(sim.OfPerson, name)
	if id == 0 {
		t.Fatal(hint)
	}
	title := p.Title(sim.OfPerson, id)
	for _, r := range section(t, p, vm.TabTalent, "stars").Rows {
		if r.Cells[0].Text == title {
			return r, sim.PersonID(id)
		}
	}
	t.Fatalf("%s is not on the page", title)
	return vm.Row{}, 0
}

// About a person who works for nobody the page offers what makes sense, and a form that
// names somebody whom its order cannot be about says so by name.
func TestOrdersFitThePerson(t *testing.T) {
	p := begin(t, "2025", "meta")
	seen := map[int]bool{}
	for _, r := range section(t, p, vm.TabTalent, "stars").Rows {
		for _, d := range r.Orders {
			free := p.View().Employer(d.Order.Person) == 0
			if free && (d.Order.Kind != sim.OrderCourtStar || d.Order.Mode != sim.CourtPlain) {
				t.Errorf("%s can be ordered about %s", d.Name, r.Cells[0].Text)
			}
			seen[len(r.Orders)] = true
		}
	}
	if !seen[1] || !seen[3] {
		t.Errorf("numbers of orders: %v", seen)
	}
	row, id := person(t, p, "alexandr_wang")
	f := p.NewForm()
	f.Draft(sim.Order{Kind: sim.OrderLiftTeam, Person: id})
	for _, x := range f.Fields() {
		if x.ID == sim.FieldPerson && x.Value != row.Cells[0].Text {
			t.Errorf("the form names %q", x.Value)
		}
	}
}
