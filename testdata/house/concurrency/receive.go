// as: sim/week.go

package sim

func pull(b *box) int {
	return <-b.c // want "channel operation"
}
