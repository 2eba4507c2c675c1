package sim

import "entangle/sim/units"

// Standing policies of making models, as modes of set_policy.
const (
	PolicyResearch uint8 = iota + PolicyRaise + 1 // share of the compute at hand for research and training
	PolicyTraining                                // share of that for runs, while one is in training
)

// modelPolicies lists them.
func modelPolicies() []ModeSpec {
	return []ModeSpec{
		{PolicyResearch, "research", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "kept", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}},
		{PolicyTraining, "training", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "trained", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}},
	}
}
