// Package ui draws the window: ebitenui's widgets for focus, clicks and layers,
// laid out and painted by our own small kit so that text is never cut by
// accident, overlapping or blurred.
//
// Start with app.go: App shows one page at a time (choose_page.go, play_page.go,
// closing_page.go) from the view-models of package vm, and rebuilds it when the
// language, the size or the form changes. panel_*.go are the parts of the page
// of a game, tabs.go and screen.go what lies behind tabs, facts.go and table.go the
// parts of these; kit.go, ink.go, mesh.go, flex.go and leaf.go are the kit; button.go,
// field.go, popup.go and tip.go the controls.
//
// Widgets pull what they show: a page built once goes on showing the week that
// is. All text is drawn by ink.go, which can record it for the tests of layout.
package ui
