// as: sim/week.go

package sim

const (
	// Days is the length of a week.
	Days = 7

	Weeks = iota + 3 + // want "Weeks has no comment"
		2
)
