// as: sim/week.go

package sim

var shared = new(int) // want "shared is a pointer"
