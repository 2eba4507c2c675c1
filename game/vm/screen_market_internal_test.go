package vm

import (
	"testing"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/units"
)

// Who serves customers whom others had no room for has met all that was asked, not more.
func TestMetIsAShare(t *testing.T) {
	lex, err := assets.Words("en")
	if err != nil {
		t.Fatal(err)
	}
	p := &Play{Words: Words{Lex: lex}}
	for _, x := range []struct {
		wanted, served units.H100e
		want           string
	}{{0, 0, "–"}, {200, 100, "50%"}, {100, 100, "100%"}, {100, 111, "100%"}} {
		if got := met(p, sim.Stall{Wanted: x.wanted, Served: x.served}).Text; got != x.want {
			t.Errorf("%d of %d are %s, want %s", x.served, x.wanted, got, x.want)
		}
	}
}
