package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unread are folders that hold no text of the project: what git keeps and what
// .gitignore lists.
var unread = []string{".git", ".idea", ".vscode", "bin", "dist", "fuzz", "out"}

// unwanted are texts that would tie the repository to one machine or one place
// of downloads. They are put together from parts, so that this file is clean.
var unwanted = []struct {
	pattern *regexp.Regexp
	why     string
}{
	{regexp.MustCompile(`(?:^|[^\w.-])/(?:` + strings.Join([]string{"work", "farm", "root", "home", "Users"}, "|") + `)/`),
		"a path of one machine"},
	{anyHost("proxy golang org", "sum golang org", "registry npmjs org", "deb debian org",
		"files pythonhosted org", "registry yarnpkg com"), "a host of downloads"},
}

// anyHost matches host names given with blanks for dots.
func anyHost(hosts ...string) *regexp.Regexp {
	return regexp.MustCompile(strings.ReplaceAll(strings.Join(hosts, "|"), " ", `\.`))
}

// checkHygiene looks through one text, a line at a time.
func checkHygiene(path, text string) []violation {
	var out []violation
	n := 0
	for line := range strings.Lines(text) {
		n++
		for _, u := range unwanted {
			if found := u.pattern.FindString(line); found != "" {
				out = append(out, violation{path, n, u.why + ": " + strings.TrimSpace(found)})
			}
		}
	}
	return out
}

func TestHygiene(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(unread, filepath.ToSlash(name)):
			return filepath.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil || bytes.IndexByte(text[:min(len(text), 8000)], 0) >= 0 {
			return err
		}
		files++
		for _, v := range checkHygiene(filepath.ToSlash(name), string(text)) {
			t.Error(v)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 10 {
		t.Errorf("looked through %d text files; the walk must have missed the repository", files)
	}
}

// TestHygieneFixtures writes {/} for a slash and {.} for a dot in what must not
// stand in the repository.
func TestHygieneFixtures(t *testing.T) {
	list, err := readFixtures("hygiene")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		text := strings.NewReplacer("{/}", "/", "{.}", ".").Replace(f.text)
		f.compare(t, checkHygiene(f.path, text))
	}
	if len(list) < 2 {
		t.Errorf("%d fixtures; one that passes and one that does not are needed", len(list))
	}
}
