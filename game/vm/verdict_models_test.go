package vm_test

import (
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// Whoever takes in the model of another is told its fee; who has made one himself and
// takes it as the core of all products, also what his people make of that.
func TestLicenceSaysWhatItDoesToTheTeam(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		for company, makes := range map[string]bool{"falcon": true, "harbour": false} {
			p := begin(t, "octet", company)
			for seed := uint64(1); !passes(p, sim.OrderLicenseModel, uint8(sim.LicenceCore)).Passes; seed++ {
				if seed > 4 { // in one world of six nobody lets a maker of models run his
					t.Fatalf("%s can license nothing in five worlds", company)
				}
				p = beginWith(t, "octet", company, seed)
			}
			p.Lex = words(t, lang, p.SC).Lex
			for mode, upset := range map[uint8]bool{uint8(sim.LicenceHost): false, uint8(sim.LicenceCore): makes} {
				note := untilPasses(t, p, sim.OrderLicenseModel, mode).Note
				if !strings.Contains(note, "%") || strings.Contains(note, p.Plain("window.quote.exodus")) != upset {
					t.Errorf("%s %s, mode %d: %q", lang, company, mode, note)
				}
			}
		}
	}
}

// A release and a business programme say what they bring and cost.
func TestReleaseAndProgrammeSayWhatTheyCost(t *testing.T) {
	p := begin(t, "2025", "openai")
	if note := untilPasses(t, p, sim.OrderRelease, uint8(sim.ReleaseClosed)).Note; !strings.Contains(note, "points") || !strings.Contains(note, "%") {
		t.Errorf("a release: %q", note)
	}
	if note := untilPasses(t, p, sim.OrderGateProgramme, sim.DecideFund).Note; !strings.Contains(note, "$") || !strings.Contains(note, "odds") {
		t.Errorf("a programme: %q", note)
	}
}

// untilPasses plays until an order of a kind would pass.
func untilPasses(t *testing.T, p *vm.Play, k sim.OrderKind, mode uint8) vm.Verdict {
	t.Helper()
	v := passes(p, k, mode)
	if !v.Passes {
		t.Fatalf("%s never passes", k.Spec().Name)
	}
	return v
}

// passes plays until an order of a kind would pass, or to the end.
func passes(p *vm.Play, k sim.OrderKind, mode uint8) (v vm.Verdict) {
	for !p.Over() {
		f := p.NewForm()
		f.SetKind(int(k) - 1)
		f.SetMode(mode)
		if v = f.Verdict(); v.Passes {
			return v
		}
		p.Advance()
	}
	return v
}
