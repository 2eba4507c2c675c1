// as: sim/doc.go

// Package sim is the world.
//
// Start with week.go.
package sim
