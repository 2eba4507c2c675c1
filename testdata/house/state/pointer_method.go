// as: sim/week.go

package sim

type counter struct{ n int }

func (c *counter) next() int {
	c.n++
	return c.n
}

var ids counter

func issue() int {
	return ids.next() // want "ids lends its address to next"
}
