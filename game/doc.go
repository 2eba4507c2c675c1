// Package game is the window: the only place that knows Ebitengine's loop.
//
// Start with run.go, which opens it, and loop.go, which passes input to package
// ui and frames to the screen, and draws nothing while nothing changes. What is
// seen is package game/ui's matter, what it means game/vm's.
package game
