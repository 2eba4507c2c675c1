package detmath

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata anew: the vectors from the big.Float reference, the golden bits from the package")

// A vector is one line of testdata: the bits of the arguments and of a result.
// NAME.csv holds correctly rounded results, NAME.bits.csv the package's own.
type vector struct{ x, y, want float64 }

// TestVectors compares with correctly rounded results, within the stated bound.
func TestVectors(t *testing.T) {
	for i := range subjects {
		s := &subjects[i]
		if *update {
			s.write(t, ".csv", s.rounded)
			s.write(t, ".bits.csv", s.call)
		}
		worst, at := 0.0, vector{}
		for _, v := range s.read(t, ".csv") {
			if d := ulps(s.call(v.x, v.y), v.want); d > worst {
				worst, at = d, v
			}
		}
		t.Logf("%s: largest error %v ulp", s.name, worst)
		if worst > s.bound {
			t.Errorf("%s(%v, %v) is %v ulp from %v, bound %v", s.name, at.x, at.y, worst, at.want, s.bound)
		}
	}
}

// TestGoldenBits notices any change of a result, better or worse: saved games
// and published runs depend on the very bits.
func TestGoldenBits(t *testing.T) {
	for i := range subjects {
		s := &subjects[i]
		vectors := s.read(t, ".bits.csv")
		if len(vectors) < 300 {
			t.Errorf("%s: only %d vectors", s.name, len(vectors))
		}
		for _, v := range vectors {
			if got := s.call(v.x, v.y); math.Float64bits(got) != math.Float64bits(v.want) {
				t.Errorf("%s(%v, %v) = %x, was %x", s.name, v.x, v.y, math.Float64bits(got), math.Float64bits(v.want))
			}
		}
	}
}

// TestVectorsRegenerate computes every 13th vector again, so that the files
// cannot be edited to suit the package.
func TestVectorsRegenerate(t *testing.T) {
	for i := range subjects {
		s := &subjects[i]
		points := s.points()
		vectors := s.read(t, ".csv")
		if len(points) != len(vectors) {
			t.Fatalf("%s: %d points but %d vectors; run go test -update", s.name, len(points), len(vectors))
		}
		for j := 0; j < len(points); j += 13 {
			v := vectors[j]
			if points[j] != [2]float64{v.x, v.y} {
				t.Errorf("%s: vector %d is for (%v, %v), not %v", s.name, j, v.x, v.y, points[j])
			}
			if want := s.rounded(v.x, v.y); want != v.want {
				t.Errorf("%s(%v, %v): file says %v, reference %v", s.name, v.x, v.y, v.want, want)
			}
		}
	}
}

var references = map[uint]*reference{}

// rounded is the correctly rounded result.
func (s *subject) rounded(x, y float64) float64 {
	prec := s.prec(x)
	if references[prec] == nil {
		references[prec] = newReference(prec)
	}
	f, _ := s.exact(references[prec], x, y).Float64()
	return f
}

// ulps is the distance between two numbers of the same sign, counted in
// representable numbers.
func ulps(a, b float64) float64 {
	if a == b || a != a && b != b {
		return 0
	}
	if a != a || b != b || math.Signbit(a) != math.Signbit(b) {
		return math.Inf(1)
	}
	return math.Abs(float64(int64(math.Float64bits(a) - math.Float64bits(b))))
}

func (s *subject) path(suffix string) string { return filepath.Join("testdata", s.name+suffix) }

func (s *subject) write(t *testing.T, suffix string, f func(x, y float64) float64) {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, "# bits of the %d argument(s) of %s, then of the result\n", s.args, s.name)
	for _, p := range s.points() {
		for _, x := range p[:s.args] {
			fmt.Fprintf(&b, "%016x,", math.Float64bits(x))
		}
		fmt.Fprintf(&b, "%016x\n", math.Float64bits(f(p[0], p[1])))
	}
	if err := os.WriteFile(s.path(suffix), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (s *subject) read(t *testing.T, suffix string) []vector {
	t.Helper()
	data, err := os.ReadFile(s.path(suffix))
	if err != nil {
		t.Fatal(err)
	}
	var out []vector
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		var f [3]float64
		fields := strings.Split(line, ",")
		if len(fields) != s.args+1 {
			t.Fatalf("%s:%d: %d fields", s.path(suffix), n+2, len(fields))
		}
		for i, field := range fields {
			bits, err := strconv.ParseUint(field, 16, 64)
			if err != nil {
				t.Fatalf("%s:%d: %v", s.path(suffix), n+2, err)
			}
			f[i] = math.Float64frombits(bits)
		}
		v := vector{x: f[0], want: f[s.args]}
		if s.args == 2 {
			v.y = f[1]
		}
		out = append(out, v)
	}
	return out
}

// TestReference checks the reference itself on constants known otherwise.
func TestReference(t *testing.T) {
	r := newReference(320)
	for _, c := range []struct {
		name string
		got  *big.Float
		want string
	}{
		{"e", r.exp(r.num(1)), "2.71828182845904523536028747135266249775724709369995957496696763"},
		{"ln 2", r.ln2, "0.69314718055994530941723212145817656807550013436025525412068000949"},
		{"ln 10", r.log(r.num(10)), "2.30258509299404568401799145468436420760110148862877297603332790"},
		{"sqrt(2 pi)", r.root2pi, "2.50662827463100050241576528481104525300698674060993831662992357"},
		{"sqrt 2", r.pow(2, 0.5), "1.41421356237309504880168872420969807856967187537694807317667974"},
		{"upper quartile", r.quantile(0.75), "0.67448975019608174320222701454130718538690438"},
	} {
		digits := len(c.want) - 3
		want, _, err := big.ParseFloat(c.want, 10, 320, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		diff := new(big.Float).Sub(c.got, want)
		limit, _, _ := big.ParseFloat(fmt.Sprintf("1e-%d", digits-1), 10, 320, big.ToNearestEven)
		if diff.Abs(diff).Cmp(limit) > 0 {
			t.Errorf("%s = %s, want %s", c.name, c.got.Text('g', digits), c.want)
		}
	}
}
