package vm

import (
	"fmt"
	"io"

	"entangle/sim"
	"entangle/sim/session"
)

// Keeper is where a game is kept: a file of orders, written whole every week.
type Keeper struct {
	File  string // its name, for people; "" keeps nothing
	Write func(write func(io.Writer) error) error
}

// Keep writes the game to its file. What goes wrong is remembered in Saved and
// shown; the game goes on, and the next week tries again.
func (p *Play) Keep() {
	if p.Keeps.Write == nil {
		return
	}
	if p.Saved = p.Keeps.Write(p.WriteOrders); p.Saved != nil {
		p.Saved = fmt.Errorf("the week is not kept: %w", p.Saved)
	}
}

// WriteOrders writes the game so far as a file of orders that `run --orders`
// plays to the same end.
func (p *Play) WriteOrders(w io.Writer) error {
	head := session.OrderHeader{Company: p.SC.Name(sim.Ref{Of: sim.OfCompany, ID: int32(p.Me)}), Scenario: p.name,
		Engine: sim.Engine, Seed: p.Seed, Played: p.Date().String()}
	if err := session.WriteHeader(w, head); err != nil {
		return err
	}
	for _, l := range p.lines {
		if err := session.WriteOrder(w, p.SC, l.Date, l.Order); err != nil {
			return err
		}
	}
	return nil
}
