package game

import (
	"context"
	"image"
	"math"

	"entangle/game/ui"
	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// Loop is the game as Ebitengine runs it.
type Loop struct {
	ctx    context.Context
	app    *ui.App
	opened bool // a tick has passed: there is a window
	drawn  int  // frames drawn
	passed int  // frames passed over, as nothing had changed
	size   image.Point
	device float64
	input  ui.Input
}

// NewLoop makes the loop; Run opens a window for it.
func NewLoop(ctx context.Context, o ui.Options) (*Loop, error) {
	app, err := ui.New(o)
	if err != nil {
		return nil, err
	}
	return &Loop{ctx: ctx, app: app, device: 1}, nil
}

// App is what the window shows.
func (l *Loop) App() *ui.App { return l.app }

// Frames is how many frames were drawn, and how many passed over.
func (l *Loop) Frames() (drawn, passed int) { return l.drawn, l.passed }

// Update implements ebiten.Game.
func (l *Loop) Update() error {
	l.opened = true
	if l.ctx.Err() != nil || l.app.Done() {
		return ebiten.Termination
	}
	l.read()
	l.app.Update(l.input)
	return nil
}

// read gathers what the user did.
func (l *Loop) read() {
	in := &l.input
	x, y := ebiten.CursorPosition()
	in.Cursor = image.Pt(x, y)
	in.Keys, in.Chars = in.Keys[:0], ebiten.AppendInputChars(in.Chars[:0])
	held := inpututil.AppendPressedKeys(nil)
	for _, key := range held {
		if d := inpututil.KeyPressDuration(key); d == 1 || repeats(key) && d > 30 && d%4 == 0 {
			in.Keys = append(in.Keys, key)
		}
	}
	in.Pressed = inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)
	_, in.Wheel = ebiten.Wheel()
	in.Busy = len(held) > 0 || in.Wheel != 0 || len(in.Chars) > 0 || ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft) ||
		inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) || len(inpututil.AppendJustReleasedKeys(nil)) > 0
}

// repeats tells whether a key goes on working while it is held.
func repeats(key ebiten.Key) bool {
	return key == ebiten.KeyBackspace || key == ebiten.KeyDelete || key == ebiten.KeyLeft || key == ebiten.KeyRight
}

// Draw implements ebiten.Game. The screen keeps its last frame, so that nothing
// is drawn while nothing changes.
func (l *Loop) Draw(screen *ebiten.Image) {
	if !l.app.Dirty() {
		l.passed++
		return
	}
	l.drawn++
	l.app.Draw(screen)
}

// Layout implements ebiten.Game; LayoutF is used instead.
func (l *Loop) Layout(w, h int) (int, int) { return w, h }

// LayoutF implements ebiten.LayoutFer: a pixel of ours is a pixel of the screen,
// so that text is sharp at every scale of the system.
func (l *Loop) LayoutF(w, h float64) (float64, float64) {
	device := 1.0
	if m := ebiten.Monitor(); m != nil {
		device = m.DeviceScaleFactor()
	}
	w, h = math.Ceil(w*device), math.Ceil(h*device)
	l.app.Resize(image.Pt(int(w), int(h)), device)
	return w, h
}
