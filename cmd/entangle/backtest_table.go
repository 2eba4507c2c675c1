package main

import "entangle/sim/backtest"

// tell prints what came out.
func (b *backTest) tell(r *backtest.Result) error {
	s, err := b.speaker(b.sc)
	if err != nil {
		return err
	}
	return b.heading(s, r).write(b.Out)
}
