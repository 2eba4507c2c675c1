package rng

import (
	"math"
	"testing"
)

// neighbours are the ways in which two streams can be next to each other. Each
// is a family of streams numbered by i; what is tested is their first draws, for
// most streams are drawn from once.
var neighbours = []struct {
	name string
	at   func(i uint64) Stream
}{
	{"subjects", func(i uint64) Stream { return At(1, 10).Stream(2, i) }},
	{"weeks", func(i uint64) Stream { return At(1, int32(i)).Stream(2, 3) }},
	{"ids", func(i uint64) Stream { return At(1, int32(i>>16)).Stream(StreamID(i), 3) }},
	{"seeds", func(i uint64) Stream { return At(i, 10).Stream(2, 3) }},
	{"runs", func(i uint64) Stream { return At(Run(1, i), 10).Stream(2, 3) }},
	{"high subjects", func(i uint64) Stream { return At(1, 10).Stream(2, i<<40) }},
}

const draws = 1 << 17

// TestUniform is a chi-square test over 256 buckets, of the top and of the
// bottom bits. The seeds are fixed, so a failure is a change, not bad luck: a
// good generator leaves 255 +- 5 * 22.6 once in millions.
func TestUniform(t *testing.T) {
	for _, n := range neighbours {
		var top, bottom [256]float64
		for i := range uint64(draws) {
			s := n.at(i)
			x := s.Uint64()
			top[x>>56]++
			bottom[x&255]++
		}
		for name, counts := range map[string]*[256]float64{"top": &top, "bottom": &bottom} {
			if chi := chiSquare(counts); math.Abs(chi-255) > 5*22.6 {
				t.Errorf("%s: chi-square of the %s bits is %.1f", n.name, name, chi)
			}
		}
	}
}

func chiSquare(counts *[256]float64) float64 {
	expected, sum := float64(draws)/256, 0.0
	for _, c := range counts {
		sum += (c - expected) * (c - expected) / expected
	}
	return sum
}

// TestIndependent correlates each stream's first draw with its neighbour's
// first, and with its own second.
func TestIndependent(t *testing.T) {
	for _, n := range neighbours {
		var next, own float64
		s := n.at(0)
		for i := range uint64(draws) {
			neighbour := n.at(i + 1)
			first := s.Float64() - 0.5
			own += first * (s.Float64() - 0.5)
			copied := neighbour
			next += first * (copied.Float64() - 0.5)
			s = neighbour
		}
		limit := 5 / math.Sqrt(draws)
		if r := 12 * next / draws; math.Abs(r) > limit {
			t.Errorf("%s: neighbours correlate by %.5f", n.name, r)
		}
		if r := 12 * own / draws; math.Abs(r) > limit {
			t.Errorf("%s: first and second draw correlate by %.5f", n.name, r)
		}
	}
}

// TestAvalanche flips each bit of each part of a name: half of the first draw's
// bits should change.
func TestAvalanche(t *testing.T) {
	draw := func(seed, tick, id, subject uint64) uint64 {
		s := At(seed, int32(tick)).Stream(StreamID(id), subject)
		return s.Uint64()
	}
	const trials = 2000
	for part, width := range []int{64, 32, 16, 64} {
		for bit := range width {
			changed := 0
			for i := range uint64(trials) {
				name := [4]uint64{i, i % 200, i % 31, i * 7}
				before := draw(name[0], name[1], name[2], name[3])
				name[part] ^= 1 << bit
				diff := before ^ draw(name[0], name[1], name[2], name[3])
				for ; diff != 0; diff &= diff - 1 {
					changed++
				}
			}
			// Of 64 x 2000 fair bits, 32 x 2000 +- 179 change.
			if share := float64(changed) / trials; math.Abs(share-32) > 5*0.09 {
				t.Errorf("part %d, bit %d: %.2f of 64 bits change", part, bit, share)
			}
		}
	}
}
