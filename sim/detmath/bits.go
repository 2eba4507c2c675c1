package detmath

import "math"

const (
	mantissaMask   = 1<<52 - 1
	oneBits        = 1023 << 52
	smallestNormal = 0x1p-1022
)

// notANumber returns the NaN that this package makes.
func notANumber() float64 { return math.Float64frombits(0x7ff8000000000001) }

// power2 returns 2^k for a normal result: -1022 <= k <= 1023.
func power2(k int) float64 {
	return math.Float64frombits(uint64(k+1023) << 52)
}

// scale returns y times 2^k, rounded once, for y between 1/2 and 2 and k
// between -1100 and 1100.
func scale(y float64, k int) float64 {
	const step = 128
	switch {
	case k > 1023:
		return float64(float64(y*power2(k-step)) * (1 << step))
	case k < -1021:
		return float64(float64(y*power2(k+step)) * (1.0 / (1 << step)))
	}
	return float64(y * power2(k))
}

// split writes a positive finite x as m 2^k with 1 <= m < 2.
func split(x float64) (k int, m float64) {
	if x < smallestNormal {
		x = float64(x * (1 << 54))
		k = -54
	}
	bits := math.Float64bits(x)
	return k + int(bits>>52) - 1023, math.Float64frombits(bits&mantissaMask | oneBits)
}

// upper returns x without the lower 32 bits of its mantissa: two such numbers
// have an exact product.
func upper(x float64) float64 {
	return math.Float64frombits(math.Float64bits(x) &^ (1<<32 - 1))
}
