package sim

import "entangle/sim/units"

// Standing policies of talent, as modes of set_policy.
const (
	PolicyPay    uint8 = iota + PolicyCover + 1 // what outsiders are offered, over the market's pay
	PolicyGrowth                                // of researchers and engineers a year
	PolicyRaise                                 // of the gap that old hands see, closed in half a year
)

const (
	minPay    = units.One / 2
	maxPay    = 4 * units.One
	maxGrowth = 3 * units.One
)

// talentPolicies lists them.
func talentPolicies() []ModeSpec {
	return []ModeSpec{
		{PolicyPay, "pay", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "of_market", Unit: units.KindShare, Min: int64(minPay), Max: int64(maxPay)}}},
		{PolicyGrowth, "growth", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "a_year", Unit: units.KindShare, Min: -int64(units.One), Max: int64(maxGrowth)}}},
		{PolicyRaise, "raise", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "matched", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}},
	}
}
