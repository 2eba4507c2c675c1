// as: sim/week.go

package sim

type step func(int) int

func all(steps []step, x int) int {
	defer func() { x = 0 }()
	for _, s := range steps {
		x = s(x)
	}
	return x
}
