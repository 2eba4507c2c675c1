package main

import (
	"fmt"
	"io"
	"os"

	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

// game is one run: what it is made of, and what watches it.
type game struct {
	*speaker
	name  string // of the scenario
	pack  *scenario.Pack
	flags *runFlags
	seed  uint64
	until units.Date // first day that is not played
	asked []*query   // what --why asks

	session    *session.Session
	orders     *session.OrderFile // or nil
	playback   *session.Playback  // of the orders
	highlights session.Highlights
	year       session.YearFlows
	tally      session.Tally
	sampler    *session.Sampler // or nil
}

// prepare reads all input and finds all mistakes in it, before anything is
// played.
func (a *app) prepare(name string, f *runFlags) (*game, error) {
	speaker := a.speaking()
	sc, pack, err := a.load(name, f.scenarioFlags)
	if err != nil {
		return nil, err
	}
	g := &game{name: scenarioName(name), pack: pack, flags: f, seed: f.seed, until: sc.End()}
	if g.speaker, err = speaker(sc); err != nil {
		return nil, err
	}
	if f.until != "" {
		if g.until, err = lastDay(f.until, sc.Start(), sc.End()); err != nil {
			return nil, fmt.Errorf("--until: %w", err)
		}
	}
	if err := g.ask(f.why); err != nil {
		return nil, err
	}
	if f.orders != "" {
		if err := g.readOrders(a.In, f); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// readOrders reads the file of orders, which also says the seed; "-" is
// standard input.
func (g *game) readOrders(stdin io.Reader, f *runFlags) error {
	from, name := stdin, "standard input"
	if f.orders != "-" {
		file, err := os.Open(f.orders)
		if err != nil {
			return wrongf("--orders %s: %w", f.orders, reason(err))
		}
		defer file.Close()
		from, name = file, f.orders
	}
	orders, err := session.ReadOrders(from, name, g.sc, g.name)
	if err != nil {
		return wrong(err)
	}
	if f.seeded && f.seed != orders.Header.Seed {
		return wrongf("--seed %d: the orders in %s are for seed %d; leave --seed out, or change the header", f.seed, name, orders.Header.Seed)
	}
	g.orders, g.seed = orders, orders.Header.Seed
	return nil
}

// play plays the run to its end. An interrupt stops it after the week.
func (a *app) play(g *game, audit bool) error {
	s := session.New(g.sc)
	g.session = s
	s.Watch(&g.highlights)
	s.Watch(&g.year)
	if g.flags.series != "" {
		g.sampler = session.NewSampler(g.sc, g.until, nil)
		s.Watch(g.sampler)
	}
	if g.orders != nil {
		g.playback = session.NewPlayback(s, g.orders)
	}
	s.Reset(g.seed)
	if err := g.answer(); err != nil {
		return err
	}
	bar := a.newMeter(int64(g.until-s.World.Date())/7, g.ui("week"))
	defer bar.done()
	for s.World.Date() < g.until {
		if a.interrupted() {
			return errInterrupted
		}
		g.advance()
		if err := g.answer(); err != nil {
			return err
		}
		bar.add(1)
		if audit {
			if err := s.World.Audit(); err != nil {
				return err
			}
		}
	}
	if a.interrupted() {
		return errInterrupted
	}
	return nil
}

// advance plays a week.
func (g *game) advance() {
	if g.playback != nil {
		g.playback.Advance(g.session)
	} else {
		g.session.Advance(nil)
	}
	g.tally.Note(g.session)
}

// world is the world at the end of the run.
func (g *game) world() *sim.World { return g.session.World }
