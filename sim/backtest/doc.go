// Package backtest scores a scenario against what happened. Start with facts.go:
// Read takes a file of facts, a dated number a row. series.go is the table that
// says which metrics of the engine each series of facts means, in which unit;
// match.go brings the rows of a file to a scenario and says what the scenario has
// nothing for.
//
// gauge.go reads one run: a stock on its day, on the straight line between two
// weeks, a flow over its days. run.go plays many. quantile.go and crps.go judge a
// point, naive.go makes the two forecasts that a model has to beat, score.go a row
// a series; points.go and summary.go write files. docs/backtest.md explains the
// method to users.
package backtest
