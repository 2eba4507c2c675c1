//go:build !headless

package main

import (
	"os"
	"strings"

	"entangle/assets"
	"golang.org/x/sys/windows"
)

// systemLanguage is the language of the user's system: what the environment
// says, else what Windows is set to.
func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if os.Getenv(name) != "" {
			return assets.DetectLanguage(os.Getenv)
		}
	}
	list, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err == nil && len(list) > 0 && strings.HasPrefix(strings.ToLower(list[0]), "zh") {
		return "zh"
	}
	return "en"
}
