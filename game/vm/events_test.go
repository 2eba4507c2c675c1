package vm_test

import (
	"testing"

	"entangle/game/vm"
)

// Of the events from outside those that ask for a choice stand first.
func TestEventsThatAskComeFirst(t *testing.T) {
	p, mixed := begin(t, "2025", "google"), 0
	for p.Advance(); !p.Over(); p.Advance() {
		asks, others := false, false
		for _, s := range p.Screen(vm.TabOrganisation, 0).Sections {
			if s.Key != "events" {
				continue
			}
			for _, r := range s.Rows {
				if len(r.Orders) > 0 && others {
					t.Errorf("%v: %s stands below what asks nothing", p.Date(), r.Cells[0].Text)
				}
				asks, others = asks || len(r.Orders) > 0, others || len(r.Orders) == 0
			}
		}
		if asks && others {
			mixed++
		}
	}
	if mixed == 0 {
		t.Error("there is never more than one kind")
	}
}
