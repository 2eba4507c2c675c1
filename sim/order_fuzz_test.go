package sim_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"

	"entangle/sim"
	"entangle/sim/policy"
	"entangle/sim/session"
	"entangle/sim/units"
)

// stream is a source of random orders: some sensible, some absurd, so that both
// the deep states and every refusal are reached.
type stream struct {
	r  *rand.Rand
	sc *sim.Scenario
}

func (g *stream) order(w *sim.World) sim.Order {
	if g.r.IntN(50) == 0 {
		return g.absurd()
	}
	o := sim.Order{Kind: sim.OrderKind(1 + g.r.IntN(len(sim.OrderSpecs()))), By: sim.CompanyID(1 + g.r.IntN(g.sc.Companies()))}
	o.Deputy = g.r.IntN(20) == 0
	if modes := o.Kind.Spec().Modes; len(modes) > 0 {
		o.Mode = uint8(1 + g.r.IntN(len(modes)))
	}
	for _, f := range o.Kind.Spec().FieldsOf(o.Mode) {
		g.fill(w, &o, f)
	}
	return o
}

func (g *stream) fill(w *sim.World, o *sim.Order, f sim.FieldSpec) {
	if g.r.IntN(100) == 0 {
		switch f.Field {
		case sim.FieldPeer:
			o.Peer = -1
			return
		case sim.FieldSite, sim.FieldDest:
			o.Site, o.Dest = 99, 99
			return
		case sim.FieldFamily:
			o.Family = 77
			return
		}
	}
	switch f.Field {
	case sim.FieldMode:
	case sim.FieldPeer:
		o.Peer = sim.CompanyID(1 + g.r.IntN(g.sc.Companies()))
	case sim.FieldSite:
		o.Site = g.site(o.By, f.Optional)
	case sim.FieldDest:
		o.Dest = g.site(o.By, f.Optional)
	case sim.FieldFamily:
		o.Family = sim.FamilyID(1 + g.r.IntN(g.sc.Families()))
	case sim.FieldRegion:
		o.Region = sim.RegionID(1 + g.r.IntN(g.sc.Regions()))
	case sim.FieldProgram:
		o.Program = sim.ProgramID(g.r.IntN(g.sc.Count(sim.OfProgram) + 1))
	case sim.FieldModel:
		o.Model = sim.ModelID(8*(int(o.By)-1) + 1 + g.r.IntN(8))
		if g.r.IntN(6) == 0 || o.Kind == sim.OrderLicenseModel {
			o.Model = sim.ModelID(1 + g.r.IntN(g.sc.Count(sim.OfModel)))
		}
		if hosted := w.View(o.By).Shelf().Hosted[0]; hosted != 0 && o.Kind == sim.OrderLicenseModel && g.r.IntN(2) == 0 {
			o.Model = hosted
		}
	case sim.FieldPerson:
		o.Person = sim.PersonID(g.r.IntN(g.sc.Count(sim.OfPerson) + 1))
		for tries := 0; o.Kind == sim.OrderRetain && o.Person > 0 && tries < 4 && !w.View(o.By).Occasion(o.Person); tries++ {
			o.Person = sim.PersonID(1 + g.r.IntN(g.sc.Count(sim.OfPerson))) // few have an occasion to stay for
		}
	case sim.FieldChoice:
		o.Choice = sim.ChoiceID(g.r.IntN(g.sc.Count(sim.OfChoice) + 1))
	case sim.FieldSegment:
		o.Segment = sim.SegmentID(1 + g.r.IntN(g.sc.Segments()))
	case sim.FieldWeights:
		a := g.r.IntN(1_000_001)
		o.Weights = [3]units.PPM{units.PPM(a), units.One - units.PPM(a), units.PPM(max(0, g.r.IntN(20)-18))}
	case sim.FieldWhen:
		o.When = g.sc.Start().AddDays(g.r.IntN(600) - 10)
	case sim.FieldSet:
		for g.r.IntN(2) == 0 {
			o.Set = o.Set.With(sim.CompanyID(1 + g.r.IntN(g.sc.Companies())))
		}
	default:
		o.SetNumber(f.Field, g.number(f))
	}
}

// site is mostly one of the company's own.
func (g *stream) site(by sim.CompanyID, optional bool) sim.SiteID {
	if optional && g.r.IntN(2) == 0 {
		return 0
	}
	for range 6 {
		s := sim.SiteID(1 + g.r.IntN(g.sc.Sites()))
		if g.sc.Owner(s) == by || g.r.IntN(6) == 0 {
			return s
		}
	}
	return 1
}

// number is log-uniform between the bounds, now and then beyond them.
func (g *stream) number(f sim.FieldSpec) int64 {
	switch g.r.IntN(40) {
	case 0:
		return f.Min - 1
	case 1:
		return f.Max + 1
	}
	top := f.Max
	if g.r.IntN(4) > 0 && f.Unit == units.KindChips {
		top = 60_000
	}
	bits := 0
	for x := top; x > 0; x >>= 1 {
		bits++
	}
	return max(f.Min, min(top, int64(g.r.Uint64()>>(64-1-g.r.IntN(max(bits, 1))))))
}

func (g *stream) absurd() sim.Order {
	return sim.Order{Kind: sim.OrderKind(g.r.IntN(9)), Mode: uint8(g.r.IntN(10)), By: sim.CompanyID(g.r.IntN(9) - 2),
		Peer: sim.CompanyID(g.r.IntN(9) - 2), Site: sim.SiteID(g.r.IntN(12) - 3), Dest: sim.SiteID(g.r.IntN(12) - 3),
		Family: sim.FamilyID(g.r.IntN(6) - 2), Qty: int64(g.r.Uint64()), Price: units.Price(g.r.Uint64()),
		Share: units.PPM(g.r.Uint64()), Weeks: int32(g.r.Uint32()), Escalate: g.r.IntN(2) == 0}
}

// tally counts what random orders reached.
type tally struct {
	passed, refused map[string]int
	reasons         map[string]int
	countered       int
}

func newTally() *tally {
	return &tally{passed: map[string]int{}, refused: map[string]int{}, reasons: map[string]int{}}
}

func (t *tally) add(o *tally) {
	for k, n := range o.passed {
		t.passed[k] += n
	}
	for k, n := range o.refused {
		t.refused[k] += n
	}
	for k, n := range o.reasons {
		t.reasons[k] += n
	}
	t.countered += o.countered
}

// playStream plays 26 weeks of random orders, half of the time against built-in
// strategies, and checks laws and counters.
func playStream(s *session.Session, seed uint64, count *tally) error {
	g := &stream{rand.New(rand.NewPCG(seed, 42)), s.World.Scenario()}
	for c := 1; c <= g.sc.Companies(); c++ {
		var p policy.Policy
		if g.r.IntN(2) == 0 {
			p = policy.Builtin{}
		}
		s.Play(sim.CompanyID(c), p)
	}
	s.Reset(seed)
	var orders []sim.Order
	for !s.World.Over() {
		orders = orders[:0]
		burst := sim.Order{}
		n := g.r.IntN(6)
		if g.r.IntN(8) == 0 {
			n, burst = 30, g.order(s.World) // one company says the same all week, or what would pass
			if near, ok := sim.Counter(s.World, burst); ok && g.r.IntN(2) == 0 {
				burst = near
			}
		}
		for range n {
			o := g.order(s.World)
			if burst.Kind != sim.OrderNone {
				o = burst
			}
			orders = append(orders, o)
			if err := checkOne(s.World, o, count); err != nil {
				return err
			}
		}
		s.Advance(orders)
		for _, e := range s.World.Events() {
			if e.Kind == sim.EventOrderRefused || e.Kind == sim.EventOrderDropped {
				count.reasons[e.Reason.Spec().Name]++
			}
		}
		if err := s.World.Audit(); err != nil {
			return fmt.Errorf("stream %d: %w", seed, err)
		}
	}
	return nil
}

// checkOne tallies an order's fate and demands that a counter-order passes.
func checkOne(w *sim.World, o sim.Order, count *tally) error {
	r := sim.Check(w, o)
	name := o.Kind.Spec().Name
	if r.Allowed() {
		count.passed[name]++
		return nil
	}
	count.refused[name]++
	count.reasons[r.Reason.Spec().Name]++
	near, ok := sim.Counter(w, o)
	if !ok {
		return nil
	}
	count.countered++
	if again := sim.Check(w, near); !again.Allowed() {
		return fmt.Errorf("the counter %+v to %+v (%s) is refused itself: %s", near, o, r.Reason.Spec().Name, again.Reason.Spec().Name)
	}
	return nil
}

// TestRandomOrders plays random order streams. Their number can be set by
// ENTANGLE_STREAMS; the full run plays 100,000.
func TestRandomOrders(t *testing.T) {
	streams := 100_000
	if testing.Short() {
		streams = 4_000
	}
	if n, err := strconv.Atoi(os.Getenv("ENTANGLE_STREAMS")); err == nil {
		streams = n
	}
	in := quartet(t)
	in.Families[0].SoldTo = []string{"harbour"} // so that somebody is not sold to
	tight := compile(t, in)
	in.Switches.Attention = sim.Off // else few weeks are full enough to reach the other limits
	bookable(&in)
	free := compile(t, in)
	all := octet(t)
	all.End, all.Switches.Attention = all.Start.AddWeeks(26), sim.Off
	for i := range all.Companies { // one goes under
		if c := &all.Companies[i]; c.ID == "quarry" {
			c.Cash, c.Overhead = sim.Exactly(1e8), sim.Exactly(3e8)
		}
	}
	all.People[0].Home = all.Regions[0].ID // one listens to nobody
	addEvents(&all)
	sim.MakeBy(&all, "falcon")
	rich := compile(t, all)
	grown := compile(t, crowded(t))
	workers := runtime.NumCPU()
	total, mu, wg := newTally(), sync.Mutex{}, sync.WaitGroup{}
	for k := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			games, own := [4]*session.Session{session.New(tight), session.New(free), session.New(rich), session.New(grown)}, newTally()
			for seed := k; seed < streams; seed += workers {
				if err := playStream(games[seed/workers%4], uint64(seed), own); err != nil {
					t.Error(err)
					return
				}
			}
			mu.Lock()
			total.add(own)
			mu.Unlock()
		}()
	}
	wg.Wait()
	report(t, streams, total)
}

// bookable lets companies book capacity that is still to be built.
func bookable(in *sim.Setup) {
	in.Bookings = sim.BookingsSetup{Take: sim.Exactly(500_000), Credit: sim.Exactly(500_000), Exit: sim.Exactly(13)}
	in.Constants.MaxTerm = sim.Exactly(260)
}

// crowded is quartet with grids that can grow, neighbours without patience and
// organisations without limits.
func crowded(t *testing.T) sim.Setup {
	in := quartet(t)
	in.Switches.Attention, in.Switches.Bureaucracy = sim.Off, sim.Off
	in.End = in.Start.AddWeeks(40)
	for i := range in.Regions {
		sim.GrowRegion(&in.Regions[i])
		in.Regions[i].Turbines, in.Regions[i].Tolerance = sim.Exactly(80_000), sim.Exactly(340_000+20_000*float64(i))
	}
	bookable(&in)
	in.Regions[1].NeedsSite, in.Regions[0].OpenTo = sim.Off, []string{in.Companies[0].ID, in.Companies[1].ID, in.Companies[2].ID}
	for i := range in.Companies {
		if in.Companies[i].Cash = sim.Exactly(20e9); in.Companies[i].ID == "lumen" {
			in.Companies[i].Cash = sim.Exactly(1e5) // nobody trusts it
		}
	}
	return in
}

func report(t *testing.T, streams int, total *tally) {
	t.Logf("%d streams of %d weeks; %d refusals had a counter that passes", streams, 26, total.countered)
	for _, spec := range sim.OrderSpecs() {
		t.Logf("%-12s %8d passed %8d refused", spec.Name, total.passed[spec.Name], total.refused[spec.Name])
		if total.passed[spec.Name] == 0 || total.refused[spec.Name] == 0 {
			t.Errorf("%s: random orders did not reach both fates", spec.Name)
		}
	}
	var lines, missing []string
	for _, r := range sim.Reasons() {
		name := r.Spec().Name
		lines = append(lines, fmt.Sprintf("%s %d", name, total.reasons[name]))
		if total.reasons[name] == 0 && r != sim.ReasonSuitOpen && r != sim.ReasonDeputyBusy { // they take a story: see TestNoPactDuringASuit, TestDeputiesGiveTwoOrders
			missing = append(missing, name)
		}
	}
	sort.Strings(lines)
	t.Log("refusals by reason: " + strings.Join(lines, ", "))
	if len(missing) > 0 {
		t.Errorf("reasons never reached: %s", strings.Join(missing, ", "))
	}
}

// FuzzOrderBytes reads an order from raw bytes: whatever it says, the world
// answers without panic and keeps its laws.
func FuzzOrderBytes(f *testing.F) {
	in := quartet(f)
	bookable(&in)
	sc := compile(f, in)
	f.Add(uint64(1), uint8(1), uint8(0), int64(500), int64(2_000_000), int64(200_000), int32(26), uint16(0x2121))
	f.Add(uint64(2), uint8(2), uint8(0), int64(500), int64(9_000_000), int64(0), int32(26), uint16(0x3123))
	f.Fuzz(func(t *testing.T, seed uint64, kind, mode uint8, qty, price, share int64, weeks int32, ids uint16) {
		s := session.New(sc)
		s.Reset(seed)
		for week := range 6 {
			o := sim.Order{Kind: sim.OrderKind(kind), Mode: mode, By: sim.CompanyID(ids & 7), Peer: sim.CompanyID(ids >> 4 & 7),
				Site: sim.SiteID(ids >> 8 & 7), Dest: sim.SiteID(ids >> 11 & 7), Family: sim.FamilyID(ids >> 14),
				Qty: qty, Price: units.Price(price), Share: units.PPM(share), Weeks: weeks}
			if week%2 == 1 {
				if near, ok := sim.Counter(s.World, o); ok {
					o = near
				}
			}
			s.Advance([]sim.Order{o, o})
			if err := s.World.Audit(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
