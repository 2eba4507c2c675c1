package market

import (
	"math/rand/v2"
	"testing"
)

func TestCrossMeetsInTheMiddle(t *testing.T) {
	buyers := []Curve{Wants(100, 60, 100)}
	sellers := []Curve{Sells(100, 40, 80)}
	got, sold := make([]int64, 1), make([]int64, 1)
	price, volume, ok := Cross(buyers, sellers, got, sold, 1000, 1, 0)
	if !ok || price != 70 || volume != 75 || got[0] != 75 || sold[0] != 75 {
		t.Errorf("%d at %d, bought %v, sold %v", volume, price, got, sold)
	}
}

func TestCrossOneSided(t *testing.T) {
	one := make([]int64, 1)
	if p, v, ok := Cross([]Curve{Wants(5000, 60, 100)}, nil, one, nil, 1000, 1, 50); p != 100 || v != 0 || !ok {
		t.Errorf("buyers alone: %d at %d", v, p)
	}
	if p, v, ok := Cross(nil, []Curve{Sells(5000, 40, 60)}, nil, one, 1000, 1, 50); p != 40 || v != 0 || !ok {
		t.Errorf("sellers alone: %d at %d", v, p)
	}
	if _, _, ok := Cross(nil, nil, nil, nil, 1000, 1, 50); ok {
		t.Error("nobody made a price")
	}
}

// TestCrossLaws: both sides trade the same, nobody more than it wants at the
// price, and more supply never raises the price.
func TestCrossLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	room64 := make([]int64, 8)
	for range 3000 {
		buyers, sellers := make([]Curve, 1+r.IntN(8)), make([]Curve, 1+r.IntN(8))
		for i := range buyers {
			none := 1 + r.Int64N(5_000_000)
			buyers[i] = Wants(r.Int64N(1<<40), none*3/5, none)
		}
		for i := range sellers {
			none := 1 + r.Int64N(4_000_000)
			sellers[i] = Sells(r.Int64N(1<<40), none, none*7/5+1)
		}
		got, sold := make([]int64, len(buyers)), make([]int64, len(sellers))
		price, volume, _ := Cross(buyers, sellers, got, sold, 100_000_000, 1000, r.Int64N(5_000_000))
		a, b := int64(0), int64(0)
		for i, q := range got {
			most := amount(buyers[i:i+1], -price, room64)
			if a += q; q < 0 || uint64(q) > most+1 {
				t.Fatalf("buyer %+v gets %d at %d", buyers[i], q, price)
			}
		}
		for i, q := range sold {
			most := amount(sellers[i:i+1], price, room64)
			if b += q; q < 0 || uint64(q) > most+1 {
				t.Fatalf("seller %+v sells %d at %d", sellers[i], q, price)
			}
		}
		if a != volume || b != volume {
			t.Fatalf("bought %d, sold %d, volume %d", a, b, volume)
		}
		sellers[0].qty, sellers[0].per = 2*sellers[0].qty, 2*sellers[0].per
		if more, _, _ := Cross(buyers, sellers, got, sold, 100_000_000, 1000, price); more > price {
			t.Fatalf("more supply raises the price from %d to %d", price, more)
		}
	}
}

// TestMeetIsTheLowestPrice compares with a search by halves, which is plain.
func TestMeetIsTheLowestPrice(t *testing.T) {
	r, room64 := rand.New(rand.NewPCG(3, 4)), make([]int64, 8)
	for range 3000 {
		buyers, sellers := make([]Curve, r.IntN(8)), make([]Curve, r.IntN(8))
		for i := range buyers {
			none := 1 + r.Int64N(5_000_000)
			buyers[i] = Wants(r.Int64N(1<<(1+r.IntN(40))), none*3/5, none)
		}
		for i := range sellers {
			none := 1 + r.Int64N(4_000_000)
			sellers[i] = Sells(r.Int64N(1<<(1+r.IntN(40))), none, none*7/5+1)
		}
		most, step := 4_000_000+r.Int64N(4_000_000), 1+r.Int64N(3)*499
		lo, hi := int64(0), most/step+1
		for lo < hi {
			mid := lo + (hi-lo)/2
			want := amount(buyers, -mid*step, room64)
			if have := amount(sellers, mid*step, room64); want <= have {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		if got, _, _ := meet(buyers, sellers, make([]int64, len(buyers)), make([]int64, len(sellers)), most, step, r.Int64N(most)); got != lo {
			t.Fatalf("%v and %v meet at %d steps of %d, found %d", buyers, sellers, lo, step, got)
		}
	}
}
