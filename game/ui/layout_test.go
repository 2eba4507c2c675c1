package ui

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"entangle/assets"
	"entangle/game/vm"
	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// scene is a page in a state, reached from the start of a game or the chooser.
type scene struct {
	name  string
	begin bool // start a game at once
	go_   func(a *App)
}

func weeks(n int) func(a *App) {
	return func(a *App) {
		for range n {
			a.play.Advance()
		}
		a.rebuild()
	}
}

// tab turns to a tab after some weeks, if there is anything on it.
func tab(t vm.Tab, n int) func(a *App) {
	return func(a *App) {
		weeks(n)(a)
		a.turnTo(t)
	}
}

// busy has a run, a deputy and a war room under way, something found out, and an
// order on its way.
func busy(a *App) {
	for _, o := range []sim.Order{{Kind: sim.OrderStartRun, Mode: sim.RecipeFresh}, {Kind: sim.OrderDelegate, Mode: uint8(sim.GroupTalent)},
		{Kind: sim.OrderWarRoom, Mode: uint8(sim.GroupModels)}, {Kind: sim.OrderInvestigate, Mode: uint8(sim.SubjectPeople)}, {Kind: sim.OrderReorganise, Mode: uint8(sim.FormCentral)}} {
		a.form.Draft(o)
		a.addOrder()
		weeks(2)(a)
	}
}

// scenes are all pages there are.
var scenes = []scene{
	{"chooser", false, func(*App) {}},
	{"start", true, func(*App) {}},
	{"hint", true, func(a *App) { a.openHint() }},
	{"help", true, func(a *App) { a.openHelp() }},
	{"later", true, weeks(12)},
	{"queue", true, func(a *App) {
		for range 9 {
			a.addOrder()
			a.form.Step(sim.FieldQty, -1)
		}
	}},
	{"refused", true, func(a *App) { a.form.Type(sim.FieldQty, "99999999") }},
	{"talent", true, tab(vm.TabTalent, 12)},
	{"models", true, tab(vm.TabModels, 12)},
	{"market", true, tab(vm.TabMarket, 12)},
	{"capital", true, tab(vm.TabCapital, 12)},
	{"organisation", true, tab(vm.TabOrganisation, 12)},
	{"busy house", true, func(a *App) { busy(a); a.turnTo(vm.TabOrganisation) }},
	{"busy laboratory", true, func(a *App) { busy(a); a.turnTo(vm.TabModels) }},
	{"end", true, weeks(400)},
}

func offers(t testing.TB) []vm.Offer { return load(t, "quartet", "octet") }

func load(t testing.TB, names ...string) (list []vm.Offer) {
	t.Helper()
	for _, name := range names {
		pack, err := scenario.Load(scenarios.FS, name)
		sc, err := scenario.Check(pack, err)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, vm.Offer{Name: name, SC: sc})
	}
	return list
}

// stage shows a scene.
func stage(t testing.TB, s scene, offer vm.Offer, company sim.CompanyID, lang string, size image.Point, device float64) *App {
	t.Helper()
	o := Options{Lang: lang, Offers: []vm.Offer{offer}, Seed: 2}
	if s.begin {
		o.Start = &vm.Setup{Name: offer.Name, Scenario: offer.SC, Company: company, Seed: 2,
			Keeper: vm.Keeper{File: "/a/long/name/of/a/folder/for/data/entangle/" + offer.Name + "-company-20260101-120000.jsonl"}}
	}
	a, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	a.Resize(size, device)
	frame(a)
	s.go_(a)
	frame(a)
	return a
}

// draw draws a frame without a screen, where commands are only noted, and gives
// the texts in it.
func draw(a *App) []Ink {
	var list []Ink
	a.k.ink = &list
	frame(a)
	a.k.ink = nil
	return list
}

// frame draws a frame.
func frame(a *App) {
	im := ebiten.NewImage(a.size.X, a.size.Y)
	a.Draw(im)
	im.Deallocate()
	forgetDrawings()
}

var sizes = []struct {
	size   image.Point
	device float64
}{
	{image.Pt(LeastWidth, LeastHeight), 1}, {image.Pt(1280, 720), 1}, {image.Pt(1920, 1080), 1}, {image.Pt(2560, 1440), 2}, {image.Pt(3840, 2160), 2},
}

// All pages, in all scenarios, languages and all sizes: no widget lies outside
// its parent, no two lie over each other; every text lies within its widget, no
// two lie over each other, none is smaller than 13 units, and what is fixed is
// never cut.
func TestLayout(t *testing.T) {
	list := load(t, "quartet", "octet", "2025")
	for _, s := range scenes {
		for i, offer := range list {
			company := sim.CompanyID(3 - i)
			if offer.Name == "2025" {
				company = called(offer, "openai") // has no site of its own
			}
			for _, lang := range assets.Languages() {
				for _, z := range sizes {
					if testing.Short() && z.device > 1 && s.name != "later" {
						continue // as the smaller ones, in finer pixels
					}
					t.Run(fmt.Sprintf("%s/%s/%s/%d×%g", s.name, offer.Name, lang, z.size.X, z.device), func(t *testing.T) {
						a := stage(t, s, offer, company, lang, z.size, z.device)
						widgetsLieApart(t, a)
						textFits(t, a)
					})
				}
			}
		}
	}
}

// called is the company of a name.
func called(offer vm.Offer, name string) sim.CompanyID {
	for c := offer.SC.Companies(); c > 0; c-- {
		if offer.SC.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c)}) == name {
			return sim.CompanyID(c)
		}
	}
	return 0
}

func widgetsLieApart(t *testing.T, a *App) {
	apart(t, a.page.root, "page")
	for _, w := range a.windows {
		if !w.rect.In(image.Rectangle{Max: a.size}) {
			t.Errorf("a window at %v leaves the screen %v", w.rect, a.size)
		}
		apart(t, w.page.root, "window")
	}
}

// apart looks at a container and all below it.
func apart(t *testing.T, c *widget.Container, path string) {
	t.Helper()
	mine := c.GetWidget().Rect
	list := c.Children()
	for i, child := range list {
		r := child.GetWidget().Rect
		if !r.In(mine) {
			t.Errorf("%s: child %d at %v leaves its parent at %v", path, i, r, mine)
		}
		for j := range i {
			other := list[j].GetWidget().Rect
			if r.Overlaps(other) && r != other { // equal: one is the face of the other
				t.Errorf("%s: children %d and %d overlap: %v, %v", path, j, i, other, r)
			}
		}
		if inner, ok := child.(*widget.Container); ok {
			apart(t, inner, fmt.Sprintf("%s/%d", path, i))
		}
	}
}

// textFits looks at all that a frame writes.
func textFits(t *testing.T, a *App) {
	list, fixed, screen := draw(a), fixedTexts(a), image.Rectangle{Max: a.size}
	least := float64(a.k.px(small)) - 0.5
	if len(list) < 10 {
		t.Fatalf("%d texts are drawn", len(list))
	}
	slack := a.k.px(2)
	for i, x := range list {
		in := x.Within
		switch {
		case x.Box.Min.X < in.Min.X || x.Box.Max.X > in.Max.X+1 || !x.Box.In(screen):
			t.Errorf("%q at %v leaves its widget at %v", x.Text, x.Box, in)
		case x.Box.Min.Y < in.Min.Y-slack || x.Box.Max.Y > in.Max.Y+slack:
			t.Errorf("%q at %v is higher than its widget at %v", x.Text, x.Box, in)
		case x.Size < least:
			t.Errorf("%q is %v pixels high", x.Text, x.Size)
		case x.Text != x.Full && fixed[x.Full]:
			t.Errorf("%q is cut to %q", x.Full, x.Text)
		}
		for _, y := range list[:i] {
			if x.Layer == y.Layer && x.Box.Overlaps(y.Box) {
				t.Errorf("%q at %v lies over %q at %v", x.Text, x.Box, y.Text, y.Box)
			}
		}
	}
}

// The form of every kind and mode of order fits, in both languages.
func TestFormsFit(t *testing.T) {
	list := offers(t)
	for _, lang := range assets.Languages() {
		a := stage(t, scene{"form", true, weeks(5)}, list[1], 3, lang, plain, 1)
		for i, kind := range a.form.Kinds() {
			a.form.SetKind(i)
			modes := []int32{0}
			for _, f := range a.form.Fields() {
				for _, o := range f.Options {
					if f.ID == sim.FieldMode {
						modes = append(modes, o.ID)
					}
				}
			}
			for _, mode := range modes {
				if mode != 0 {
					a.form.Choose(sim.FieldMode, mode)
				}
				for _, number := range []string{"", "99999999"} {
					if number != "" {
						a.form.Type(sim.FieldQty, number)
					}
					a.rebuild()
					frame(a)
					t.Run(lang+"/"+kind.Name, func(t *testing.T) {
						widgetsLieApart(t, a)
						textFits(t, a)
					})
				}
			}
		}
	}
}

// fixedTexts are labels that must never be cut: those of the window, the names
// of figures and of the fields and kinds of orders.
func fixedTexts(a *App) map[string]bool {
	lex := a.lexicons[a.lang]
	list := map[string]bool{}
	for _, key := range lex.Keys() {
		group, rest, _ := strings.Cut(key, ".")
		label := group == "window" && len(lex.Placeholders(key)) == 0 || group == "metric" && !strings.Contains(rest, ".help") || group == "field"
		if label {
			text := lex.Text(key, nil)
			list[text] = true
			list[strings.ToUpper(text[:1])+text[1:]] = true
		}
	}
	return list
}
