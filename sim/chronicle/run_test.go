package chronicle_test

import (
	"strings"
	"testing"

	"entangle/assets"
	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

// quartet compiles the shipped scenario.
func quartet(t testing.TB) *sim.Scenario { return shipped(t, "quartet") }

func shipped(t testing.TB, name string) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	sc, err := scenario.Check(pack, err)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

func words(t testing.TB, lang string) *assets.Lexicon {
	t.Helper()
	lex, err := assets.Words(lang)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// told fails when a text has a gap, a missing word or an unnamed thing in it.
func told(t *testing.T, text string) {
	t.Helper()
	if text == "" || strings.ContainsAny(text, "{}[]#") || strings.Contains(text, "  ") {
		t.Errorf("unfinished: %q", text)
	}
}

// reader reads everything that happens, in both languages.
type reader struct {
	t     *testing.T
	sc    *sim.Scenario
	lexes []*assets.Lexicon
	kinds map[sim.EventKind]bool
}

func (r *reader) Observe(w *sim.World) {
	for _, e := range w.Events() {
		r.kinds[e.Kind] = true
		for _, lex := range r.lexes {
			told(r.t, chronicle.Sentence(lex, r.sc, e))
		}
	}
}

// Every sentence of full runs is whole, in both languages; with a world short
// of cash and a player who moves chips about, every kind of event happens.
func TestEverySentenceOfARun(t *testing.T) {
	r := &reader{t: t, lexes: []*assets.Lexicon{words(t, "en"), words(t, "zh")}, kinds: map[sim.EventKind]bool{}}
	for _, poor := range []bool{false, true} {
		r.sc = quartet(t)
		if poor {
			impoverish(t, r.sc)
		}
		s := session.New(r.sc)
		s.Watch(r)
		for seed := range uint64(4) {
			s.Reset(seed)
			for range r.sc.Weeks() {
				s.Advance(shuffle(r.sc))
				for _, o := range s.Orders() {
					for _, lex := range r.lexes {
						told(t, chronicle.Order(lex, r.sc, o))
					}
				}
			}
		}
	}
	for _, change := range []map[string]float64{nil, strained} {
		r.play("octet", change, 8)
	}
	// Where events come from outside, capacity is booked and comes late, and somebody sells cheaply what he built.
	r.play("2025", map[string]float64{"contracts.abilene.clauses.0.exit": 4, "people.varun_mohan.stake": 1e6}, 6)
	defiant(t, r)
	regrouped(t, r)
	for _, k := range sim.EventKinds() {
		if !r.kinds[k] && k != sim.EventUnitsShort { // too rare for a few runs: see TestOctetEverythingHappens
			t.Errorf("no run had the event %s", k.Spec().Name)
		}
	}
}

// strained makes memory, deposits and order books bind in octet, and two of its companies
// poor.
var strained = map[string]float64{"memory.capacity": 400_000, "constants.deposit_lead": 4, "constants.deposit_share": 1_000_000, "constants.order_cap": 12,
	"companies.quarry.cash": 2e8, "companies.falcon.cash": 3e8, "companies.quarry.finance.debt": 6e9}

// play plays some runs of a large scenario, with some figures changed.
func (r *reader) play(name string, change map[string]float64, runs uint64) {
	r.sc = shipped(r.t, name)
	for path, v := range change {
		if err := r.sc.Set(path, v); err != nil {
			r.t.Fatal(err)
		}
	}
	s := session.New(r.sc)
	s.Watch(r)
	for seed := range runs {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
			for _, o := range s.Orders() {
				for _, lex := range r.lexes {
					told(r.t, chronicle.Order(lex, r.sc, o))
				}
			}
		}
	}
}

// impoverish takes nearly all cash from the company that rents, the one that
// lets and the one that builds.
func impoverish(t *testing.T, sc *sim.Scenario) {
	for _, name := range []string{"lumen", "harbour", "falcon"} {
		if err := sc.Set("companies."+name+".cash", 1e6); err != nil {
			t.Fatal(err)
		}
	}
	if err := sc.Set("companies.lumen.overhead", 1e9); err != nil {
		t.Fatal(err)
	}
}

// shuffle has two tenants want more than a landlord has, and moves a chip between the sites of each company that has two.
func shuffle(sc *sim.Scenario) (orders []sim.Order) {
	landlord, _ := sc.Find(sim.OfCompany, "harbour")
	for i, name := range []string{"lumen", "falcon"} {
		tenant, _ := sc.Find(sim.OfCompany, name)
		orders = append(orders, sim.Order{Kind: sim.OrderRent, By: sim.CompanyID(tenant), Peer: sim.CompanyID(landlord),
			Family: 1, Qty: 6000, Weeks: 4, Price: units.Price(5_000_000 + i)})
	}
	for s := sim.SiteID(1); int(s) < sc.Sites(); s++ {
		if sc.Owner(s) == sc.Owner(s+1) {
			orders = append(orders, sim.Order{Kind: sim.OrderPlaceFleet, By: sc.Owner(s), Family: 1, Qty: 1, Site: s, Dest: s + 1},
				sim.Order{Kind: sim.OrderPlaceFleet, By: sc.Owner(s), Family: 1, Qty: 1, Site: s + 1, Dest: s})
		}
	}
	return orders
}
