//go:build !headless && !windows

package main

import (
	"os"

	"entangle/assets"
)

// systemLanguage is the language of the user's system.
func systemLanguage() string { return assets.DetectLanguage(os.Getenv) }
