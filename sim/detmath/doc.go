// Package detmath computes exp, log, pow, logistic, tanh and the normal
// quantile with the same bits on every machine.
//
// The standard library's versions do not promise that: several architectures
// have assembly of their own, one of them picks a fused path from the processor
// it finds, and a compiler may fuse x*y + z where the source allows it. Here
// every product of variables stands in an explicit conversion, float64(x*y),
// which the language specification says cannot be fused, and nothing is called
// but functions that IEEE 754 rounds exactly.
//
// Start with exp.go: its reduced-range kernel also serves Pow, Logistic and
// Tanh. Quantile stands on Log; bits.go takes numbers apart.
//
// An error is counted in representable numbers from the correctly rounded
// result, called ulp here and in the comments. The tests enforce the bounds
// against the vectors in testdata, which were computed with hundreds of bits.
//
//	function   bound (ulp)  method
//	Exp        1            fdlibm e_exp, with the exponent applied in two steps
//	Log        1            fdlibm e_log
//	Pow        1            fdlibm e_pow: log2 as a sum of two numbers
//	Logistic   2            from Exp of minus the absolute value
//	Tanh       2            from the kernel of Exp
//	Quantile   8            Wichura 1988, AS 241, routine PPND16
//
// QuickExp and QuickLog (quick.go) have the same bits everywhere too, but are right to a
// hundred-thousandth and a millionth only.
//
// The bounds hold over the whole range, subnormal results included. Every
// function is defined for every input; its comment lists the special cases. Of a
// NaN only that it is one is promised, not its bits.
//
// Coefficients: fdlibm 5.3 (Sun Microsystems, freely distributable) and M. J.
// Wichura, "Algorithm AS 241: the percentage points of the normal
// distribution", Applied Statistics 37 (1988) 477-484.
package detmath
