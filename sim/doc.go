// Package sim is the world: companies that fight over compute, power, talent,
// customers and money while bound to each other by contracts, one week at a time.
//
// Start reading at week.go: Phases is the week on one page, and each phase is a
// file (phase_*.go). What the phases move are the rows in rows.go and
// contract.go; what may change them are the orders (order.go for the mechanism,
// order_*.go for a kind each) and the clauses of contracts (clause.go and
// clause_*.go). Money moves only through ledger.go, and everything that
// happened is an Event (event.go).
//
// The week came from compute and power, and what came later hangs on them in parts of
// their own, each with files named after it (setup_*.go, rows_*.go, phase_*.go,
// metric_*.go, audit_*.go, view_*.go). A scenario that is silent about a part plays
// without it. Where to start:
//
//   - talent: phase_talent.go (who quits, who is hired, what it costs), crew.go (old
//     hands and newcomers), talent_know.go and knowhow.go (what people know, and how it
//     moves with them); named people: phase_stars.go, stars_worth.go (how a person
//     weighs places), stars_answer.go
//   - models: phase_models.go (runs), outcome_models.go (what a run brings),
//     release_models.go (offers, boards, drawers)
//   - customers: phase_customers.go, then customers_choose.go, customers_price.go and
//     customers_trust.go; new businesses: phase_ventures.go, ventures_launch.go
//   - capital: phase_capital.go, valuation.go (what investors pay), loans.go,
//     insolvency.go
//   - organisation: phase_organisation.go, form.go (what a form does), attention.go and
//     waiting.go (what an order costs, and how long it waits)
//
// The life of a scenario: a Setup (setup.go) holds names and sourced figures as
// an author wrote them; Compile turns it into an immutable Scenario; New makes a
// World for it, Reset draws the figures that have ranges, and Step, the only
// writer, plays a week. People and strategies look through a View (view.go);
// outputs read Metrics (metric.go), each of which can say why it has its value.
// Audit (audit.go) holds the laws; layout.go gives clone, hash and diff from one
// table of fields.
//
// This is a tick package: the same bits on every machine. No map iteration, no
// clock, no goroutine, no mutable package state; every float product is written
// float64(a*b) so that no compiler fuses it with a sum; the steady state
// allocates nothing. The house test at the root of the module enforces this.
package sim
