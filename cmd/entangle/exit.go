package main

import (
	"errors"
	"fmt"
)

// The exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitWrong       = 2
	exitInterrupted = 130
)

// exitError is an error with the code the program ends with. An error without
// one ends it with exitFailed.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// wrong marks an error as a mistake in what the user gave; nil stays nil.
func wrong(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{exitWrong, err}
}

// wrongf makes an error about a mistake in what the user gave.
func wrongf(format string, args ...any) error { return wrong(fmt.Errorf(format, args...)) }

// errInterrupted ends a command that the user stopped.
var errInterrupted error = &exitError{exitInterrupted, errors.New("interrupted: nothing was written")}

// codeOf is the exit code of an error.
func codeOf(err error) int {
	var e *exitError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		return e.code
	}
	return exitFailed
}
