package sim

import "entangle/sim/units"

// Standing policies of prices, as modes of set_policy.
const (
	PolicyMatch  uint8 = iota + PolicyTraining + 1 // prices follow the lowest of like quality down, at a premium
	PolicyFollow                                   // prices follow the room alone
)

// pricePolicies lists them.
func pricePolicies() []ModeSpec {
	return []ModeSpec{
		{PolicyMatch, "match", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "premium", Unit: units.KindShare, Min: 0, Max: 2 * int64(units.One)}, {Field: FieldSegment, Name: "segment", Optional: true}}},
		{PolicyFollow, "follow_room", []FieldSpec{{Field: FieldMode, Name: "policy"}, {Field: FieldSegment, Name: "segment", Optional: true}}},
	}
}

// pricesWhat tells whether a mode of set_policy is about prices to customers.
func pricesWhat(mode uint8) bool {
	return mode <= PolicyPriceStep || mode == PolicyMatch || mode == PolicyFollow
}

// setMatch lets the prices of a company follow the lowest of like quality, or no
// longer; in one segment only if one is named.
func (w *World) setMatch(o *Order) {
	for _, s := range w.sold(o.By) {
		if p := w.product(s, o.By); o.Segment == 0 || o.Segment == s {
			p.Match, p.Premium = o.Mode == PolicyMatch, o.Share
		}
	}
}
