// as: sim/week.go

package sim

import "errors"

type spec struct {
	name  string
	needs int32
}

func (s spec) costs() int32 { return s.needs }

var specs = [...]spec{{"buy", 1}, {"sell", 2}}

var errNone = errors.New("none")

var _ error = errNone

// Everything here is local, though it wears the names of the package's.
func local(kinds []spec) (int32, error) {
	specs := append([]spec(nil), kinds...)
	specs[0].needs++
	p := &specs[0]
	p.needs = 4
	return specs[0].costs(), errNone
}

func read(i int) int32 {
	s := specs[i]
	s.needs *= 2
	for _, other := range specs {
		s.needs += other.costs()
	}
	return s.needs
}
