// as: sim/week.go

package sim

// Table is a table.
type Table[T any] struct{}

func (t *Table[T]) Len() int { return 0 } // want "Len has no comment"
