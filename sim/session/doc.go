// Package session runs one game: a world, who decides for each company, and who
// looks on. Start with session.go: Advance is the one loop behind the window,
// `run`, Monte Carlo and agents. calendar.go brings weeks to months, report_*.go
// tells how a run went, orderfile_*.go reads and plays files of orders.
package session
