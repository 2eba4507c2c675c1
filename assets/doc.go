// Package assets holds what the program shows and the code does not say: the
// words in every language it speaks, embedded from the folder words.
//
// Start with words/en.yaml: groups of keys, each with the pattern of a sentence
// or a label. words.go finds the file of a language, pattern.go fills patterns,
// spacing.go sets Chinese text, language.go picks a language. The package
// imports nothing of the project; package chronicle knows which words an event
// needs.
package assets
