// as: sim/market/clear.go

package market

func wires(n int) int {
	c := make(chan int, n) // want "no channel in"
	return cap(c)
}
