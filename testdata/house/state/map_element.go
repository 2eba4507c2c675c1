// as: sim/week.go

package sim

var memo = map[int]int{}

func square(x int) int {
	memo[x] = x * x // want "memo is assigned"
	return memo[x]
}
