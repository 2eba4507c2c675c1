package sim

import "entangle/sim/units"

// Standing policies of compute, as modes of set_policy.
const (
	PolicySplit       uint8 = iota + PolicyDispatch + 1 // share of own compute offered on the spot market when it is not needed
	PolicySpotReserve                                   // the price at which that begins to be sold
	PolicySpotCeiling                                   // the most paid on the spot market
	PolicyFamily                                        // the chip family that procurement prefers
	PolicyCover                                         // chips on order per power due
)

// computePolicies lists them.
func computePolicies() []ModeSpec {
	return []ModeSpec{
		{PolicySplit, "split", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "offered", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}},
		{PolicySpotReserve, "spot_reserve", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldPrice, Name: "reserve", Unit: rent, Min: 0, Max: int64(maxRent)}}},
		{PolicySpotCeiling, "spot_ceiling", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldPrice, Name: "ceiling", Unit: rent, Min: 0, Max: int64(maxRent)}}},
		{PolicyFamily, "family", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldFamily, Name: "family", Optional: true}}},
		{PolicyCover, "cover", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "covered", Unit: units.KindShare, Min: 0, Max: 2 * int64(units.One)}}},
	}
}
