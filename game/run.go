package game

import (
	"context"
	"errors"
	"fmt"

	"entangle/game/ui"
	"github.com/hajimehoshi/ebiten/v2"
)

// NoWindow is the error of a machine on which no window can be opened: without a
// display, or without what draws on it.
type NoWindow struct{ Err error }

// Error implements error.
func (e *NoWindow) Error() string { return "cannot open a window: " + e.Err.Error() }

// Unwrap gives what the system said.
func (e *NoWindow) Unwrap() error { return e.Err }

// ErrInterrupted is returned when the context ended while the window was open.
// The game is kept by then.
var ErrInterrupted = errors.New("interrupted")

// Run opens the window and plays until it is closed or ctx ends. It must be
// called from the main goroutine. The errors are a *NoWindow, ErrInterrupted, one
// of keeping the last week, or one of fonts and words, which are part of the
// program.
func Run(ctx context.Context, o ui.Options) error {
	l, err := NewLoop(ctx, o)
	if err != nil {
		return err
	}
	ebiten.SetWindowTitle("Entangle")
	ebiten.SetWindowSize(1280, 720)
	ebiten.SetWindowSizeLimits(ui.LeastWidth, ui.LeastHeight, -1, -1)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetScreenClearedEveryFrame(false)
	err = ebiten.RunGame(l)
	switch {
	case err != nil && !l.opened:
		return &NoWindow{err}
	case err != nil:
		return fmt.Errorf("the window has failed: %w", err)
	}
	if err := l.app.Keep(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ErrInterrupted
	}
	return nil
}
