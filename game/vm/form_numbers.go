package vm

import (
	"fmt"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// typed says in which unit numbers of a kind are typed, and how far a step goes;
// 0 steps through 1, 2, 5, 10, 20, 50 and so on.
var typed = map[units.Kind]struct {
	unit string
	step int64
}{
	units.KindUSD:           {"M", 0},
	units.KindUSDPerGPUHour: {"USD/GPU-hour", 50_000},
	units.KindUSDPerMWh:     {"USD/MWh", 1_000_000},
	units.KindWatts:         {"W", 0},
	units.KindKW:            {"MW", 0},
	units.KindChips:         {"", 0},
	units.KindH100e:         {"kH100e", 0},
	units.KindShare:         {"%", 10_000},
	units.KindWeeks:         {"", 1},
	units.KindNumber:        {"", 1},
}

// typedAs is the unit in which the number of a field is typed, and its step. The
// price of a chip is too small for millions.
func typedAs(x sim.FieldSpec) (unit string, step int64) {
	if x.Name == "list" {
		return "", 100
	}
	t := typed[x.Unit]
	return t.unit, t.step
}

// inputText is a number as it stands in a field, without its unit.
func inputText(x sim.FieldSpec, v int64) string {
	unit, _ := typedAs(x)
	one := int64(1)
	if unit != "" {
		if n, err := units.Parse(x.Unit, "1", unit); err == nil {
			one = int64(n)
		}
	}
	text := strconv.FormatInt(v/one, 10)
	if rest := v % one; rest != 0 {
		digits := fmt.Sprintf("%0*d", len(strconv.FormatInt(one, 10))-1, rest)
		text += "." + strings.TrimRight(digits, "0")
	}
	return text
}

// Type puts a text into a field of numbers. What cannot be read is a fault of
// the field; the order keeps its last number.
func (f *Form) Type(id sim.FieldID, text string) {
	f.texts[id], f.touched = text, true
	delete(f.faults, id)
	f.p.version++
	for _, x := range f.fields() {
		if x.Field != id {
			continue
		}
		if err := f.read(x, strings.TrimSpace(text)); err != nil {
			f.faults[id] = f.p.T("unreadable", "example", inputText(x, max(x.Min, f.usual(x, f.order.Mode))))
		}
	}
}

func (f *Form) read(x sim.FieldSpec, text string) error {
	if x.Field == sim.FieldWhen {
		day, err := units.ParseDate(text)
		if text == "" && x.Optional {
			day, err = 0, nil
		}
		if err == nil {
			f.order.When = day
		}
		return err
	}
	text = strings.ReplaceAll(text, ",", "")
	unit, _ := typedAs(x)
	v, err := units.Parse(x.Unit, text, unit)
	if err == nil {
		f.order.SetNumber(x.Field, int64(v))
	}
	return err
}

// Step moves the number of a field up (+1) or down (-1), within its bounds.
func (f *Form) Step(id sim.FieldID, dir int) {
	for _, x := range f.fields() {
		if x.Field != id || x.Unit == 0 {
			continue
		}
		f.touched = true
		v := f.order.Number(id)
		_, step := typedAs(x)
		if step == 0 {
			v = nextRound(v, dir)
		} else {
			v += step * int64(dir)
		}
		f.order.SetNumber(id, min(max(v, x.Min), x.Max))
		f.texts[id] = inputText(x, f.order.Number(id))
		delete(f.faults, id)
		f.p.version++
	}
}

// nextRound is the next of 1, 2, 5, 10, 20, 50, ... above or below v.
func nextRound(v int64, dir int) int64 {
	below := int64(0)
	for base := int64(1); base < 1<<60; base *= 10 {
		for _, m := range []int64{1, 2, 5} {
			switch at := base * m; {
			case dir > 0 && at > v:
				return at
			case dir < 0 && at >= v:
				return below
			default:
				below = at
			}
		}
	}
	return v
}
