package units

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		kind       Kind
		text, unit string
		want       float64
	}{
		{KindUSD, "120_000", "", 120_000},
		{KindUSD, "4.5B", "", 4.5e9},
		{KindUSD, "$4.5B", "", 4.5e9},
		{KindUSD, "-$320M", "", -320e6},
		{KindUSD, "-7", "", -7},
		{KindUSD, "4.5 USD billion", "", 4.5e9},
		{KindUSD, "4.5 billion USD", "", 4.5e9},
		{KindUSD, "$4.5 billion", "", 4.5e9},
		{KindUSD, "4.5", "USD billion", 4.5e9},
		{KindUSD, "$4.5B", "USD billion", 4.5e9},
		{KindUSD, "2.00", "", 2},
		{KindUSD, "0.5 k", "", 500},
		{KindUSD, "9_007_199_254_740_992", "", 1 << 53},
		{KindUSDPerGPUHour, "2.35 USD/GPU-hour", "", 2_350_000},
		{KindUSDPerGPUHour, "$2.35/h", "", 2_350_000},
		{KindUSDPerGPUHour, "2.35", "USD/H100e-hour", 2_350_000},
		{KindUSDPerMWh, "48 USD/MWh", "", 48_000_000},
		{KindUSDPerMWh, "$0.048/kWh", "", 48_000_000},
		{KindWatts, "1450 W", "", 1450},
		{KindWatts, "1.45kW", "", 1450},
		{KindKW, "1.2 GW", "", 1_200_000},
		{KindKW, "1500_000 W", "", 1500},
		{KindKW, "0.001 MW", "MW", 1},
		{KindChips, "120k", "", 120_000},
		{KindChips, "1.5", "M chips", 1_500_000},
		{KindH100e, "2.5", "", 2500},
		{KindH100e, "386 kH100e", "", 386_000_000},
		{KindShare, "35 %", "", 350_000},
		{KindShare, "0.35", "", 350_000},
		{KindShare, "1.25", "", 1_250_000},
		{KindShare, "12 ppm", "", 12},
		{KindWeeks, " 26 weeks ", "", 26},
		{KindWeeks, "1 week", "", 1},
		{KindNumber, "-2", "", -2},
		{KindNumber, "1_000.25e-2", "", 10.0025},
		{KindNumber, "-0.0", "", 0},
		{KindNumber, "1e400000", "", math.NaN()}, // refused
		{KindNumber, "1e-400", "", 0},
	} {
		got, err := Parse(c.kind, c.text, c.unit)
		if math.IsNaN(c.want) {
			if err == nil {
				t.Errorf("%v %q = %g, want an error", c.kind, c.text, got)
			}
			continue
		}
		if err != nil || got != c.want || math.Signbit(got) != (c.want < 0) {
			t.Errorf("%v %q with unit %q = %g, %v; want %g", c.kind, c.text, c.unit, got, err, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	money := `(known: USD, k, M, B, T, thousand, million, billion, trillion)`
	for _, c := range []struct {
		kind       Kind
		text, unit string
		want       string
	}{
		{KindKW, "1.2 GX", "", `unknown power unit "GX" in "1.2 GX" (known: W, kW, MW, GW)`},
		{KindKW, "1.2", "GX", `unknown power unit "GX" in "1.2" (known: W, kW, MW, GW)`},
		{KindKW, "1.2", "", `"1.2" needs a power unit (known: W, kW, MW, GW), for example "350 MW"`},
		{KindWatts, "700", "", `"700" needs a power unit (known: W, kW, MW), for example "1450 W"`},
		{KindUSDPerGPUHour, "2.35", "", `"2.35" needs a rent unit (known: USD/GPU-hour, USD/H100e-hour, USD/h), for example "2.35 USD/GPU-hour"`},
		{KindUSDPerMWh, "$48", "", `unknown energy price unit "$" in "$48" (known: USD/MWh, USD/kWh)`},
		{KindKW, "1.2 GW", "MW", `"1.2 GW" has the unit "GW" but unit: says "MW"; keep one of them`},
		{KindUSD, "4.5B", "USD", `"4.5B" has the unit "B" but unit: says "USD"; keep one of them`},
		{KindUSD, "2.00000001 USD", "", `"2.00000001 USD" is too fine: the smallest step is one dollar`},
		{KindKW, "1500 W", "", `"1500 W" is too fine: the smallest step is one kilowatt`},
		{KindH100e, "0.0005", "", `"0.0005" is too fine: the smallest step is one thousandth of an H100e`},
		{KindShare, "0.00001 %", "", `"0.00001 %" is too fine: the smallest step is one part per million`},
		{KindUSD, "9_007_199_254_740_993", "", `"9_007_199_254_740_993" is too large: at most 2^53 (about 9e15) of one dollar fit`},
		{KindUSD, "10_000 T", "", `"10_000 T" is too large: at most 2^53 (about 9e15) of one dollar fit`},
		{KindUSD, strings.Repeat("9", 30), "", `"` + strings.Repeat("9", 30) + `" is too large: at most 2^53 (about 9e15) of one dollar fit`},
		{KindUSD, "$4 USD", "", `unknown money unit "$USD" in "$4 USD" ` + money},
		{KindUSD, "4 EUR", "", `unknown money unit "EUR" in "4 EUR" ` + money},
		{KindWeeks, "6 months", "", `unknown time unit "months" in "6 months" (known: weeks)`},
		{KindWeeks, "2 years", "", `unknown time unit "years" in "2 years" (known: weeks)`},
		{KindNumber, "35 %", "", `unit "%" in "35 %" is not wanted: this is a plain number like 0.25`},
		{KindNumber, "1e309", "", `"1e309" is too large for a number: it must stay below 1.8e308`},
		{0, "1", "", `cannot read "1": unit kind 0 is unknown`},
		{99, "1", "", `cannot read "1": unit kind 99 is unknown`},
	} {
		if got, err := Parse(c.kind, c.text, c.unit); err == nil || err.Error() != c.want {
			t.Errorf("%v %q with unit %q: %g, %v\nwant %s", c.kind, c.text, c.unit, got, err, c.want)
		}
	}
}

// What looks like a number in other notations is refused, not half read.
func TestParseRefusesOtherNotations(t *testing.T) {
	for _, text := range []string{"", " ", "010", "-01", "00", ".5", "5.", "+5", "1,000", "1.2.3", "1__0", "1_", "_1", "1._5", "1.5_",
		"0x1f", "0X1F", ".inf", "-.inf", ".nan", "inf", "nan", "-", "$", "$-5", "--5", "many", "٣", "1e", "e5", "1e+"} {
		for _, k := range Kinds() {
			if got, err := Parse(k, text, ""); err == nil {
				t.Errorf("%v %q was read as %g", k, text, got)
			}
		}
	}
	for _, k := range Kinds()[:len(Kinds())-1] {
		if got, err := Parse(k, "1e3", k.Units()[0]); err == nil {
			t.Errorf("%v: an exponent was read as %g", k, got)
		}
	}
}

func TestKinds(t *testing.T) {
	want := "usd usd_per_gpu_hour usd_per_mwh watts kw chips h100e share weeks number"
	var tags []string
	for _, k := range Kinds() {
		tags = append(tags, k.String())
		if back, ok := KindOf(k.String()); !ok || back != k {
			t.Errorf("%v is read back as %v", k, back)
		}
		if _, err := Parse(k, k.Example(), ""); err != nil {
			t.Errorf("the example of %v: %v", k, err)
		}
		if got, err := Parse(k, "1", ""); k.Bare() != (err == nil) || err == nil && int64(got) != k.Scale() {
			t.Errorf("%v: a bare 1 is %g, %v; scale %d", k, got, err, k.Scale())
		}
		if k.Base() == "" || (k == KindNumber) != (len(k.Units()) == 0) {
			t.Errorf("%v: base %q, units %v", k, k.Base(), k.Units())
		}
		for _, name := range k.Units() {
			if _, err := Parse(k, "1000", name); err != nil {
				t.Errorf("%v in %q: %v", k, name, err)
			}
		}
	}
	if got := strings.Join(tags, " "); got != want {
		t.Errorf("kinds are %s, want %s", got, want)
	}
	for _, tag := range []string{"", "none", "USD", "gpu"} {
		if k, ok := KindOf(tag); ok {
			t.Errorf("%q is the kind %v", tag, k)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		base float64
		want string
	}{
		{KindUSD, 4.5e9, "$4.5B"}, {KindUSD, -320e6, "-$320M"}, {KindUSD, 1_234_500_000, "$1234.5M"},
		{KindUSD, 4_523_123_456, "$4_523_123_456"}, {KindUSD, 12_300, "$12.3k"}, {KindUSD, 950, "$950"}, {KindUSD, 0, "$0"},
		{KindUSDPerGPUHour, 2_350_000, "2.35 USD/GPU-hour"}, {KindUSDPerMWh, 48_000_000, "48 USD/MWh"}, {KindUSDPerMWh, 5, "0.000005 USD/MWh"},
		{KindWatts, 1450, "1450 W"}, {KindKW, 1_200_000, "1.2 GW"}, {KindKW, 350_000, "350 MW"}, {KindKW, 800, "800 kW"}, {KindKW, 12_345_678, "12_345_678 kW"},
		{KindChips, 120_000, "120_000"}, {KindChips, 1200, "1200"}, {KindH100e, 2500, "2.5 H100e"}, {KindH100e, 386_000_000, "386 kH100e"},
		{KindShare, 350_000, "35 %"}, {KindShare, 12, "0.0012 %"}, {KindShare, 1_250_000, "125 %"},
		{KindWeeks, 1, "1 week"}, {KindWeeks, 26, "26 weeks"}, {KindNumber, 0.25, "0.25"}, {KindNumber, 1e21, "1e+21"},
	} {
		if got := Format(c.kind, c.base); got != c.want {
			t.Errorf("%v %g is written %s, want %s", c.kind, c.base, got, c.want)
		}
	}
}

// Whatever is written is read back to the last bit.
func TestFormatRoundTrip(t *testing.T) {
	const most = 1 << 53
	exact := rapid.OneOf(rapid.Int64Range(-most, most), rapid.Int64Range(-2000, 2000), rapid.SampledFrom([]int64{most, -most}),
		rapid.Custom(func(t *rapid.T) int64 { // round figures, as people write them
			return rapid.Int64Range(-99, 99).Draw(t, "lead") * int64(pow10(rapid.IntRange(0, 13).Draw(t, "zeros")))
		}))
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(Kinds()).Draw(t, "kind")
		base := float64(exact.Draw(t, "base"))
		if k == KindNumber {
			base = rapid.Float64().Draw(t, "number") + 0 // no negative zero
		}
		text := Format(k, base)
		if got, err := Parse(k, text, ""); err != nil || got != base {
			t.Fatalf("%v %v is written %q and read back as %v, %v", k, base, text, got, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"4.5B", "$4.5B", "-$1.2k", "4.5 USD billion", "1.2 GW", "35 %", "$2.35/h", "26 weeks", "386 kH100e",
		"120_000", "1e-3", "0x1f", "010", ".inf", "1,000", "", "9007199254740993", "0.0000000000000000000001"} {
		f.Add(uint8(1), text, "")
		f.Add(uint8(5), text, "MW")
		f.Add(uint8(10), text, "")
	}
	f.Fuzz(func(t *testing.T, kind uint8, text, unit string) {
		k := Kind(kind % 12)
		x, err := Parse(k, text, unit)
		if err != nil {
			if x != 0 {
				t.Fatalf("%v %q: refused, yet %g", k, text, x)
			}
			return
		}
		if math.IsNaN(x) || math.IsInf(x, 0) || k != KindNumber && (x != math.Trunc(x) || math.Abs(x) > 1<<53) {
			t.Fatalf("%v %q was read as %g", k, text, x)
		}
		written := Format(k, x)
		if back, err := Parse(k, written, ""); err != nil || back != x {
			t.Fatalf("%v %q is %g, written %q, read back as %g, %v", k, text, x, written, back, err)
		}
	})
}
