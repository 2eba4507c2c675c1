package units

import (
	"math"
	"testing"
)

func TestForPeople(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{USD(4_500_000_000).String(), "$4.5B"},
		{USD(-320_000_000).String(), "-$320M"},
		{USD(12_345).String(), "$12.3k"},
		{USD(12_350).String(), "$12.4k"},
		{USD(999).String(), "$999"},
		{USD(999_499).String(), "$999k"},
		{USD(999_500).String(), "$1M"},
		{USD(1_234_567_000_000_000).String(), "$1230T"},
		{USD(0).String(), "$0"},
		{USD(math.MinInt64).String(), "-$9220000T"},
		{KW(1_200_000).String(), "1.2 GW"},
		{KW(350_000).String(), "350 MW"},
		{KW(800).String(), "800 kW"},
		{Price(2_350_000).PerHour(), "$2.35/h"},
		{Price(48_000_000).PerMWh(), "$48/MWh"},
		{Price(-1_999_999).String(), "-$2"},
		{Price(12).String(), "$0.000012"},
		{Chips(120_000).String(), "120,000"},
		{Chips(-1234).String(), "-1,234"},
		{Chips(999).String(), "999"},
		{H100e(386_000_000).String(), "386k"},
		{H100e(2_345).String(), "2.35"},
		{H100e(5).String(), "0.005"},
		{FTE(812_000).String(), "812"},
		{FTE(1_249_000).String(), "1.25k"},
		{PPM(350_000).String(), "35 %"},
		{PPM(123_456).String(), "12.3 %"},
		{PPM(-12).String(), "-0.0012 %"},
		{PPM(1_250_000).String(), "125 %"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}
