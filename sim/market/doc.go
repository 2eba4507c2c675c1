// Package market clears markets on plain slices of numbers. It knows no
// company and no good: the caller says who wants how much, and gets amounts in
// the same order. Amounts are exact integers; only the logit works in floats.
// Nothing is allocated for up to 128 participants.
//
// Where to start:
//
//   - ration.go: a seller shares scarce goods by weight at a fixed price
//   - uniform.go: sealed bids, one price for all who win
//   - logit.go: customers choose between sellers and buying from nobody
//   - parts.go: the integer proportions behind the first two
package market
