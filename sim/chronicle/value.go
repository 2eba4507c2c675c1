package chronicle

import (
	"math"
	"strconv"
	"strings"

	"entangle/assets"
	"entangle/sim/units"
)

// unitForm says how a metric's unit is shown: as a quantity of a kind, after
// scaling to its base units, inside a further pattern if there is one.
type unitForm struct {
	kind  units.Kind
	scale float64
	in    string
}

var unitForms = map[string]unitForm{
	"kH100e":               {units.KindH100e, 1e6, ""},
	"MW":                   {units.KindKW, 1e3, ""},
	"USD":                  {units.KindUSD, 1, ""},
	"USD billion":          {units.KindUSD, 1e9, ""},
	"USD billion per year": {units.KindUSD, 1e9, "number.a_year"},
	"USD million per year": {units.KindUSD, 1e6, "number.a_year"},
	"USD per H100e-hour":   {units.KindUSDPerGPUHour, 1e6, ""},
	"USD per GPU-hour":     {units.KindUSDPerGPUHour, 1e6, ""},
	"USD per MWh":          {units.KindUSDPerMWh, 1e6, ""},
	"share":                {units.KindShare, 1e6, ""},
}

// Value writes the value of a metric in its unit for people. Units that are no
// exact quantity (weeks on average, points) are written with one decimal in the
// pattern value.<unit>; a unit without one follows its number.
func Value(lex *assets.Lexicon, unit string, v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return lex.Text("number.none", nil)
	}
	if f, known := unitForms[unit]; known {
		text := Number(lex, f.kind, toBase(v*f.scale))
		if f.in != "" {
			text = lex.Text(f.in, map[string]string{"n": text})
		}
		return text
	}
	n := oneDecimal(v, lex.Lang)
	if key := "value." + unit; lex.Has(key) {
		return lex.Text(key, map[string]string{"n": n})
	}
	return n + " " + unit
}

// toBase rounds to a whole number of base units, within their bounds.
func toBase(v float64) int64 {
	const most = 1 << 62
	return int64(math.Round(min(max(v, -most), most)))
}

func oneDecimal(v float64, lang string) string {
	text := strings.TrimSuffix(strconv.FormatFloat(math.Abs(v), 'f', 1, 64), ".0")
	if v < 0 && text != "0" {
		return "-" + grouped(text, lang)
	}
	return grouped(text, lang)
}
