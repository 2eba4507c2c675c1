package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// only demands that a folder holds just these names.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	if err != nil || strings.Join(found, " ") != strings.Join(names, " ") {
		t.Errorf("%v lie in the folder, not %v (%v)", found, names, err)
	}
}

func TestFilesAreWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.csv")
	write := func(text string, err error) error {
		return writeFile(name, func(w io.Writer) error {
			_, _ = io.WriteString(w, text)
			return err
		})
	}
	if err := write("first", nil); err != nil {
		t.Fatal(err)
	}
	err := write(strings.Repeat("second", 1<<16), errors.New("the pen is dry"))
	if text, _ := os.ReadFile(name); err == nil || string(text) != "first" || !strings.Contains(err.Error(), "cannot write "+name+": the pen is dry") {
		t.Errorf("after %v the file holds %.20q", err, text)
	}
	only(t, dir, "a.csv")
	if err := write("third", nil); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(name); string(text) != "third" {
		t.Errorf("the file holds %q", text)
	}
	only(t, dir, "a.csv")
}

func TestWriteFileFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	if err := os.WriteFile(target, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		return // not allowed here
	}
	err := writeFile(link, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err })
	info, _ := os.Lstat(link)
	if text, _ := os.ReadFile(target); err != nil || string(text) != "x" || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("%v: the target holds %q", err, text)
	}
	if info, _ = os.Stat(target); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("the target has the mode %o", info.Mode().Perm())
	}
}

func TestSeriesThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	cases := []struct {
		name, want string
		code       int
	}{
		{filepath.Join(dir, "no", "series.csv"), "no such file or directory", exitFailed},
		{filepath.Join(file(t, "plain", ""), "series.csv"), "not a directory", exitFailed},
		{dir, "it is a folder", exitWrong},
		{"/dev/full", "no space left on device", exitFailed},
	}
	for _, c := range cases {
		if _, err := os.Stat("/dev/full"); err != nil && c.name == "/dev/full" {
			continue // only some systems have one
		}
		r := try("run", "quartet", "--series", c.name)
		if r.code != c.code || !strings.Contains(r.err, c.want) || !strings.Contains(r.err, "cannot write "+c.name) || r.out != "" {
			t.Errorf("%s ends with %d, prints %q and says %s", c.name, r.code, r.out, r.err)
		}
	}
	only(t, dir)
}

func TestFoldersAreWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "pack")
	err := writeFolder(name, func(temp string) error {
		_ = os.WriteFile(filepath.Join(temp, "half"), nil, 0o666)
		return errors.New("the pen is dry")
	})
	if err == nil || !strings.Contains(err.Error(), "the pen is dry") {
		t.Error(err)
	}
	only(t, dir)
	if err := os.Mkdir(name, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := writeFolder(name, func(temp string) error { return os.WriteFile(filepath.Join(temp, "all"), nil, 0o666) }); err != nil {
		t.Fatal(err)
	}
	only(t, dir, "pack")
	only(t, name, "all")
	if err := writeFolder(name, func(string) error { return nil }); codeOf(err) != exitWrong {
		t.Errorf("a folder that holds something: %v", err)
	}
	only(t, name, "all")
}
