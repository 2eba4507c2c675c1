package sim

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLineTakesTurns: all orders of companies are taken once, those of one company one
// after the other and in the order in which they came, and companies by their keys; it
// leaves nothing behind for the next week.
func TestLineTakesTurns(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, companies := range []int{2, 3, 17, 24, 65, 129} {
		all := make([]companyInfo, companies)
		for c := range all {
			all[c].key = r.Uint64()
		}
		l := newLine(companies)
		for range 200 {
			given, salt := make([]CompanyID, r.IntN(20*companies)), r.Uint64()
			l.begin(len(given))
			for i := range given {
				given[i] = CompanyID(r.IntN(companies+2) - 1) // some by nobody
				l.join(given[i], i)
			}
			l.draw(all, salt)
			l.close()
			var want, got []int32
			for i, c := range given {
				if c > 0 && int(c) < companies {
					want = append(want, int32(companies+i))
				}
			}
			turn := func(node int32) uint64 { return (all[given[int(node)-companies]].key ^ salt) * serialStride }
			slices.SortStableFunc(want, func(a, b int32) int {
				switch x, y := turn(a), turn(b); {
				case x < y:
					return -1
				case x > y:
					return 1
				}
				return 0
			})
			for node := l.behind[0]; node != 0; node = l.behind[node] {
				got = append(got, node)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%d companies, orders by %v: taken %v, not %v", companies, given, got, want)
			}
		}
	}
}
