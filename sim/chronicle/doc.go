// Package chronicle turns what the engine says in kinds and numbers into words:
// events, refusals, orders and figures, in the language of a lexicon.
//
// It knows words, not rules: which pattern of assets/words an event needs and
// what fills its gaps. A pattern may have variants for events that lack a part
// (event.quarter_closed.no_amount), so that adding one takes no code.
//
// Start with sentence.go (events) and refusal.go; line.go tells an order, args.go
// collects what patterns may mention, number.go and value.go write quantities
// for people, with thousands and millions in English, 万 and 亿 in Chinese.
package chronicle
