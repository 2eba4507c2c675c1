// as: sim/session/advance.go

package session

import (
	"entangle/sim"
	"flag"
)

type session struct{ world *sim.World }

func open(sc *sim.Scenario) *session {
	s := &session{}
	s.world = sim.New(sc)
	in := &sim.Input{}
	in.Orders = nil
	flag.Usage = nil
	return s
}
