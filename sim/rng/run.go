package rng

// runBits keeps seeds of runs exact in readers of JSON that hold every number in
// a float64.
const (
	runBits = 53
	runMask = 1<<runBits - 1
)

// Run returns the seed of one run of an experiment: giving that number to
// `entangle run --seed` plays the same run. It is below 2^53, to be printed as
// an unsigned decimal. Within an experiment no two runs share a seed, for it is
// a bijection of the index (taken modulo 2^53); two experiments share one only
// by chance.
func Run(seed uint64, index uint64) uint64 {
	first := mix(seed + gamma)
	second := mix(first + gamma)
	x := mixRun((index + first) & runMask)
	return mixRun(x ^ second&runMask)
}

// mixRun is a bijection of the 53-bit numbers in the manner of mix.
func mixRun(z uint64) uint64 {
	z = (z ^ z>>27) * 0xbf58476d1ce4e5b9 & runMask
	z = (z ^ z>>25) * 0x94d049bb133111eb & runMask
	return z ^ z>>27
}
