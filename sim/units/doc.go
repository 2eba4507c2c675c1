// Package units holds the exact quantities of the simulation and everything
// that reads, writes and divides them. Money, power, chips and shares are
// integers in a fixed base unit, so sums do not depend on their order and the
// same inputs give the same bits on every machine.
//
// Where to start:
//
//   - types.go: the quantities and what one of each means
//   - muldiv.go: products and quotients that cannot overflow on the way
//   - split.go: dividing a whole into parts that add up to it
//   - date.go: calendar days without a clock or time zone
//   - kind.go: the unit tags of scenario files, one row each
//   - parse.go and format.go: scenario text to base units and back, exactly
//   - people.go: short forms for a reader, three significant digits
package units
