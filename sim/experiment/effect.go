package experiment

import (
	"fmt"
	"math"

	"entangle/sim/detmath"
)

// Effect is what an arm does to an outcome: the paired difference, arm less
// base, over all pairs.
type Effect struct {
	Arm     string
	Outcome string
	Unit    string
	Pairs   int
	Base    float64 // mean of the base
	Other   float64 // mean of the arm
	Diff    float64 // mean difference
	SE      float64 // standard error of Diff
	Moved   int     // pairs whose difference is not zero

	missing string // why there is none
}

func effect(arm string, number Unit, base, diff *moments) Effect {
	return Effect{Arm: arm, Outcome: number.Name, Unit: number.Unit, Pairs: diff.n, Base: base.mean,
		Other: base.mean + diff.mean, Diff: diff.mean, SE: diff.se(), Moved: diff.moved}
}

func noEffect(arm, outcome, missing string) Effect {
	nan := math.NaN()
	return Effect{Arm: arm, Outcome: outcome, Base: nan, Other: nan, Diff: nan, SE: nan, missing: missing}
}

// Confidence is that of Interval.
const Confidence = 0.99

// Interval is the 99 % interval of Diff, by Student's distribution. Under two
// pairs it is everything.
func (e Effect) Interval() (low, high float64) {
	half := math.Inf(1)
	if e.Pairs > 1 {
		half = float64(student((1-Confidence)/2, e.Pairs-1) * e.SE)
	}
	return e.Diff - half, e.Diff + half
}

// Z is Diff in standard errors: 0 when nothing moved, infinite when every pair
// moved by the same amount.
func (e Effect) Z() float64 {
	switch {
	case e.Diff == 0:
		return 0
	case e.SE == 0:
		return math.Copysign(math.Inf(1), e.Diff)
	}
	return e.Diff / e.SE
}

// MovedShare is the share of pairs whose difference is not zero.
func (e Effect) MovedShare() float64 { return float64(e.Moved) / float64(max(e.Pairs, 1)) }

// Above tells whether the whole interval lies above a number.
func (e Effect) Above(x float64) bool { low, _ := e.Interval(); return low > x }

// Below tells whether the whole interval lies below a number.
func (e Effect) Below(x float64) bool { _, high := e.Interval(); return high < x }

// String tells the effect in a line, for logs.
func (e Effect) String() string {
	if e.missing != "" {
		return fmt.Sprintf("%s, %s: %s", e.Arm, e.Outcome, e.missing)
	}
	low, high := e.Interval()
	return fmt.Sprintf("%s moves %s from %.4g by %+.4g %s, 99%% interval %+.4g to %+.4g, z %.1f, %d of %d pairs moved",
		e.Arm, e.Outcome, e.Base, e.Diff, e.Unit, low, high, e.Z(), e.Moved, e.Pairs)
}

// moments are count, mean and sum of squares around it of numbers added one by
// one (Welford). They depend on the order; a study adds pairs in theirs.
type moments struct {
	n, moved int // moved: not zero
	mean, m2 float64
}

func (m *moments) add(v float64) {
	m.n++
	if v != 0 {
		m.moved++
	}
	d := v - m.mean
	m.mean += d / float64(m.n)
	m.m2 += float64(d * (v - m.mean))
}

// se is the standard error of the mean; 0 below two numbers.
func (m *moments) se() float64 {
	if m.n < 2 {
		return 0
	}
	n := float64(m.n)
	return math.Sqrt(m.m2 / float64((n-1)*n))
}

// student is what a variable of Student's distribution exceeds with probability
// tail, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5):
// within 0.01 % from 20 degrees of freedom on, within 2 % from 5 on at 1 %.
func student(tail float64, degrees int) float64 {
	z, n := -detmath.Quantile(tail), float64(degrees)
	s := float64(z * z)
	g1 := float64(float64(z*(s+1)) / 4)
	g2 := float64(z*(float64((float64(5*s)+16)*s)+3)) / 96
	g3 := float64(z*(float64((float64((float64(3*s)+19)*s)+17)*s)-15)) / 384
	g4 := float64(z*(float64((float64((float64((float64(79*s)+776)*s)+1482)*s)-1920)*s)-945)) / 92160
	return z + float64((g1+float64((g2+float64((g3+g4/n)/n))/n))/n)
}
