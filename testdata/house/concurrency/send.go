// as: sim/week.go

package sim

func push(b *box) {
	b.c <- 1 // want "channel operation"
}
