package game

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"image"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"entangle/game/ui"
	"entangle/game/vm"
	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"github.com/hajimehoshi/ebiten/v2"
)

// guestOptions are what the environment of a guest asks for.
func guestOptions() (ui.Options, error) {
	o := ui.Options{Lang: cmp.Or(os.Getenv("GAME_LANG"), "en"), Seed: 7, Hint: os.Getenv("GAME_HINT") != ""}
	file := os.Getenv("GAME_FILE")
	o.Keep = func(string, string) vm.Keeper { return keepIn(file) }
	for _, name := range strings.Fields(os.Getenv("GAME_SCENARIOS")) {
		pack, err := scenario.Load(scenarios.FS, name)
		sc, err := scenario.Check(pack, err)
		if err != nil {
			return o, err
		}
		o.Offers = append(o.Offers, vm.Offer{Name: name, SC: sc})
	}
	if name := os.Getenv("GAME_COMPANY"); name != "" {
		sc := o.Offers[0].SC
		id, _ := sc.Find(sim.OfCompany, name)
		o.Start = &vm.Setup{Name: o.Offers[0].Name, Scenario: sc, Company: sim.CompanyID(id), Seed: 7, Keeper: keepIn(file)}
	}
	return o, nil
}

func keepIn(file string) vm.Keeper {
	if file == "" {
		return vm.Keeper{}
	}
	return vm.Keeper{File: file, Write: func(write func(io.Writer) error) error {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			return err
		}
		return os.WriteFile(file, b.Bytes(), 0o666)
	}}
}

// reporter is the loop that says on standard output what it shows, whenever
// that changes: places of controls, date and hash.
type reporter struct {
	*Loop
	ticks int
	cost  []time.Duration // of the frames drawn, with their ticks
	since time.Time
}

// Update implements ebiten.Game.
func (r *reporter) Update() error {
	r.ticks++
	r.since = time.Now()
	err := r.Loop.Update()
	tick := time.Since(r.since)
	defer func() { r.since = time.Now().Add(-tick) }() // Draw goes on counting
	var b strings.Builder
	for id, at := range r.App().Controls() {
		fmt.Fprintf(&b, " %s=%d,%d,%d,%d", id, at.Min.X, at.Min.Y, at.Max.X, at.Max.Y)
	}
	state := "none"
	if p := r.App().Play(); p != nil {
		played, _ := p.Week()
		state = fmt.Sprintf("week=%d hash=%016x queue=%d", played, p.Hash(), len(p.Queue))
	}
	drawn, passed := r.Frames()
	fmt.Printf("STATE tick=%d %s drawn=%d passed=%d cost=%d%s\n", r.ticks, state, drawn, passed, r.median(), b.String())
	return err
}

// Draw implements ebiten.Game.
func (r *reporter) Draw(screen *ebiten.Image) {
	before, _ := r.Frames()
	r.Loop.Draw(screen)
	if after, _ := r.Frames(); after > before {
		r.cost = append(r.cost, time.Since(r.since))
	}
}

// median is what a drawn frame costs, in microseconds.
func (r *reporter) median() int64 {
	if len(r.cost) == 0 {
		return 0
	}
	list := slices.Sorted(slices.Values(r.cost))
	return list[len(list)/2].Microseconds()
}

// said collects what a guest says; the last line counts.
type said struct {
	mu   sync.Mutex
	last map[string]string
	in   *io.PipeWriter
}

func newSaid() *said {
	r, w := io.Pipe()
	s := &said{in: w, last: map[string]string{}}
	go func() {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			s.take(lines.Text())
		}
	}()
	return s
}

// Write implements io.Writer.
func (s *said) Write(p []byte) (int, error) { return s.in.Write(p) }

func (s *said) take(line string) {
	words := strings.Fields(line)
	if len(words) == 0 || words[0] != "STATE" {
		return
	}
	last := map[string]string{}
	for _, w := range words[1:] {
		key, value, _ := strings.Cut(w, "=")
		last[key] = value
	}
	s.mu.Lock()
	s.last = last
	s.mu.Unlock()
}

// until waits for what is said after a number of ticks.
func (s *said) until(t *testing.T, ticks int) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); s.number("tick") < ticks; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the game has said nothing of tick %d", ticks)
		}
	}
}

func (s *said) get(key string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last[key]
}

// ids lists the controls whose names begin so, in their order.
func (s *said) ids(prefix string) (list []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id := range s.last {
		if strings.HasPrefix(id, prefix) {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

func (s *said) number(key string) int {
	n, err := strconv.Atoi(s.get(key))
	if err != nil {
		return -1
	}
	return n
}

func (s *said) rect(id string) (r image.Rectangle) {
	if _, err := fmt.Sscanf(s.get(id), "%d,%d,%d,%d", &r.Min.X, &r.Min.Y, &r.Max.X, &r.Max.Y); err != nil {
		return image.Rectangle{}
	}
	return r
}
