// as: sim/doc.go

// Package sim is the world.
package sim // want "at least 2 lines"
