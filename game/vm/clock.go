package vm

// Clock turns the ticks of the window (60 a second) into weeks.
type Clock struct {
	speed Speed
	since int // ticks since the last week
}

// Speed is how fast weeks pass.
type Speed int

// The speeds. UntilStop runs as fast as it can be followed, to the next stop.
const (
	Paused Speed = iota
	Once
	Twice
	Fourfold
	UntilStop
)

// ticksAWeek says how long a week takes at each speed: 2, 1 and half a second.
var ticksAWeek = [...]int{Once: 120, Twice: 60, Fourfold: 30, UntilStop: 6}

// Speed is the current one.
func (c *Clock) Speed() Speed { return c.speed }

// Set changes the speed; the first week at a new speed takes its full time.
func (c *Clock) Set(s Speed) { c.speed, c.since = s, 0 }

// Pause stops the clock.
func (c *Clock) Pause() { c.Set(Paused) }

// Toggle pauses a running clock and starts a paused one.
func (c *Clock) Toggle() {
	if c.speed == Paused {
		c.Set(Once)
	} else {
		c.Pause()
	}
}

// due tells whether a week is over with this tick.
func (c *Clock) due() bool {
	if c.speed == Paused {
		return false
	}
	if c.since++; c.since < ticksAWeek[c.speed] {
		return false
	}
	c.since = 0
	return true
}

// Tick lets a sixtieth of a second pass. It tells whether a week was played.
func (p *Play) Tick() bool {
	if !p.Clock.due() {
		return false
	}
	p.Advance()
	if p.Over() || p.stop.is() && p.Clock.speed == UntilStop {
		p.Clock.Pause()
	}
	return true
}
