// Package vm holds what the window knows, without the window: view-models that
// tests can read. It draws nothing and imports no graphics.
//
// Start with play.go: Play is one company's game, week by week, kept in a file of
// orders (keep.go). What the screens show is reckoned from it: board.go the own
// figures and the others, sites.go the map, fleet.go the chips, feed.go the
// events, closing.go the end. tabs.go lists the tabs, screen.go says what a screen is made
// of, screen_*.go fill them. form.go is the form of an order, generated from the
// engine's specs, with its live verdict in verdict.go. clock.go turns ticks into
// weeks, stops.go says when a run stops by itself, why.go fills tooltips.
//
// A player sees own figures exactly and those of rivals as the engine's View
// estimates them. Nothing here looks past the View at a rival's books.
package vm
