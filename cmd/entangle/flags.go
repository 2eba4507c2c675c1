package main

import (
	"errors"
	"fmt"
	"strings"

	"entangle/sim/near"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// whole is the annotation of a flag that takes a whole number: its bounds.
const whole = "whole"

// bounded notes the bounds of a flag that takes a whole number, for messages.
func bounded(cmd *cobra.Command, name string, low, high uint64) {
	err := cmd.Flags().SetAnnotation(name, whole, []string{fmt.Sprintf("a whole number from %d to %d", low, high)})
	if err != nil {
		panic(err) // the flag is declared two lines above
	}
}

// outOfBounds says what a flag that takes a whole number may be.
func outOfBounds(f *pflag.Flag, value string) error {
	return wrongf("--%s %s: %s", f.Name, value, strings.Join(f.Annotations[whole], ""))
}

// flagError says what is wrong with a flag, and which one is meant perhaps.
func flagError(cmd *cobra.Command, err error) error {
	see := "see " + cmd.CommandPath() + " --help"
	var value *pflag.InvalidValueError
	if errors.As(err, &value) && value.GetFlag().Annotations[whole] != nil {
		if value.GetValue() == "" {
			return emptyError(value.GetFlag())
		}
		return outOfBounds(value.GetFlag(), value.GetValue())
	}
	var missing *pflag.NotExistError
	if !errors.As(err, &missing) {
		return wrongf("%w; %s", err, see)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if best := near.Best(missing.GetSpecifiedName(), names); best != "" && missing.GetSpecifiedShortnames() == "" {
		return wrongf("%w: did you mean --%s? %s", err, best, see)
	}
	return wrongf("%w (known: --%s)", err, strings.Join(names, ", --"))
}

// emptyFlag refuses flags that are given an empty text, as by a script whose
// variable holds nothing; without the flag the meaning would be another.
func emptyFlag(cmd *cobra.Command) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		texts := []string{f.Value.String()}
		if list, ok := f.Value.(pflag.SliceValue); ok {
			texts = list.GetSlice()
		}
		for _, text := range texts {
			if err == nil && strings.TrimSpace(text) == "" {
				err = emptyError(f)
			}
		}
	})
	return err
}

func emptyError(f *pflag.Flag) error {
	return wrongf("--%s is empty: give it a value, or leave it out", f.Name)
}
