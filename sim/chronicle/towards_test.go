package chronicle

import (
	"testing"

	"entangle/assets"
	"entangle/sim/units"
)

// What a refusal says would pass is rounded to the side that does.
func TestTowards(t *testing.T) {
	lex, err := assets.Words("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind units.Kind
		v    int64
		up   bool
		want string
	}{
		{units.KindUSD, 9_737, false, "$9.73k"}, {units.KindUSD, 9_737, true, "$9.74k"}, {units.KindUSD, 9_734, true, "$9.74k"},
		{units.KindUSD, 9_740, true, "$9.74k"}, {units.KindUSD, 9_740, false, "$9.74k"}, {units.KindKW, 209_960, false, "209 MW"},
		{units.KindUSDPerGPUHour, 2_004_000, true, "$2.01 per H100e-hour"}, {units.KindUSDPerGPUHour, 2_006_000, false, "$2 per H100e-hour"},
		{units.KindChips, 15_813, false, "15,813"}, {units.KindUSD, 0, true, "$0"},
	} {
		if got := towards(lex, c.kind, c.v, c.up); got != c.want {
			t.Errorf("%d, up %t: %q, want %q", c.v, c.up, got, c.want)
		}
	}
}
