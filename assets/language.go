package assets

import "strings"

// DetectLanguage picks a language from the environment, the way POSIX programs
// do: the first of LC_ALL, LC_MESSAGES and LANG that is set decides. Any Chinese
// locale gives zh, everything else en. Pass os.Getenv.
func DetectLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := strings.ToLower(env(name))
		if locale == "" {
			continue
		}
		language, _, _ := strings.Cut(strings.NewReplacer("-", "_", ".", "_", "@", "_").Replace(locale), "_")
		if language == "zh" {
			return "zh"
		}
		return "en"
	}
	return "en"
}
