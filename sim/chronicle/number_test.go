package chronicle_test

import (
	"math"
	"strings"
	"testing"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

func TestNumber(t *testing.T) {
	en, zh := words(t, "en"), words(t, "zh")
	for _, c := range []struct {
		kind   units.Kind
		v      int64
		en, zh string
	}{
		{units.KindUSD, 4_500_000_000, "$4.5B", "45 亿美元"},
		{units.KindUSD, 0, "$0", "0 美元"},
		{units.KindUSD, 999, "$999", "999 美元"},
		{units.KindUSD, 9_996, "$10k", "1 万美元"}, // rounding reaches the next word
		{units.KindUSD, 999_499, "$999k", "99.9 万美元"},
		{units.KindUSD, 999_500, "$1M", "100 万美元"},
		{units.KindUSD, -12_340_000, "-$12.3M", "-1230 万美元"},
		{units.KindUSD, 99_960_000, "$100M", "1 亿美元"},
		{units.KindUSD, 1_234_000_000_000, "$1.23T", "1.23 万亿美元"},
		{units.KindH100e, 386_000_000, "386,000 H100e", "38.6 万 H100e"},
		{units.KindH100e, 12_437_500, "12,400 H100e", "1.24 万 H100e"},
		{units.KindH100e, 2_500, "2.5 H100e", "2.5 H100e"},
		{units.KindH100e, 9_680_000, "9,680 H100e", "9680 H100e"},
		{units.KindH100e, 1_254_000_000, "1.25 million H100e", "125 万 H100e"},
		{units.KindUSDPerGPUHour, 2_100_000, "$2.10 per H100e-hour", "每 H100e 每小时 2.10 美元"},
		{units.KindUSDPerGPUHour, 2_349_999, "$2.35 per H100e-hour", "每 H100e 每小时 2.35 美元"},
		{units.KindUSDPerGPUHour, 4_000_000, "$4 per H100e-hour", "每 H100e 每小时 4 美元"},
		{units.KindUSDPerGPUHour, 1_996_000, "$2 per H100e-hour", "每 H100e 每小时 2 美元"},
		{units.KindUSDPerGPUHour, 1, "$0.000001 per H100e-hour", "每 H100e 每小时 0.000001 美元"},
		{units.KindUSDPerGPUHour, 0, "$0 per H100e-hour", "每 H100e 每小时 0 美元"},
		{units.KindUSDPerGPUHour, -2_500_000, "-$2.50 per H100e-hour", "每 H100e 每小时 -2.50 美元"},
		{units.KindUSDPerMWh, 48_500_000, "$48.50 per MWh", "每兆瓦时 48.50 美元"},
		{units.KindKW, 800, "800 kW", "800 千瓦"},
		{units.KindKW, 350_000, "350 MW", "350 兆瓦"},
		{units.KindKW, 1_234_000, "1.23 GW", "1.23 吉瓦"},
		{units.KindWatts, 1_453, "1,453 W", "1453 瓦"},
		{units.KindChips, 12_345, "12,345", "12,345"},
		{units.KindShare, 350_000, "35%", "35%"},
		{units.KindShare, 63_944, "6.4%", "6.4%"},
		{units.KindShare, 1_000_000, "100%", "100%"},
		{units.KindShare, 123, "0.0123%", "0.0123%"},
		{units.KindWeeks, 1, "1 week", "1 周"},
		{units.KindWeeks, 26, "26 weeks", "26 周"},
		{units.KindNumber, 1_234, "1,234", "1234"},
	} {
		if got := chronicle.Number(en, c.kind, c.v); got != c.en {
			t.Errorf("%d %v: %q, want %q", c.v, c.kind, got, c.en)
		}
		if got := chronicle.Number(zh, c.kind, c.v); got != c.zh {
			t.Errorf("%d %v: %q, want %q", c.v, c.kind, got, c.zh)
		}
	}
}

// Even the largest numbers are written, with one sign.
func TestNumberExtremes(t *testing.T) {
	for _, lang := range assets.Languages() {
		lex := words(t, lang)
		for _, kind := range units.Kinds() {
			for _, v := range []int64{math.MinInt64, math.MinInt64 + 1, -1, 0, 1, math.MaxInt64} {
				got := chronicle.Number(lex, kind, v)
				signs := strings.Count(strings.ReplaceAll(got, "H100e-hour", ""), "-")
				if (signs == 1) != (v < 0) || signs > 1 || strings.ContainsAny(got, "{[") {
					t.Errorf("%s %v %d: %q", lang, kind, v, got)
				}
			}
		}
	}
}

func TestValue(t *testing.T) {
	en, zh := words(t, "en"), words(t, "zh")
	for _, c := range []struct {
		unit   string
		v      float64
		en, zh string
	}{
		{"kH100e", 62.4375, "62,400 H100e", "6.24 万 H100e"},
		{"MW", 1234.5, "1.23 GW", "1.23 吉瓦"},
		{"MW", 0.8, "800 kW", "800 千瓦"},
		{"USD billion", -0.32, "-$320M", "-3.2 亿美元"},
		{"USD billion per year", 4.5, "$4.5B a year", "每年 45 亿美元"},
		{"USD", 42_000, "$42k", "4.2 万美元"},
		{"USD per H100e-hour", 2.1, "$2.10 per H100e-hour", "每 H100e 每小时 2.10 美元"},
		{"share", 0.234, "23.4%", "23.4%"},
		{"weeks", 16.26, "16.3 weeks", "16.3 周"},
		{"weeks", 1, "1 week", "1 周"},
		{"ECI", -0.01, "0 points", "0 分"},
		{"furlongs", 1234.56, "1,234.6 furlongs", "1234.6 furlongs"},
		{"MW", math.NaN(), "n/a", "无"},
		{"weeks", math.Inf(1), "n/a", "无"},
	} {
		if got := chronicle.Value(en, c.unit, c.v); got != c.en {
			t.Errorf("%v %s: %q, want %q", c.v, c.unit, got, c.en)
		}
		if got := chronicle.Value(zh, c.unit, c.v); got != c.zh {
			t.Errorf("%v %s: %q, want %q", c.v, c.unit, got, c.zh)
		}
	}
}

// Every metric's unit is written in words, not echoed.
func TestEveryUnitIsWritten(t *testing.T) {
	zh := words(t, "zh")
	for _, m := range sim.Metrics() {
		if got := chronicle.Value(zh, m.Unit, 12.5); strings.HasSuffix(got, " "+m.Unit) {
			t.Errorf("%s in %q reads %q", m.Name, m.Unit, got)
		}
	}
}

func FuzzNumber(f *testing.F) {
	f.Add(int64(4_500_000_000), byte(1))
	f.Fuzz(func(t *testing.T, v int64, kind byte) {
		en, zh := words(t, "en"), words(t, "zh")
		k := units.Kinds()[int(kind)%len(units.Kinds())]
		for _, got := range []string{chronicle.Number(en, k, v), chronicle.Number(zh, k, v)} {
			if strings.ContainsAny(got, "{[") || !strings.ContainsAny(got, "0123456789") {
				t.Fatalf("%d %v: %q", v, k, got)
			}
		}
	})
}
