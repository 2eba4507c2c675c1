// Package chart draws a series over time as a PNG: bands of quantiles, their
// median, and marks for facts. Start with chart.go; axis.go finds round numbers and
// dates, ink.go fills shapes and sets text. It knows dates and numbers, and nothing
// of the world they come from. Equal charts give equal bytes.
package chart
