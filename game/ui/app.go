package ui

import (
	"fmt"
	"image"
	"math"
	"sync"

	"entangle/assets"
	"entangle/game/vm"
	"entangle/sim"
	"github.com/ebitenui/ebitenui"
	"github.com/hajimehoshi/ebiten/v2"
)

// Options are what a window begins with.
type Options struct {
	Lang   string // en or zh
	Offers []vm.Offer
	At     int                                      // the scenario to offer first
	Seed   uint64                                   // of a new game
	Start  *vm.Setup                                // a game to begin with at once; nil: the chooser
	Keep   func(scenario, company string) vm.Keeper // where a new game is kept
	Last   *vm.Setup                                // the last game left, to go on with from the chooser; or nil
	Hint   bool                                     // show the hint for the first minute
}

// App is all that the window shows and answers to, without the window. It
// belongs to the goroutine that draws.
type App struct {
	k       *kit
	ui      *ebitenui.UI
	page    *page
	windows []opened
	options Options

	size   image.Point // in pixels
	device float64     // pixels of the screen in one of the system's
	zoom   int         // index in zooms

	lexicons map[string]*assets.Lexicon
	lang     string
	chooser  *vm.Chooser
	play     *vm.Play
	form     *vm.Form
	kept     bool // the game has been written once
	closed   bool // the closing page has been shown and left

	tab     vm.Tab
	looked  map[vm.Tab]int32 // what the player looks at on a tab
	turned  map[vm.Tab]int   // the page of a screen that does not fit on one
	pages   int              // of the screen
	scrolls map[string]int   // how far tables are scrolled
	tables  []*table         // of the page
	roster  *roster          // the list of companies of the page
	shape   shape            // of the screen that the page was built for
	chart   int              // the metric of the chart
	picked  sim.CompanyID    // the company looked at
	sites   *sitemap         // the map of the page
	marked  sim.SiteID       // on the map, by keys; 0 none
	scroll  int              // lines that the feed is scrolled back
	seen    snapshot
	cursor  image.Point
	rested  int
	tip     []vm.TipLine
	tipAt   image.Point
	frames  int  // still to be drawn
	stale   bool // the page has to be built anew
	version int  // of the play, when last drawn
	quit    bool
}

// zooms are the sizes of text that can be chosen, over the size of the system.
var zooms = []float64{1, 1.1, 1.25, 1.4, 1.6, 1.8, 2}

// The least room for a page, in units: text never gets so large that a page has
// less, and the window never so small.
const (
	LeastWidth  = 1200
	LeastHeight = 700
)

// readWords reads the words of all languages, once.
var readWords = sync.OnceValues(func() (map[string]*assets.Lexicon, error) {
	list := map[string]*assets.Lexicon{}
	for _, lang := range assets.Languages() {
		lex, err := assets.Words(lang)
		if err != nil {
			return nil, err
		}
		list[lang] = lex
	}
	return list, nil
})

// New makes the window's inside. The error is one of the fonts or the words,
// which are part of the program.
func New(o Options) (*App, error) {
	k, err := newKit()
	if err != nil {
		return nil, err
	}
	a := &App{k: k, ui: &ebitenui.UI{}, options: o, lang: o.Lang, device: 1, chart: -1,
		looked: map[vm.Tab]int32{}, turned: map[vm.Tab]int{}, scrolls: map[string]int{}}
	if a.lexicons, err = readWords(); err != nil {
		return nil, err
	}
	if a.lexicons[a.lang] == nil {
		return nil, fmt.Errorf("no words for language %q", a.lang)
	}
	a.size = image.Pt(1280, 720)
	if o.Start != nil {
		a.begin(*o.Start)
	} else {
		a.choose()
	}
	return a, nil
}

// choose goes to the chooser.
func (a *App) choose() {
	a.play, a.form, a.closed = nil, nil, false
	a.chooser = vm.NewChooser(a.lexicons[a.lang], a.options.Offers, a.options.Seed)
	a.chooser.Choose(a.options.At)
	a.rebuild()
}

// begin starts a game.
func (a *App) begin(s vm.Setup) {
	a.play = vm.NewPlay(vm.Words{Lex: a.lexicons[a.lang], SC: s.Scenario}, s)
	a.form = a.play.NewForm()
	a.picked, a.scroll, a.closed, a.marked = a.play.Me, 0, false, 0
	a.kept = false
	clear(a.looked)
	if a.play.Rests(a.tab) {
		a.tab = vm.TabPower
	}
	a.chart = a.play.ChartOf(a.tab)
	a.rebuild()
}

// Resize tells the size of the screen in pixels, and how many of them the system
// counts as one.
func (a *App) Resize(size image.Point, device float64) {
	if size == a.size && device == a.device && a.page != nil {
		return
	}
	a.size, a.device = size, device
	a.rebuild()
}

// scale is the pixels of a unit: as the system and the user want, but so that a
// page has the room it needs.
func (a *App) scale() float64 {
	most := math.Min(float64(a.size.X)/LeastWidth, float64(a.size.Y)/LeastHeight)
	return math.Max(0.5, math.Min(a.device*zooms[a.zoom], most))
}

// rebuild has the page made anew before it is drawn next.
func (a *App) rebuild() {
	a.stale = true
	a.touch()
}

// touch has the next frames drawn: one for the change, two for what follows from
// the layout it brings.
func (a *App) touch() { a.frames = 3 }

// build makes the page that is to be seen. Lists close; the focus stays where it
// was if the control is still there.
func (a *App) build() {
	a.stale, a.tip, a.tables, a.roster = false, nil, nil, nil
	focus := ""
	if a.page != nil {
		focus = a.page.focused()
	}
	for a.closeWindow() {
	}
	a.k.rescale(a.scale())
	a.page = a.k.newPage()
	switch {
	case a.play == nil:
		a.buildChooser(a.page)
	case a.play.Over() && !a.closed:
		a.buildClosing(a.page)
	default:
		a.buildPlay(a.page)
	}
	a.ui.ClearFocus()
	a.ui.Container = a.page.root
	if f := a.page.focus(focus); focus != "" && f != nil {
		f.Focus(true)
	}
	if a.options.Hint && a.play != nil && !a.play.Over() {
		a.options.Hint = false
		a.openHint()
	}
}

// Draw draws the page, the windows over it and the tooltip.
func (a *App) Draw(dst *ebiten.Image) {
	if a.stale || a.page == nil {
		a.build()
	}
	a.ui.PostRenderHook = a.veilWindows
	a.ui.Draw(dst)
	a.k.layer = 0
	a.drawTip(dst)
	if a.frames > 0 {
		a.frames--
	}
}

// Dirty tells whether anything has changed since the last frame.
func (a *App) Dirty() bool { return a.frames > 0 || a.stale }

// Done tells whether the user has left.
func (a *App) Done() bool { return a.quit }

// Play is the game that is on; nil while one is chosen.
func (a *App) Play() *vm.Play { return a.play }

// Keep saves the game at once; it is saved every week anyway.
func (a *App) Keep() error {
	if a.play == nil {
		return nil
	}
	a.play.Keep()
	return a.play.Saved
}

// words tells things in the language chosen.
func (a *App) words() vm.Words {
	if a.play != nil {
		return a.play.Words
	}
	return a.chooser.Words()
}

// t is a word of the window.
func (a *App) t(key string, args ...string) string { return a.words().T(key, args...) }

// switchLanguage turns to the other language.
func (a *App) switchLanguage() {
	list := assets.Languages()
	for i, lang := range list {
		if lang == a.lang {
			a.lang = list[(i+1)%len(list)]
			break
		}
	}
	lex := a.lexicons[a.lang]
	if a.play != nil {
		a.play.Lex = lex
	}
	if a.chooser != nil {
		a.chooser.Lex = lex
	}
	a.seen.valid = false
	a.rebuild()
}

// resize makes text larger (+1) or smaller (-1).
func (a *App) resize(by int) {
	a.zoom = min(max(a.zoom+by, 0), len(zooms)-1)
	if a.scale() != a.k.s {
		a.rebuild()
	} else {
		a.zoom -= by // the window is too small for more
		a.zoom = min(max(a.zoom, 0), len(zooms)-1)
	}
}
