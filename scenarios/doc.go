// Package scenarios holds the shipped scenarios as embedded folders, one each.
// Start with quartet/scenario.yaml: its comments explain the file format.
package scenarios

import "embed"

// FS holds a folder per shipped scenario.
//
//go:embed all:quartet
var FS embed.FS
