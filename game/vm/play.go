package vm

import (
	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

// Setup is what a game begins with.
type Setup struct {
	Name     string // of the scenario, as files call it
	Scenario *sim.Scenario
	Company  sim.CompanyID
	Seed     uint64
	Keeper   Keeper
	Resume   *session.OrderFile // a game to go on with, or nil
}

// Play is one company's game. It belongs to one goroutine.
type Play struct {
	Words
	Me    sim.CompanyID
	Seed  uint64
	Queue []sim.Order // for the coming week
	Feed  []News      // the latest last
	Clock Clock
	Keeps Keeper
	Saved error // why the last week could not be kept, or nil

	name       string
	session    *session.Session
	trial      *sim.World
	lines      []session.OrderLine
	highlights session.Highlights
	year       session.YearFlows
	history    history
	stop       stop
	version    int
}

// NewPlay starts a game, or takes up one that is in a file: its weeks are played
// again with the orders of then.
func NewPlay(words Words, s Setup) *Play {
	p := &Play{Words: words, Me: s.Company, Seed: s.Seed, Keeps: s.Keeper, name: s.Name,
		session: session.New(s.Scenario), trial: sim.New(s.Scenario)}
	p.session.Watch(&p.highlights)
	p.session.Watch(&p.year)
	if s.Resume != nil {
		p.resume(s.Resume)
		return p
	}
	p.session.Play(p.Me, nil)
	p.session.Reset(p.Seed)
	p.history.note(p)
	return p
}

func (p *Play) resume(f *session.OrderFile) {
	p.Me, p.Seed, p.lines = f.Company, f.Header.Seed, f.Lines
	back := session.NewPlayback(p.session, f)
	p.session.Reset(p.Seed)
	p.history.note(p)
	for until := playedUntil(f); p.Date() < until && !p.Over(); {
		week := p.Date()
		back.Advance(p.session)
		p.observe(week)
	}
	p.Clock.Pause()
}

// playedUntil is the first day that a file has not played: the one it says, or
// the week after its last order.
func playedUntil(f *session.OrderFile) (day units.Date) {
	if d, err := units.ParseDate(f.Header.Played); err == nil {
		day = d
	}
	if n := len(f.Lines); n > 0 {
		day = max(day, f.Lines[n-1].Date+1)
	}
	return day
}

// Advance gives the orders of the queue and plays a week; it is kept at once.
func (p *Play) Advance() {
	if p.Over() {
		p.Clock.Pause()
		return
	}
	week := p.Date()
	orders := p.Queue
	for _, o := range orders {
		p.lines = append(p.lines, session.OrderLine{Date: week, Order: o})
	}
	p.Queue = nil
	p.session.Advance(orders)
	p.observe(week)
	p.Keep()
}

// observe takes in what a week brought.
func (p *Play) observe(week units.Date) {
	from := len(p.Feed)
	p.report(week)
	p.history.note(p)
	p.stop = p.stopFor(week, p.Feed[from:])
	p.version++
}

// Enqueue puts an order on the list for the coming week.
func (p *Play) Enqueue(o sim.Order) {
	p.Queue = append(p.Queue, o)
	p.version++
}

// Drop takes an order off the list.
func (p *Play) Drop(i int) {
	p.Queue = append(p.Queue[:i:i], p.Queue[i+1:]...)
	p.version++
}

// Version grows with everything that changes what screens show.
func (p *Play) Version() int { return p.version }

// Date is the day on which the coming week begins.
func (p *Play) Date() units.Date { return p.session.World.Date() }

// Over tells whether the last week has been played.
func (p *Play) Over() bool { return p.session.World.Over() }

// Week is how many weeks are played, and of how many.
func (p *Play) Week() (played, of int) {
	return int(p.session.World.Head().Tick), p.SC.Weeks()
}

// Hash identifies the state of the world.
func (p *Play) Hash() uint64 { return p.session.World.Hash().Sum() }

// View is what the player's company may know.
func (p *Play) View() sim.View { return p.session.World.View(p.Me) }

// world is for what needs one: checks of own orders and explanations of own
// figures.
func (p *Play) world() *sim.World { return p.session.World }
