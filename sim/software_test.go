package sim_test

import (
	"testing"

	"entangle/sim"
)

// raw makes the software of the small world immature.
func raw(s *sim.Setup) {
	s.Families[0].Maturity, s.Families[0].AtHome = sim.Exactly(0.5), sim.Exactly(0)
	for i := range s.Companies {
		s.Companies[i].Engineers = sim.Exactly(100)
	}
}

// wasted is the share of its compute that the tenant loses.
func wasted(t testing.TB, w *sim.World) float64 {
	used := read(t, w, "compute_used", int32(user))
	return 1 - read(t, w, "compute_effective", int32(user))/used
}

// TestImmatureSoftwareWastesCompute: what runs is the same, what serves is less;
// use alone helps slowly, engineers fast, and they cost money and are busy.
func TestImmatureSoftwareWastesCompute(t *testing.T) {
	ripe, slow, fast := small(t, nil), small(t, raw), small(t, raw)
	week(t, ripe)
	week(t, slow)
	week(t, fast, with(port, func(o *sim.Order) { o.Qty, o.Weeks = 100, 26 }))
	if a, b := read(t, ripe, "compute_running", int32(user)), read(t, slow, "compute_running", int32(user)); a != b {
		t.Errorf("%v runs, with immature software %v", a, b)
	}
	if first := wasted(t, slow); first < 0.33 || first > 0.34 {
		t.Errorf("a penalty of 0.5 wastes %.3f, not a third", first)
	}
	if r := sim.Check(fast, with(port, func(o *sim.Order) { o.Qty = 101 })); r.Reason != sim.ReasonNoEngineers {
		t.Errorf("the engineers are busy, and the answer is %+v", r)
	}
	for range 25 {
		week(t, ripe)
		week(t, slow)
		week(t, fast)
	}
	a, b := wasted(t, slow), wasted(t, fast)
	if !(b < a && a < 0.33) || b > 0.2 {
		t.Errorf("after half a year %.3f is wasted with use alone, %.3f with engineers", a, b)
	}
}

// TestHomeSoftwareIsRiper: the designer starts with a penalty of its own.
func TestHomeSoftwareIsRiper(t *testing.T) {
	w := small(t, raw)
	if home, away := w.View(maker).Penalty(core), w.View(user).Penalty(core); home != 0 || away != 0.5 {
		t.Errorf("%v at home, %v elsewhere", home, away)
	}
}

// TestSoftwareForOwnChips: who wrote his software for chips of his own wastes those of
// others, however ripe theirs is for everybody else.
func TestSoftwareForOwnChips(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		second := s.Families[0]
		second.ID, second.Designer = "other", "user"
		s.Families = append(s.Families, second)
		s.Companies[2].Elsewhere = sim.Exactly(3)
	})
	if own, others, rival := w.View(user).Penalty(2), w.View(user).Penalty(core), w.View(host).Penalty(core); own != 0 || others != 3 || rival != 0 {
		t.Errorf("%v on its own, %v on others', and %v for others on these", own, others, rival)
	}
	week(t, w)
	if lost := wasted(t, w); lost < 0.74 || lost > 0.76 {
		t.Errorf("a penalty of 3 wastes %.3f, not three quarters", lost)
	}
}
