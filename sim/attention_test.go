package sim_test

import (
	"testing"

	"entangle/sim"
)

// chair is a small world in which attention counts: of user with so many people
// and so much bureaucracy.
func chair(t testing.TB, staff, bureaucracy float64) *sim.World {
	return small(t, func(s *sim.Setup) {
		s.Switches.Attention = sim.On
		s.Companies[2].Staff, s.Companies[2].Bureaucracy = sim.Exactly(staff), sim.Exactly(bureaucracy)
	})
}

// TestSizeBringsAttention: three points, one more from 500 people on and at each
// doubling, at most four more (play.md 2).
func TestSizeBringsAttention(t *testing.T) {
	for _, c := range []struct {
		staff float64
		want  int64
	}{{0, 3}, {249, 3}, {499, 3}, {500, 4}, {999, 4}, {1000, 5}, {2000, 6}, {4000, 7}, {1e6, 7}} {
		if got := chair(t, c.staff, 0).Company(user).Attention; got != c.want {
			t.Errorf("%.0f people bring %d points, want %d", c.staff, got, c.want)
		}
	}
}

// TestAttentionRunsOut: the orders of a week stop where the points do; half of a
// week's worth, rounded up, is carried over, and no more.
func TestAttentionRunsOut(t *testing.T) {
	w := chair(t, 0, 0)
	price := func(n int) []sim.Order { return times(n, rule) }
	for _, c := range []struct{ give, pass, next int }{{5, 3, 3}, {1, 1, 5}, {0, 0, 5}, {9, 5, 3}} {
		week(t, w, price(c.give)...)
		refused := 0
		for _, e := range w.Events() {
			if e.Kind == sim.EventOrderRefused && e.Reason == sim.ReasonAttention {
				refused++
			}
		}
		if c.give-refused != c.pass || w.Company(user).Attention != int64(c.next) {
			t.Errorf("of %d orders %d passed and %d points are there, want %d and %d",
				c.give, c.give-refused, w.Company(user).Attention, c.pass, c.next)
		}
	}
}

// TestCrisesTakeAttention: who cannot pay for power has one point less.
func TestCrisesTakeAttention(t *testing.T) {
	broke := func(s *sim.Setup) {
		s.Switches.Attention = sim.On
		s.Companies[2].Cash, s.Companies[2].Overhead, s.Companies[2].Quality, s.Companies[2].Price = sim.Exactly(0), sim.Exactly(1e9), sim.Figure{}, sim.Figure{}
		s.Companies[2].Policies = sim.PolicySetup{}
	}
	w := small(t, broke)
	week(t, w)
	week(t, w, times(20, sim.Order{Kind: sim.OrderSetPolicy, By: user, Mode: sim.PolicyCashFloor, Qty: 1})...) // leaves nothing to carry
	if got := w.Company(user).Attention; got != 6 {
		t.Errorf("in arrears there are %d points, want 6 of 7", got)
	}
}

// TestBureaucracyDelays: an order of the line is carried out a week later for
// each 20 points; escalated, it is at once, for double the attention; an order
// from the desk never waits.
func TestBureaucracyDelays(t *testing.T) {
	for _, c := range []struct {
		bureaucracy float64
		escalate    bool
		weeks       int
		points      int64
	}{{0, false, 0, 1}, {19, false, 0, 1}, {20, false, 1, 1}, {65, false, 3, 1}, {100, false, 5, 1}, {65, true, 0, 2}} {
		w := chair(t, 4000, c.bureaucracy)
		o := with(buy, func(o *sim.Order) { o.Escalate = c.escalate })
		if got := w.Cost(o); got != c.points {
			t.Errorf("bureaucracy %v, escalated %t: %d points, want %d", c.bureaucracy, c.escalate, got, c.points)
		}
		for n := 0; ; n++ {
			if n == 0 {
				week(t, w, o)
			} else {
				week(t, w)
			}
			if seen(w, sim.EventChipsOrdered) {
				if n != c.weeks {
					t.Errorf("bureaucracy %v, escalated %t: carried out after %d weeks, want %d", c.bureaucracy, c.escalate, n, c.weeks)
				}
				break
			}
			if n > 6 {
				t.Fatalf("bureaucracy %v: never carried out", c.bureaucracy)
			}
		}
	}
}

// seen tells whether an event of a kind happened last week.
func seen(w *sim.World, k sim.EventKind) bool {
	for _, e := range w.Events() {
		if e.Kind == k {
			return true
		}
	}
	return false
}

// TestWorldMovesOnWhileOrdersWait: what was allowed when it was given is dropped
// with its reason when it no longer is.
func TestWorldMovesOnWhileOrdersWait(t *testing.T) {
	w := chair(t, 4000, 40)
	fill := with(buy, func(o *sim.Order) { o.By, o.Site, o.Qty = host, hall, 1_700 })
	week(t, w, with(buy, func(o *sim.Order) { o.Qty = 1_000 }))
	week(t, w, fill) // the host fills the book first
	week(t, w)
	for _, e := range w.Events() {
		if e.Kind == sim.EventOrderDropped && e.By == user && e.Reason == sim.ReasonNoSlots && e.Cause != 0 {
			return
		}
	}
	t.Errorf("the order was not dropped for want of a place: %+v", w.Events())
}

// TestPoliciesAreFreeAtQuartersEnd: they are on the table anyway.
func TestPoliciesAreFreeAtQuartersEnd(t *testing.T) {
	w := chair(t, 0, 100)
	free := 0
	for range 26 {
		if w.Cost(rule) == 0 {
			free++
			if w.Wait(rule) != 0 {
				t.Error("free and yet it waits")
			}
		} else if w.Wait(rule) != 5 {
			t.Errorf("waits %d weeks, want 5", w.Wait(rule))
		}
		week(t, w)
	}
	if free != 2 {
		t.Errorf("policies are free in %d weeks of half a year, want 2", free)
	}
}
