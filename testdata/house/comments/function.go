// as: sim/week.go

package sim

func Step() {} // want "Step has no comment"
