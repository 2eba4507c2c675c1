package vm_test

import (
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// Every screen of every company in both languages: rows have a cell for each
// column, words are whole, tips say something, and what rivals keep to themselves
// is marked as an estimate.
func TestScreens(t *testing.T) {
	for _, scenario := range []string{"quartet", "octet"} {
		for c := sim.CompanyID(1); int(c) <= begin(t, scenario, "anvil").SC.Companies(); c++ {
			p := begin(t, scenario, begin(t, scenario, "anvil").SC.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c)}))
			for range 9 {
				p.Advance()
			}
			for tab := range vm.TabCount {
				for _, s := range p.Screen(tab, 0).Sections {
					checkSection(t, p, s)
				}
				if text := p.TabName(tab) + p.AboutTab(tab); strings.ContainsAny(text, "[]{}") {
					t.Errorf("tab %d says %q", tab, text)
				}
			}
		}
	}
}

func checkSection(t *testing.T, p *vm.Play, s vm.Section) {
	t.Helper()
	told := func(where, text string) {
		if strings.ContainsAny(text, "[]{}") {
			t.Errorf("%s: %s says %q", s.Key, where, text)
		}
	}
	told("the heading", s.Title+s.Note+s.Empty)
	for _, c := range s.Columns {
		told("a column", c.Name+c.Help)
	}
	for _, f := range s.Facts {
		told("a figure", f.Name+f.Value+f.Change)
		if f.Tip == nil || len(f.Tip()) == 0 {
			t.Errorf("%s: %s is not explained", s.Key, f.Name)
		}
	}
	for _, r := range s.Rows {
		if len(r.Cells) != len(s.Columns) {
			t.Errorf("%s: a row has %d cells for %d columns", s.Key, len(r.Cells), len(s.Columns))
		}
		for _, x := range r.Cells {
			told("a cell", x.Text+x.Full)
		}
		for _, o := range r.Orders {
			told("an order", o.Name)
		}
		if r.Tip != nil {
			for _, l := range r.Tip() {
				told("a tip", l.Text+l.Value)
			}
		}
	}
}

// Figures that others keep to themselves are estimates with a range; own ones are
// plain.
func TestFogOnScreens(t *testing.T) {
	p := begin(t, "octet", "cairn")
	for range 9 {
		p.Advance()
	}
	compared := 0
	for _, tab := range []vm.Tab{vm.TabTalent, vm.TabCapital} {
		for _, s := range p.Screen(tab, 0).Sections {
			if s.Key != "elsewhere" && s.Key != "worth" {
				continue
			}
			for _, r := range s.Rows {
				for _, x := range r.Cells[1:] {
					about := strings.HasPrefix(x.Text, "≈")
					if r.Mine == about && x.Text != "0" && x.Text != "$0" || about == (x.Full == "") {
						t.Errorf("%s: %s has %q, %q", s.Key, r.Cells[0].Text, x.Text, x.Full)
					}
					compared++
				}
			}
		}
	}
	if compared == 0 {
		t.Error("nothing is compared")
	}
}

// A draft fills in the form: what it names stays, the rest is filled in; what
// cannot be done is refused as it is, not turned into something else.
func TestDraftsKeepWhatTheyName(t *testing.T) {
	drafts := 0
	for _, company := range []string{"anvil", "cairn", "lumen", "harbour"} {
		p := begin(t, "octet", company)
		for range 9 {
			p.Advance()
		}
		f := p.NewForm()
		for tab := range vm.TabCount {
			for _, s := range p.Screen(tab, 0).Sections {
				for _, r := range s.Rows {
					for _, d := range r.Orders {
						drafts++
						f.Draft(d.Order)
						o, want := f.Order(), d.Order
						if o.Kind != want.Kind || want.Mode != 0 && o.Mode != want.Mode || want.Person != 0 && o.Person != want.Person ||
							want.Model != 0 && o.Model != want.Model || want.Segment != 0 && o.Segment != want.Segment || want.Program != 0 && o.Program != want.Program {
							t.Errorf("%s: %s: the form has %+v, the draft %+v", company, d.Name, o, want)
						}
					}
				}
			}
		}
	}
	if drafts < 20 {
		t.Errorf("only %d drafts", drafts)
	}
}

// The orders of a tab stand first in the list of kinds, and none is lost.
func TestGroupsFromTab(t *testing.T) {
	f := begin(t, "octet", "cairn").NewForm()
	for tab := range vm.TabCount {
		if n := len(f.GroupsFrom(tab)); n != len(f.Groups()) {
			t.Errorf("tab %d lists %d groups of %d", tab, n, len(f.Groups()))
		}
	}
	if g := f.GroupsFrom(vm.TabTalent)[0]; g != sim.GroupTalent {
		t.Errorf("the tab of talent begins with group %d", g)
	}
}
