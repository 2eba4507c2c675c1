package market

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sale draws bids over few price levels, so that ties are common.
func sale(t *rapid.T) (bids []Bid, supply, floor int64) {
	n := rapid.IntRange(0, 30).Draw(t, "n")
	qty, ceiling := amounts(t, n, "qty"), rapid.SliceOfN(rapid.Int64Range(-2, 8), n, n).Draw(t, "ceiling")
	keys := rapid.Permutation(keysTo(n)).Draw(t, "keys")
	for i := range n {
		bids = append(bids, Bid{Qty: qty[i], Ceiling: ceiling[i], Key: keys[i]})
	}
	return bids, amounts(t, 1, "supply")[0], rapid.Int64Range(-1, 6).Draw(t, "floor")
}

func keysTo(n int) []uint64 {
	keys := make([]uint64, n)
	for i := range keys {
		keys[i] = uint64(i)
	}
	return keys
}

func TestUniformLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bids, supply, floor := sale(t)
		out := slices.Repeat([]int64{-7}, len(bids))
		price := Uniform(bids, supply, floor, out)

		left, losing := max(supply, 0), floor
		unserved := false
		for i, b := range bids {
			wanted := max(b.Qty, 0)
			if out[i] < 0 || out[i] > wanted {
				t.Fatalf("bid %d got %d of %d", i, out[i], wanted)
			}
			if out[i] > 0 && b.Ceiling < price {
				t.Fatalf("bid %d pays %d above its ceiling %d", i, price, b.Ceiling)
			}
			if b.Ceiling > price && out[i] != wanted {
				t.Fatalf("bid %d at %d is above the price %d and got %d of %d", i, b.Ceiling, price, out[i], wanted)
			}
			if out[i] < wanted && b.Ceiling >= floor {
				unserved, losing = true, max(losing, b.Ceiling)
			}
			if left -= out[i]; left < 0 {
				t.Fatal("more was sold than there is")
			}
		}
		if price != losing {
			t.Fatalf("price %d, highest losing ceiling %d", price, losing)
		}
		if unserved && left != 0 {
			t.Fatalf("%d left over while bids lose", left)
		}
	})
}

// The order of the bids changes nothing: what a Key gets is the same.
func TestUniformIgnoresOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bids, supply, floor := sale(t)
		out := make([]int64, len(bids))
		price := Uniform(bids, supply, floor, out)
		byKey := make([]int64, len(bids))
		for i, b := range bids {
			byKey[b.Key] = out[i]
		}
		if len(bids) == 0 {
			return
		}
		other := rapid.Permutation(bids).Draw(t, "other order")
		if again := Uniform(other, supply, floor, out); again != price {
			t.Fatalf("price %d became %d", price, again)
		}
		for i, b := range other {
			if out[i] != byKey[b.Key] {
				t.Fatalf("key %d got %d, then %d", b.Key, byKey[b.Key], out[i])
			}
		}
	})
}

// More supply never raises the price; a higher ceiling never gets less and
// never lowers the price.
func TestUniformMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bids, supply, floor := sale(t)
		if len(bids) == 0 {
			return
		}
		supply = min(supply, math.MaxInt64/2)
		out, other := make([]int64, len(bids)), make([]int64, len(bids))
		price := Uniform(bids, supply, floor, out)
		if p := Uniform(bids, supply+rapid.Int64Range(0, 1000).Draw(t, "extra"), floor, other); p > price {
			t.Fatalf("more supply raised the price from %d to %d", price, p)
		}
		bids[0].Ceiling += rapid.Int64Range(0, 5).Draw(t, "raise")
		if p := Uniform(bids, supply, floor, other); p < price || other[0] < out[0] {
			t.Fatalf("a higher ceiling took the price from %d to %d and the bid from %d to %d", price, p, out[0], other[0])
		}
	})
}

// A bid alone gets what it gets beside one that wants nothing.
func TestUniformAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bids, supply, floor := sale(t)
		for _, b := range bids {
			out, beside := []int64{-7}, []int64{-7, -7}
			price, want := Uniform([]Bid{b}, supply, floor, out), Uniform([]Bid{b, {}}, supply, floor, beside)
			if price != want || out[0] != beside[0] {
				t.Fatalf("%+v of %d at %d: %d at %d, beside another %d at %d", b, supply, floor, out[0], price, beside[0], want)
			}
		}
	})
}

func TestUniformExamples(t *testing.T) {
	three := []Bid{{Qty: 10, Ceiling: 30, Key: 1}, {Qty: 10, Ceiling: 20, Key: 2}, {Qty: 10, Ceiling: 10, Key: 3}}
	tied := []Bid{{Qty: 5, Ceiling: 9, Key: 8}, {Qty: 5, Ceiling: 9, Key: 4}, {Qty: 5, Ceiling: 9, Key: 6}}
	for _, c := range []struct {
		name          string
		bids          []Bid
		supply, floor int64
		price         int64
		want          []int64
	}{
		{"plenty", three, 30, 5, 5, []int64{10, 10, 10}},
		{"below the floor", three, 30, 15, 15, []int64{10, 10, 0}},
		{"the marginal bid sets the price", three, 15, 5, 20, []int64{10, 5, 0}},
		{"an exact fit pays the first losing ceiling", three, 20, 5, 10, []int64{10, 10, 0}},
		{"an exact fit without losers pays the floor", three, 20, 15, 15, []int64{10, 10, 0}},
		{"nothing for sale", three, 0, 5, 30, []int64{0, 0, 0}},
		{"no bids", nil, 10, 5, 5, nil},
		{"equal claims go by key", tied, 7, 1, 9, []int64{2, 3, 2}},
	} {
		out := make([]int64, len(c.bids))
		if price := Uniform(c.bids, c.supply, c.floor, out); price != c.price || !slices.Equal(out, c.want) {
			t.Errorf("%s: %v at %d, want %v at %d", c.name, out, price, c.want, c.price)
		}
	}
}

// queue returns bids over many levels, a few on each.
func queue(n int) ([]Bid, []int64) {
	bids := make([]Bid, n)
	for i := range bids {
		bids[i] = Bid{Qty: int64(100 + i*37%400), Ceiling: int64(i * 7919 % (n*2/3 + 1)), Key: uint64(n - i)}
	}
	return bids, make([]int64, n)
}

func TestUniformAllocatesNothing(t *testing.T) {
	bids, out := queue(maxParties)
	if n := testing.AllocsPerRun(20, func() { Uniform(bids, 9001, 3, out) }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}

func TestUniformBeyondStackRoom(t *testing.T) {
	n := maxParties + 2
	bids, out := make([]Bid, n), make([]int64, n)
	for i := range bids {
		bids[i] = Bid{Qty: 2, Ceiling: 1, Key: uint64(n - i)}
	}
	if price := Uniform(bids, int64(n)+1, 0, out); price != 1 || sum(out) != int64(n)+1 || out[n-1] != 2 {
		t.Fatalf("price %d: %v", price, out)
	}
}

func BenchmarkUniform(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bids, out := queue(n)
			supply := int64(n) * 120
			for b.Loop() {
				Uniform(bids, supply, 1, out)
			}
		})
	}
}
