// Package scenarios holds the shipped scenarios as embedded folders, one each.
// Start with quartet/scenario.yaml: its comments explain the file format.
//
// Beside a scenario stands golden.json, the record of how a few of its runs end
// (golden_test.go). It belongs to the tests: it is not in FS, so that nobody who
// exports a scenario to change it takes the record along.
package scenarios

import "embed"

// FS holds a folder per shipped scenario.
//
//go:embed quartet/scenario.yaml quartet/orders octet/scenario.yaml octet/orders
//go:embed 2025/scenario.yaml 2025/facts 2025/orders
var FS embed.FS
