package rng

import (
	"golang.org/x/exp/rand" //nolint:staticcheck // deprecated, but the contract fixes its PCG; the version is pinned
)

// Key stands for one week of one run.
type Key uint64

// StreamID says what a draw is for. Callers declare their own constants; a
// value must not be reused within a simulation, nor changed once runs have been
// published.
type StreamID uint16

// Stream is a sequence of draws. It is a plain value: copying it forks the
// sequence, so keep it in a variable and call its methods there.
type Stream struct{ src rand.PCGSource }

// At returns the key of a week of the run with the given seed.
func At(seed uint64, tick int32) Key {
	return Key(mix(mix(seed+gamma) + gamma*uint64(uint32(tick))))
}

// Stream returns the draws for one purpose and one subject in this week, from
// their beginning. Subjects below 2^48 can never meet across purposes; hashed
// ones (see Subject) meet with a probability of 2^-64 a pair.
func (k Key) Stream(id StreamID, subject uint64) Stream {
	var s Stream
	s.src.Seed(mix(uint64(k) ^ mix(uint64(id)<<48^subject)))
	return s
}

// gamma is 2^64 divided by the golden ratio, made odd: the step of splitmix64.
const gamma = 0x9e3779b97f4a7c15

// mix is the finaliser of splitmix64 (Steele, Lea, Flood 2014, with Stafford's
// constants): a bijection in which each bit of z reaches every bit of the result.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
