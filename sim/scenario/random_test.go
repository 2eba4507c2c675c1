package scenario

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"entangle/sim"
	"entangle/sim/units"
)

// TestAnySetupLoadsBackEqual exports random scenarios, filled in by the same
// tags, and demands them back.
func TestAnySetupLoadsBackEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s sim.Setup
		fill(t, &field{shape: format}, reflect.ValueOf(&s).Elem(), "s")
		s.Format = FormatVersion
		text, err := export(s, false)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Load(fstest.MapFS{MainFile: {Data: text}}, ".")
		if err != nil {
			t.Fatalf("%v\nin\n%s", err, text)
		}
		if !reflect.DeepEqual(p.Setup, s) {
			t.Fatalf("reads back as\n%+v\nwant\n%+v\nfrom\n%s", p.Setup, s, text)
		}
	})
}

// fill sets a value of any shape; path names the draws and makes ids unique.
func fill(t *rapid.T, f *field, v reflect.Value, path string) {
	if f.optional && rapid.Bool().Draw(t, path+"?") {
		return
	}
	switch f.sort {
	case words:
		v.SetString(rapid.StringN(1, 12, -1).Filter(allowed).Draw(t, path))
	case date:
		v.SetInt(int64(rapid.Int32Range(1, int32(units.LastDate)).Draw(t, path)))
	case toggle:
		v.SetUint(uint64(rapid.IntRange(0, 1).Draw(t, path)))
	case figure:
		v.Set(reflect.ValueOf(anyFigure(t, f, path)))
	case rows:
		n := rapid.IntRange(0, 2).Draw(t, path)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(t, &field{shape: f.elem}, v.Index(i), fmt.Sprintf("%s_%d", path, i))
			if f.keyed {
				v.Index(i).FieldByName("ID").SetString(fmt.Sprintf("id_%d", i))
			}
		}
	case record:
		for i := range f.fields {
			fill(t, &f.fields[i], v.Field(f.fields[i].index), path+"_"+f.fields[i].key)
		}
	}
}

// allowed tells whether a text may stand in a scenario.
func allowed(s string) bool {
	d := decoder{report: &report{}, bad: map[string]bool{}}
	var out string
	d.words(&field{shape: &shape{}}, &node{text: s}, nil, reflect.ValueOf(&out).Elem())
	return out == s
}

func anyFigure(t *rapid.T, f *field, path string) sim.Figure {
	lo, hi := math.Max(f.lo, -1<<50), math.Min(f.hi, 1<<50)
	draw := func(lo, hi float64, what string) float64 {
		if f.kind == units.KindNumber {
			return rapid.Float64Range(lo, hi).Draw(t, path+what) + 0 // no negative zero
		}
		return float64(rapid.Int64Range(int64(lo), int64(hi)).Draw(t, path+what))
	}
	fig := sim.Exactly(draw(lo, hi, ""))
	if rapid.Bool().Draw(t, path+" ranged") {
		fig.Low, fig.High = draw(lo, fig.Value, " low"), draw(fig.Value, hi, " high")
	}
	if names := f.kind.Units(); len(names) > 0 && rapid.Bool().Draw(t, path+" has unit") {
		fig.Unit = rapid.SampledFrom(names).Draw(t, path+" unit")
	}
	fig.Source = rapid.SampledFrom([]string{"", "a: filing # 2", "\"'", "~"}).Draw(t, path+" source")
	return fig
}
