package chart

import (
	"bytes"
	"image/png"
	"math"
	"strings"
	"testing"

	"entangle/sim/units"
	"pgregory.net/rapid"
)

var words = Words{Median: "Median", Band50: "Middle 50%", Band80: "Middle 80%", Fact: "Fact", Known: "Fact known to the forecasts"}

// sample is a chart with all there can be.
func sample() *Chart {
	day := units.DateOf(2024, 12, 31)
	return &Chart{Title: "Lumen: Cash", Unit: "$ billion", From: day, To: day + 365, Zero: true, Words: words,
		Fans:  []Fan{{Days: []units.Date{day, day + 365}, Low80: []float64{1, 2}, Low50: []float64{1, 3}, Median: []float64{1, 4}, Top50: []float64{1, 5}, Top80: []float64{1, 6}}},
		Facts: []Mark{{From: day, To: day, Value: 1, Known: true}, {From: day + 90, To: day + 180, Value: 7}}}
}

func drawn(t *testing.T, c *Chart) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := c.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The same chart gives the same bytes, and what is drawn is where it belongs: the
// outer band, the inner one and the median from below at the last day, and the fact.
func TestWrite(t *testing.T) {
	one := drawn(t, sample())
	if !bytes.Equal(one, drawn(t, sample())) {
		t.Error("the same chart gives other bytes")
	}
	img, err := png.Decode(bytes.NewReader(one))
	if err != nil || img.Bounds().Dx() != width || img.Bounds().Dy() != height {
		t.Fatal(err, img.Bounds())
	}
	c := sample()
	p, err := newPage(width, height)
	if err != nil {
		t.Fatal(err)
	}
	f := c.frame(p, p.legend(c, height-margin))
	for _, at := range []struct {
		day   units.Date
		value float64
		what  string
		color any
	}{
		{c.To - 2, 2.4, "outer band", outer}, {c.To - 2, 3.5, "inner band", inner}, {c.To - 2, 4, "median", middle},
		{c.To - 2, 5.7, "outer band", outer}, {c.From + 135, 7, "fact", fact}, {c.From + 100, 7, "days of the fact", fact},
		{c.From, 1, "hollow fact", white}, {c.To - 2, 7.5, "paper", white},
	} {
		if got := img.At(int(f.x(float64(at.day))), int(f.y(at.value))); got != at.color {
			t.Errorf("%s on day %d is %v, not %v", at.what, at.day-c.From, got, at.color)
		}
	}
}

// No chart is a panic, whatever its numbers, days and texts.
func TestWriteAnything(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		number := rapid.OneOf(rapid.Float64Range(-1e15, 1e15), rapid.Float64Range(-1, 1), rapid.SampledFrom([]float64{0, 1e-9, 5}))
		day := rapid.Map(rapid.Int32Range(int32(units.FirstDate), int32(units.LastDate)), func(d int32) units.Date { return units.Date(d) })
		c := &Chart{Title: rapid.StringN(0, 200, 400).Draw(r, "title"), Unit: rapid.StringN(0, 200, 400).Draw(r, "unit"), Words: words}
		c.From = day.Draw(r, "from")
		c.To = min(c.From+units.Date(rapid.IntRange(0, 90_000).Draw(r, "days")), units.LastDate)
		for range rapid.IntRange(0, 3).Draw(r, "facts") {
			c.Facts = append(c.Facts, Mark{From: c.From, To: c.To, Value: number.Draw(r, "value")})
		}
		var out bytes.Buffer
		if err := c.Write(&out); err != nil || out.Len() == 0 {
			r.Fatalf("%v", err)
		}
	})
}

// A scale holds its numbers, with a few round ticks that are told apart.
func TestScale(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		low := rapid.Float64Range(-1e9, 1e9).Draw(r, "low")
		high := low + rapid.Float64Range(1e-3, 1e9).Draw(r, "span")
		s := newScale(low, high, 6)
		ticks, seen := s.ticks(), map[string]bool{}
		if !(s.low <= low && high <= s.high) || len(ticks) < 3 || len(ticks) > 9 {
			r.Fatalf("%v to %v: %+v", low, high, s)
		}
		for _, v := range ticks {
			seen[s.label(v)] = true
		}
		if len(seen) != len(ticks) {
			r.Fatalf("labels of %+v are not told apart: %v", s, seen)
		}
	})
	for _, c := range []struct {
		v    float64
		want string
	}{{1234567, "1,234,567"}, {-1234, "-1,234"}, {0, "0"}, {999, "999"}} {
		if got := (scale{step: 1}).label(c.v); got != c.want {
			t.Errorf("%v is labelled %s", c.v, got)
		}
	}
}

// Months are first days of months between two days, evenly apart, and no more of
// them than there is room for; so labels do not overlap.
func TestMonths(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		from := units.DateOf(rapid.IntRange(1950, 2150).Draw(r, "year"), rapid.IntRange(1, 12).Draw(r, "month"), rapid.IntRange(1, 28).Draw(r, "day"))
		to := from.AddDays(rapid.IntRange(0, 15_000).Draw(r, "days"))
		most := rapid.IntRange(2, 12).Draw(r, "most")
		list := months(from, to, most)
		if len(list) > most || len(list) == 0 && to-from > 31 {
			r.Fatalf("%v to %v: %v", from, to, list)
		}
		apart := 0
		for i, d := range list {
			y, m, first := d.Civil()
			if d < from || d > to || first != 1 {
				r.Fatalf("%v to %v: %v", from, to, list)
			}
			if i > 0 {
				py, pm, _ := list[i-1].Civil()
				gap := (y-py)*12 + m - pm
				if apart == 0 {
					apart = gap
				}
				if gap != apart || gap <= 0 {
					r.Fatalf("%v to %v: %v", from, to, list)
				}
			}
		}
	})
}

// A text that is too long for its place is cut.
func TestFit(t *testing.T) {
	p, err := newPage(width, height)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("long ", 100)
	if got := p.fit(p.title, long, 300); p.width(p.title, got) > 300 || !strings.HasSuffix(got, "…") || p.fit(p.title, "short", 300) != "short" {
		t.Errorf("cut to %q", got)
	}
	if math.IsNaN(newScale(math.Inf(1), math.Inf(-1), 6).step) {
		t.Error("an empty chart has no scale")
	}
}
