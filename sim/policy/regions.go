package policy

import (
	"math/bits"

	"entangle/sim"
)

// regionSet is a set of regions, a bit each.
type regionSet [4]uint64

func (s *regionSet) add(r sim.RegionID) { s[uint(r)/64%4] |= 1 << (uint(r) % 64) }

func (s *regionSet) has(r sim.RegionID) bool { return s[uint(r)/64%4]&(1<<(uint(r)%64)) != 0 }

func (s *regionSet) some() bool { return s[0]|s[1]|s[2]|s[3] != 0 }

// next takes the first region out of a set that is not empty.
func (s *regionSet) next() sim.RegionID {
	at := 0
	for s[at] == 0 {
		at++
	}
	r := 64*at + bits.TrailingZeros64(s[at])
	s[at] &= s[at] - 1
	return sim.RegionID(r)
}
