// as: sim/policy/buyer.go

package policy

type chips int64

func whole(x float64) chips {
	return chips(x) // want "a float becomes an integer only in"
}
