package policy

import "entangle/sim/units"

// A strategy looks at an area every few months, and by then the processor has forgotten
// the code: it takes longer to fetch than to run. So what is in all areas stands here once
// and is called, not copied into each.

// rounded is units.FromFloat.
//
//go:noinline
func rounded(x float64, lo, hi int64) int64 { return units.FromFloat(x, lo, hi) }

// nearest is units.Nearest.
//
//go:noinline
func nearest(x float64) int64 { return units.Nearest(x) }
