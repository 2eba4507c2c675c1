// Package session runs one game: a world, who decides for each company, and who
// looks on. Start with session.go: Advance is the one loop behind the window,
// `run`, Monte Carlo and agents.
package session
