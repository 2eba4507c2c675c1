package ui

import (
	_ "unsafe" // for go:linkname
)

// undrawn are the drawings that the graphics library puts off until its main loop
// runs. In these tests it never does: kept, they grow to gigabytes.
//
//go:linkname undrawn github.com/hajimehoshi/ebiten/v2/internal/atlas.deferred
var undrawn []func()

// forgetDrawings lets go of all that would be drawn.
func forgetDrawings() { clear(undrawn); undrawn = undrawn[:0] }
