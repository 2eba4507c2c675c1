package main

import "entangle/sim/backtest"

// The files of a back-test.
const pointsFile = "points.csv"

var backTestFiles = []string{pointsFile}

// write writes the files of a back-test into a folder.
func (b *backTest) write(dir string, r *backtest.Result) error {
	return fileIn(b.create, dir, pointsFile, r.WritePoints)
}
