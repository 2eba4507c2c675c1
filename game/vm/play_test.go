package vm_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"entangle/assets"
	"entangle/game/vm"
	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

func load(t testing.TB, name string) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	sc, err := scenario.Check(pack, err)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

func words(t testing.TB, lang string, sc *sim.Scenario) vm.Words {
	t.Helper()
	lex, err := assets.Words(lang)
	if err != nil {
		t.Fatal(err)
	}
	return vm.Words{Lex: lex, SC: sc}
}

func company(t testing.TB, sc *sim.Scenario, name string) sim.CompanyID {
	t.Helper()
	id, hint := sc.Find(sim.OfCompany, name)
	if id == 0 {
		t.Fatal(hint)
	}
	return sim.CompanyID(id)
}

func begin(t testing.TB, scenario, name string) *vm.Play {
	t.Helper()
	return beginWith(t, scenario, name, 5)
}

// beginWith is begin with a seed.
func beginWith(t testing.TB, scenario, name string, seed uint64) *vm.Play {
	t.Helper()
	sc := load(t, scenario)
	return vm.NewPlay(words(t, "en", sc), vm.Setup{Name: scenario, Scenario: sc, Company: company(t, sc, name), Seed: seed})
}

// file keeps a game in memory.
type file struct{ text []byte }

func (f *file) keeper() vm.Keeper {
	return vm.Keeper{File: "game.jsonl", Write: func(write func(io.Writer) error) error {
		var b bytes.Buffer
		err := write(&b)
		f.text = b.Bytes()
		return err
	}}
}

// give plays a week with an order of each kind that the form suggests.
func give(p *vm.Play) {
	f := p.NewForm()
	for i := range f.Kinds() {
		f.SetKind(i)
		f.Add()
	}
	p.Advance()
}

// What is kept of a game plays to the same hash as the game: as a run of orders,
// and when it is taken up again in the middle.
func TestKeptGamePlaysAgain(t *testing.T) {
	for _, x := range []struct{ scenario, company string }{{"quartet", "harbour"}, {"octet", "lumen"}, {"octet", "harbour"}} {
		t.Run(x.scenario+"/"+x.company, func(t *testing.T) { playsAgain(t, x.scenario, x.company) })
	}
}

func playsAgain(t *testing.T, scenario, name string) {
	sc := load(t, scenario)
	var kept file
	p := vm.NewPlay(words(t, "en", sc), vm.Setup{Name: scenario, Scenario: sc, Company: company(t, sc, name), Seed: 5, Keeper: kept.keeper()})
	for range 9 {
		give(p)
	}
	for range 3 {
		p.Advance() // weeks without orders count too
	}
	if p.Saved != nil {
		t.Fatal(p.Saved)
	}
	orders, err := session.ReadOrders(bytes.NewReader(kept.text), "game.jsonl", sc, scenario)
	if err != nil {
		t.Fatal(err)
	}
	again := vm.NewPlay(words(t, "zh", sc), vm.Setup{Name: scenario, Scenario: sc, Resume: orders})
	if again.Date() != p.Date() || again.Hash() != p.Hash() || again.Me != p.Me {
		t.Fatalf("taken up on %s with hash %x, left on %s with %x", again.Date(), again.Hash(), p.Date(), p.Hash())
	}
	s := session.New(sc)
	back := session.NewPlayback(s, orders)
	s.Reset(orders.Header.Seed)
	for s.World.Date() < p.Date() {
		back.Advance(s)
	}
	if got := s.World.Hash().Sum(); got != p.Hash() {
		t.Errorf("run with the orders ends with %x, the game with %x", got, p.Hash())
	}
	for n := 0; !p.Over() && n < 40; n++ {
		give(p)
		give(again)
	}
	if p.Hash() != again.Hash() {
		t.Error("a game that was taken up goes another way")
	}
}

// A file whose header does not say how far it was played goes on after its last
// order.
func TestResumeAfterLastOrder(t *testing.T) {
	sc := load(t, "quartet")
	text := `{"company":"lumen","scenario":"quartet","engine":"` + sim.Engine + `","seed":3}
{"date":"2025-01-14","order":"set_policy","policy":"cash_floor","cash":"$50M"}`
	orders, err := session.ReadOrders(strings.NewReader(text), "x", sc, "quartet")
	if err != nil {
		t.Fatal(err)
	}
	p := vm.NewPlay(words(t, "en", sc), vm.Setup{Name: "quartet", Scenario: sc, Resume: orders})
	if got := p.Date().String(); got != "2025-01-21" || p.Seed != 3 {
		t.Errorf("it goes on at %s with seed %d", got, p.Seed)
	}
}

// A game that cannot be kept says so and goes on.
func TestGameThatCannotBeKept(t *testing.T) {
	sc := load(t, "quartet")
	p := vm.NewPlay(words(t, "en", sc), vm.Setup{Name: "quartet", Scenario: sc, Company: 1,
		Keeper: vm.Keeper{File: "x", Write: func(func(io.Writer) error) error { return io.ErrShortWrite }}})
	p.Advance()
	if played, _ := p.Week(); played != 1 || p.Saved == nil || !strings.Contains(p.Saved.Error(), "the week is not kept") {
		t.Errorf("week %d, %v", played, p.Saved)
	}
}

// The clock plays a week after its ticks, none while it is paused.
func TestClock(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	for speed, want := range map[vm.Speed]int{vm.Paused: 0, vm.Once: 2, vm.Twice: 4, vm.Fourfold: 8} {
		before, _ := p.Week()
		p.Clock.Set(speed)
		for range 240 {
			p.Tick()
		}
		if after, _ := p.Week(); after-before != want {
			t.Errorf("at speed %d 240 ticks play %d weeks, not %d", speed, after-before, want)
		}
	}
	p.Clock.Set(vm.Once) // the speeds above come in any order
	p.Clock.Toggle()
	if p.Clock.Speed() != vm.Paused {
		t.Error("a running clock does not pause")
	}
}

// A run stops where the player has to know something, at the latest when a
// quarter ends, and the reason is told in both languages.
func TestRunUntilStop(t *testing.T) {
	p := begin(t, "quartet", "falcon")
	other := words(t, "zh", p.SC)
	stops := 0
	for !p.Over() {
		before, _ := p.Week()
		p.Clock.Set(vm.UntilStop)
		for p.Clock.Speed() == vm.UntilStop {
			p.Tick()
		}
		after, _ := p.Week()
		en := p.Stop()
		own := p.Words
		p.Words = other
		zh := p.Stop()
		p.Words = own
		if after-before < 1 || after-before > 14 || en == "" || zh == "" || en == zh {
			t.Fatalf("after %d weeks: %q, %q", after-before, en, zh)
		}
		stops++
	}
	if stops < 4 {
		t.Errorf("%d stops in half a year", stops)
	}
}

// The feed tells the player nothing that is another's own.
func TestFeedKeepsSecrets(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	for !p.Over() {
		p.Advance()
	}
	if len(p.Feed) == 0 {
		t.Fatal("nothing has happened")
	}
	for _, n := range p.Feed {
		text := p.Tell(n)
		if !n.Mine && (strings.Contains(text, "policy") || strings.Contains(text, "quarter")) {
			t.Errorf("the player reads of another's books: %s", text)
		}
		if strings.ContainsAny(text, "[]{}") {
			t.Errorf("words are missing: %s", text)
		}
	}
}
