package scenario

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// disk writes files into a new folder.
func disk(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoadDisk(t *testing.T) {
	base := string(read(t, "testdata/base.yaml"))
	dir := disk(t, map[string]string{
		"pack/scenario.yaml": justBase, "pack/base.yaml": base, "over.yaml": "companies: [{ id: smith, cash: $7 }]\n",
		"empty/readme.txt": "nothing", "wrong/scenario.yaml": "extends: base.yaml\n", "outside.yaml": base,
	})
	over := filepath.Join(dir, "over.yaml")
	p, err := LoadDisk(filepath.Join(dir, "pack"), over)
	if err != nil {
		t.Fatal(err)
	}
	if company(t, p, "smith").Cash.Value != 7 || p.Files[2] != over {
		t.Errorf("cash %v, files %v", company(t, p, "smith").Cash.Value, p.Files)
	}
	if file, line, _, _ := p.Locate("companies.smith.cash"); file != over || line != 1 {
		t.Errorf("cash is at %s:%d", file, line)
	}
	if _, err := LoadDisk(filepath.Join(dir, "pack", "base.yaml")); err != nil {
		t.Errorf("a single file as a pack: %v", err)
	}
	for name, want := range map[string]string{
		"nowhere":          "nowhere: error: does not exist",
		"empty":            "empty: error: has no file scenario.yaml",
		"empty/readme.txt": "readme.txt: error: is neither a folder nor a .yaml file",
		"wrong":            "wrong/scenario.yaml:1:10: error: extends: \"base.yaml\" does not exist",
	} {
		if _, err := LoadDisk(filepath.Join(dir, name)); !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
	if _, err := LoadDisk(filepath.Join(dir, "pack"), filepath.Join(dir, "none.yaml")); !strings.Contains(fmt.Sprint(err), "none.yaml: error: does not exist") {
		t.Errorf("a missing overlay: %v", err)
	}
}

func TestLinksOutOfThePackAreRefused(t *testing.T) {
	dir := disk(t, map[string]string{"pack/scenario.yaml": justBase, "outside/base.yaml": string(read(t, "testdata/base.yaml"))})
	link := filepath.Join(dir, "pack", "base.yaml")
	if err := os.Symlink(filepath.Join(dir, "outside", "base.yaml"), link); err != nil {
		t.Logf("this system has no links: %v", err)
		return
	}
	if _, err := LoadDisk(filepath.Join(dir, "pack")); !strings.Contains(fmt.Sprint(err), "\"base.yaml\" is a link that leads out of the pack's folder") {
		t.Errorf("error is %v", err)
	}
}

// failingFS fails in ways that disks do.
type failingFS struct {
	fstest.MapFS
	err error
}

func (f failingFS) Open(name string) (fs.File, error) {
	if name == MainFile {
		return nil, &fs.PathError{Op: "open", Path: "secret/" + name, Err: f.err}
	}
	return f.MapFS.Open(name)
}

func (f failingFS) Stat(name string) (fs.FileInfo, error) { return f.MapFS.Stat(name) }

func TestUnreadableFiles(t *testing.T) {
	files := fstest.MapFS{MainFile: {Data: []byte("x")}}
	for err, want := range map[error]string{
		fs.ErrPermission:           "scenario.yaml: error: may not be read by you",
		errors.New("disk on fire"): "scenario.yaml: error: cannot be read: disk on fire",
	} {
		if _, got := Load(failingFS{files, err}, "."); fmt.Sprint(got) != want {
			t.Errorf("error is %q, want %q", got, want)
		}
	}
	folder := fstest.MapFS{MainFile + "/x": {Data: []byte("x")}}
	if _, err := Load(folder, "."); !strings.Contains(fmt.Sprint(err), "is not a plain file") {
		t.Errorf("a folder of that name: %v", err)
	}
}
