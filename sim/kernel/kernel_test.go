package kernel

import (
	"math"
	"testing"
)

// TestGolden pins the kernel. If it fails the yardstick has changed length, and
// every ratio quoted so far with it: undo the change.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		companies, deals, weeks int
		seed                    uint64
		decisions               bool
		want                    uint64
	}{
		{16, 64, 104, 0, true, 0x62c50d4680e64b91},
		{16, 64, 104, 1, true, 0x4292bd6e94206213},
		{16, 64, 104, 19, true, 0xb19eabd6fe506374},
		{16, 64, 104, 9223372036854775813, true, 0x916f92ca20eb9979},
		{16, 64, 1, 7, true, 0x08ce0b66f30aabf9},
		{16, 64, 730, 3, true, 0x910d83935395a453},
		{16, 64, 104, 0, false, 0xccce96cf081765e8},
		{4, 16, 104, 2, true, 0x34686fbfc74433a6},
		{1, 1, 52, 2, true, 0x4bec46ef9039c1a1},
		{5, 0, 104, 2, true, 0x30f682122d87f744},
		{64, 256, 104, 2, true, 0x1607d9f8293cd3d3},
		{128, 512, 26, 2, true, 0xf67cb5db626bb683},
		{16, 128, 104, 2, false, 0x964e41192f63bf2d},
	} {
		w := New(c.companies, c.deals)
		w.SetDecisions(c.decisions)
		if got := play(w, c.seed, c.weeks); got != c.want {
			t.Errorf("%d companies, %d deals, %d weeks, seed %d, decisions %v: %#x, was %#x", c.companies, c.deals, c.weeks, c.seed, c.decisions, got, c.want)
		}
	}
}

// TestGoldenSum pins the reference run over seeds 0 to 19, as ports of the
// kernel to other languages report it.
func TestGoldenSum(t *testing.T) {
	w := New(RefCompanies, RefDeals)
	var sum uint64
	tech := 0.0
	for seed := range uint64(20) {
		sum ^= play(w, seed, RefWeeks)
		tech += w.MeanTech() / 20
	}
	if sum != 0x5bcc5242a28fcc74 || math.Abs(tech-3.438) > 0.0005 {
		t.Errorf("digests add up to %#x, mean tech is %.4f", sum, tech)
	}
}

func play(w *World, seed uint64, weeks int) uint64 {
	w.Init(seed)
	for range weeks {
		w.Tick()
	}
	return w.Digest()
}

// TestInitForgets plays one seed in a fresh world and in a used one.
func TestInitForgets(t *testing.T) {
	used := New(RefCompanies, RefDeals)
	play(used, 1, 30)
	if a, b := play(used, 2, 30), play(New(RefCompanies, RefDeals), 2, 30); a != b {
		t.Errorf("a used world gives %#x, a new one %#x", a, b)
	}
}

func TestDigestSeesEveryArray(t *testing.T) {
	w := New(2, 1)
	seen := map[uint64]bool{play(w, 1, 3): true}
	c := &w.companies[1]
	for _, x := range []*float64{&c.cash, &c.debt, &c.tech, &c.value, &c.price, &c.staff[Grades-1], &c.chips[Families-1]} {
		before := *x
		*x = math.Nextafter(before, 1e9)
		if d := w.Digest(); seen[d] {
			t.Error("a change of one bit leaves the digest as it was")
		} else {
			seen[d] = true
		}
		*x = before
	}
}

func TestNoAllocation(t *testing.T) {
	w := New(RefCompanies, RefDeals)
	seed := uint64(0)
	allocs := testing.AllocsPerRun(20, func() {
		seed++
		w.Init(seed)
		for range 50 {
			w.Tick()
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func BenchmarkRun(b *testing.B)          { bench(b, true) }
func BenchmarkRunUndecided(b *testing.B) { bench(b, false) }

func bench(b *testing.B, decisions bool) {
	w := New(RefCompanies, RefDeals)
	w.SetDecisions(decisions)
	b.ReportAllocs()
	for seed := uint64(0); b.Loop(); seed++ {
		w.Init(seed)
		for range RefWeeks {
			w.Tick()
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*RefWeeks*RefCompanies), "ns/company-week")
}
