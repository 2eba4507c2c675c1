package chronicle

import (
	"strconv"
	"strings"

	"entangle/sim"
)

// flopZeros is the power of ten in which orders and events count the compute of runs.
const flopZeros = 22

// Flop writes the compute of a run, in units of orders (10^22), as those do who train
// models: 4.1e26, rounded to three digits.
func Flop(n int64) string { return power(significant(uint64(max(n, 0)), 3)) }

// power writes a number of such units with all its digits.
func power(n uint64) string {
	number, zeros, _ := strings.Cut(strconv.FormatFloat(float64(n), 'e', -1, 64), "e+")
	exponent, _ := strconv.Atoi(zeros)
	return number + "e" + strconv.Itoa(exponent+flopZeros)
}

// flop is the same as a quantity.
func (t teller) flop(n int64) string { return t.lex.Text("number.flop", args{"n": Flop(n)}) }

// flops writes two of them to be compared: what one has is rounded down, and both keep
// all digits if they would else look alike.
func (t teller) flops(x sim.Amounts) (have, need string) {
	h, n := uint64(max(x.Have, 0)), uint64(max(x.Need, 0))
	unit := uint64(1)
	for h/unit >= 1000 {
		unit *= 10
	}
	if down, near := h/unit*unit, significant(n, 3); down != near || h == n {
		h, n = down, near
	}
	return t.lex.Text("number.flop", args{"n": power(h)}), t.lex.Text("number.flop", args{"n": power(n)})
}
