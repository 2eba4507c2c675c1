package units

import "math/bits"

// USD is an amount of money in whole dollars.
type USD int64

// Price is micro-dollars per unit of a good: per H100e-hour of compute, per
// MWh of energy. A millionth of a dollar is fine enough for a token's price.
type Price int64

// KW is power in kilowatts.
type KW int64

// Chips counts accelerators.
type Chips int64

// H100e is compute in thousandths of an H100-equivalent.
type H100e int64

// FTE is work in thousandths of a full-time person.
type FTE int64

// PPM is a share in parts per million.
type PPM int64

// One is the whole: 100 percent.
const One PPM = 1_000_000

// Base units in one natural unit.
const (
	PriceScale = 1_000_000 // of a Price in one dollar
	H100eScale = 1_000     // of an H100e in one H100-equivalent
	FTEScale   = 1_000     // of an FTE in one person
)

const (
	kwPerMW = 1_000

	weekHours     = 7 * 24
	rentDivisor   = PriceScale * H100eScale
	energyDivisor = PriceScale * kwPerMW * int64(One)
	twos          = 15 // energyDivisor is 2^15 times an odd number
)

// Of returns the share p of x, rounded down.
func (p PPM) Of(x int64) int64 {
	if x>>42|int64(p)>>21 == 0 {
		return int64(uint64(x*int64(p)) / uint64(One)) // most calls: a constant divides without division
	}
	return ofMuch(x, p)
}

//go:noinline
func ofMuch(x int64, p PPM) int64 { return MulDiv(x, int64(p), int64(One)) }

// Prepaid is the share of what n units at p micro-dollars each cost, in whole
// dollars, rounded down. It saturates as MulDiv does.
func Prepaid(p Price, share PPM, n int64) USD {
	if int64(p)>>40|n>>23|int64(share)>>20 == 0 { // most calls: no product is above 2^63
		all := uint64(int64(p) * n)
		whole, rest := all/PriceScale, all%PriceScale
		return USD((whole*uint64(share) + rest*uint64(share)/PriceScale) / uint64(One))
	}
	return USD(MulDiv(int64(p), MulDiv(n, int64(share), 1), PriceScale*int64(One)))
}

// Rent is what q costs for some hours at p per H100e-hour, in whole dollars,
// halves rounded up. It is exact until it saturates at the bounds of USD.
func Rent(p Price, q H100e, hours int64) USD {
	if int64(p)|int64(q)|hours >= 0 {
		over, pq := bits.Mul64(uint64(p), uint64(q))
		if more, all := bits.Mul64(pq, uint64(hours)); over|more == 0 && all < 1<<63 {
			return USD((all + rentDivisor/2) / rentDivisor) // most calls: a constant divides without division
		}
	}
	return USD(mulDivHalfUp(int64(p), int64(q), hours, rentDivisor))
}

// Hourly is what an hour of q costs at p per H100e-hour, rounded down.
func Hourly(p Price, q H100e) Price {
	if HourFits(p, q) {
		return ShortHourly(p, q)
	}
	return Price(MulDiv(int64(p), int64(q), H100eScale))
}

// HourFits tells whether ShortHourly is right: it is most often, and then spares who asks
// for many a call.
func HourFits(p Price, q H100e) bool { return uint64(p)>>31|uint64(q)>>33 == 0 }

// ShortHourly is Hourly of what fits: a constant divides without division.
func ShortHourly(p Price, q H100e) Price { return Price(uint64(p) * uint64(q) / uint64(H100eScale)) }

// WeekRent is Rent for the hours of a week. Their factor of eight goes out against the
// divisor, which leaves room for more.
func WeekRent(p Price, q H100e) USD {
	if WeekFits(p, q) {
		return ShortWeekRent(p, q)
	}
	return Rent(p, q, weekHours)
}

// WeekFits tells whether ShortWeekRent is right: it is most often, and then spares who
// asks for many a call.
func WeekFits(p Price, q H100e) bool { return uint64(p)>>27|uint64(q)>>32 == 0 }

// ShortWeekRent is WeekRent of what fits.
func ShortWeekRent(p Price, q H100e) USD {
	return USD((uint64(p)*uint64(q)*(weekHours/8) + rentDivisor/16) / (rentDivisor / 8))
}

// Energy is what kw at the given mean load costs for some hours at p per MWh,
// in whole dollars, halves rounded up. It is exact until hours·load or the
// result saturates at the bounds of int64.
func Energy(p Price, kw KW, hours int64, load PPM) USD {
	loadHours := hours * int64(load)
	if hours|int64(load) < 0 || hours > 1<<31 || load > 1<<31 {
		loadHours = MulDiv(hours, int64(load), 1)
	}
	if int64(p)|int64(kw)|loadHours >= 0 {
		over, pk := bits.Mul64(uint64(p), uint64(kw))
		hi, lo := bits.Mul64(pk, uint64(loadHours))
		lo, carry := bits.Add64(lo, uint64(energyDivisor)/2, 0)
		if hi += carry; over == 0 && hi < 1<<twos {
			return USD((hi<<(64-twos) | lo>>twos) / (uint64(energyDivisor) >> twos)) // as above: the twos first
		}
	}
	return USD(mulDivHalfUp(int64(p), int64(kw), loadHours, energyDivisor))
}
