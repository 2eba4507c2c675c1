package session_test

import (
	"fmt"
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// playFile plays a whole run with a file of orders.
func playFile(t *testing.T, lines ...string) (*session.Session, *session.Playback) {
	t.Helper()
	f, err := read(t, header+"\n"+strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return playOut(quartet(t), f)
}

// playOut plays a whole run of a scenario with a file of orders.
func playOut(sc *sim.Scenario, f *session.OrderFile) (*session.Session, *session.Playback) {
	s := session.New(sc)
	p := session.NewPlayback(s, f)
	s.Reset(f.Header.Seed)
	for !s.World.Over() {
		p.Advance(s)
	}
	return s, p
}

func policy(date, price string) string {
	return fmt.Sprintf(`{"date":%q,"order":"set_policy","policy":"price","price":"%s USD/h"}`, date, price)
}

// The strategy is off, the standing policies are not: with a price step the
// price moves, with none it stays where the file put it.
func TestPlaybackLeavesStandingPoliciesOn(t *testing.T) {
	fixed, _ := playFile(t, `{"date":"2024-12-31","order":"set_policy","policy":"price_step","step":0}`, policy("2025-02-06", "3.21"))
	if got := fixed.World.Company(4).Price; got != 3_210_000 {
		t.Errorf("a fixed price ends at %d", got)
	}
	free, _ := playFile(t, policy("2025-02-06", "3.21"))
	if got := free.World.Company(4).Price; got == 3_210_000 {
		t.Error("the price rule is off")
	}
	own := 0
	free.Reset(3)
	for !free.World.Over() {
		free.Advance(nil)
		for _, o := range free.Orders() {
			if o.By == 4 {
				own++
			}
		}
	}
	if own > 0 {
		t.Errorf("the strategy gave %d orders", own)
	}
}

// A date in the middle of a week counts for that week.
func TestPlaybackGivesOrdersInTheirWeek(t *testing.T) {
	f, err := read(t, header+"\n"+policy("2025-01-13", "3.21"))
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(quartet(t))
	p := session.NewPlayback(s, f)
	s.Reset(3)
	for range 4 {
		week := s.World.Date()
		p.Advance(s)
		given := 0
		for _, o := range s.Orders() {
			if o.By == 4 {
				given++
			}
		}
		if want := week.String() == "2025-01-07"; (given == 1) != want {
			t.Errorf("in the week of %s %d orders are given", week, given)
		}
	}
}

// Three bids in one week, each of which would pass alone, together ask for more
// cash than there is: the lines named are the later ones.
func TestPlaybackNamesTheLinesRefused(t *testing.T) {
	floor := `{"date":"2024-12-31","order":"set_policy","policy":"cash_floor","cash":"$100B"}`
	rent := `{"date":"2025-01-07","order":"rent_capacity","supplier":"harbour","family":"hammer","chips":100,"weeks":26,"ceiling":"3 USD/h"}`
	tooMany := strings.Replace(rent, "100,", "90000000,", 1)
	free := `{"date":"2025-01-07","order":"set_policy","policy":"cash_floor","cash":0}`
	_, p := playFile(t, floor, rent, free, rent, tooMany, rent)
	var lines []int
	for _, r := range p.Refused() {
		lines = append(lines, r.Line)
	}
	if fmt.Sprint(lines) != "[3 6]" {
		t.Fatalf("lines %v are refused, not 3 and 6", lines)
	}
	if r := p.Refused()[0]; r.Refusal.Reason != sim.ReasonCash || r.Refusal.Need == 0 || r.Alone {
		t.Errorf("line 3 is refused for %s", r.Refusal.Reason.Spec().Name)
	}
	if r := p.Refused()[1]; r.Refusal.Reason != sim.ReasonOfferTooSmall {
		t.Errorf("line 6 is refused for %s", r.Refusal.Reason.Spec().Name)
	}
}

// The ninth bid of a week is too many, though alone it would have passed.
func TestPlaybackKnowsWhatTheWeekTook(t *testing.T) {
	rent := `{"date":"2025-01-07","order":"rent_capacity","supplier":"harbour","family":"hammer","chips":1,"weeks":26,"ceiling":"3 USD/h"}`
	_, p := playFile(t, strings.Split(strings.Repeat(rent+"|", 8)+rent, "|")...)
	if len(p.Refused()) != 1 {
		t.Fatalf("%d lines are refused", len(p.Refused()))
	}
	r := p.Refused()[0]
	if r.Line != 10 || !r.Alone || r.Refusal.Reason != sim.ReasonBidLimit {
		t.Errorf("%+v", r)
	}
}

// A file without orders leaves the company to its standing policies: the run is
// the one in which nobody decides for it.
func TestPlaybackOfNothing(t *testing.T) {
	with, _ := playFile(t)
	without := session.New(quartet(t))
	without.Play(4, nil)
	play(without, 3, without.World.Scenario().End())
	if with.World.Hash() != without.World.Hash() {
		t.Error("an empty file changes the run")
	}
}
