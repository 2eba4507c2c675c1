// Command entangle plays, studies and checks scenarios of the engine.
//
// Start with main.go: it builds the tree of commands, runs it and turns the
// error into an exit code (exit.go: 0 done, 1 failed, 2 wrong input, 130
// interrupted). A command is a file: run.go, orders.go, scenario.go, list.go,
// version.go, credits.go. What they share: app.go (where to read and write, and
// how a scenario is named), names.go (unknown names list the known ones),
// write.go (files are written whole or not at all), table.go (columns that also
// fit Chinese).
//
// Data goes to standard output, talk to standard error.
package main
