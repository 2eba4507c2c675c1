// Package near guesses which known name a misspelt one means. Everything that
// answers a wrong name with the right one asks it; start with Best.
package near
