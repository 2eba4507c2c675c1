package sim_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestFileOrderNeverMatters shuffles every list with ids: the same state must
// come out, bit for bit.
func TestFileOrderNeverMatters(t *testing.T) {
	in := quartet(t)
	want := play(t, session.New(compile(t, in)), 7).Hash()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		v := reflect.ValueOf(&in).Elem()
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Slice {
				r.Shuffle(f.Len(), reflect.Swapper(f.Interface()))
			}
		}
		if got := play(t, session.New(compile(t, in)), 7).Hash(); got != want {
			t.Fatalf("the order of the file changed the run: %x, want %x", got, want)
		}
	}
}

// TestSeedsDiffer: two seeds are two runs, one seed is one.
func TestSeedsDiffer(t *testing.T) {
	s := session.New(compile(t, quartet(t)))
	a, b, again := play(t, s, 1).Hash(), play(t, s, 2).Hash(), play(t, s, 1).Hash()
	if a == b {
		t.Error("seeds 1 and 2 play the same run")
	}
	if a != again {
		t.Error("seed 1 played twice differs from itself")
	}
}

// TestCentralRunsStillDiffer: without ranges the figures are the same in every
// run, the weekly shocks are not.
func TestCentralRunsStillDiffer(t *testing.T) {
	sc := compile(t, quartet(t)).Clone()
	sc.Central()
	s := session.New(sc)
	price := func(seed uint64) (float64, sim.Hash) {
		s.Reset(seed)
		list := read(t, s.World, "list_price", 1)
		return list, play(t, s, seed).Hash()
	}
	p1, h1 := price(1)
	p2, h2 := price(2)
	if p1 != p2 {
		t.Errorf("central list prices %v and %v differ", p1, p2)
	}
	if h1 == h2 {
		t.Error("no shocks are left in central runs")
	}
}

// TestCopyGoesOnAlike: a copy of a world plays the same weeks as the original,
// and the original does not notice.
func TestCopyGoesOnAlike(t *testing.T) {
	sc := compile(t, quartet(t))
	a, b := session.New(sc), session.New(sc)
	a.Reset(3)
	for range 10 {
		a.Advance(nil)
	}
	b.World.CopyFrom(a.World)
	if d := sim.Diff(a.World, b.World, 5); len(d) > 0 {
		t.Fatalf("a fresh copy differs: %+v", d)
	}
	before := a.World.Hash()
	for range 5 {
		b.Advance(nil)
	}
	if a.World.Hash() != before {
		t.Fatal("playing a copy changed the original")
	}
	for range 5 {
		a.Advance(nil)
	}
	if d := sim.Diff(a.World, b.World, 5); len(d) > 0 {
		t.Fatalf("copy and original went apart: %+v", d)
	}
}
