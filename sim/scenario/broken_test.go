package scenario

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var update = flag.Bool("update", false, "write the want.txt files anew; read each before you commit it")

// packFS is a folder of testdata/broken as a file system. Every pack can extend
// base.yaml; its files over1.yaml, over2.yaml, ... are laid over it.
func packFS(t testing.TB, dir string) (fstest.MapFS, []Overlay) {
	t.Helper()
	out := fstest.MapFS{"base.yaml": &fstest.MapFile{Data: read(t, "testdata/base.yaml")}}
	var overlays []Overlay
	names, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names { // sorted by Glob
		base := filepath.Base(name)
		out[base] = &fstest.MapFile{Data: read(t, name)}
		if strings.HasPrefix(base, "over") {
			overlays = append(overlays, Overlay{FS: out, File: base})
		}
	}
	return out, overlays
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestBroken holds the texts that people see to the letter.
func TestBroken(t *testing.T) {
	dirs, err := fs.ReadDir(os.DirFS("testdata/broken"), ".")
	if err != nil || len(dirs) < 40 {
		t.Fatalf("the corpus has %d packs (%v), at least 40 are needed", len(dirs), err)
	}
	for _, dir := range dirs {
		t.Run(dir.Name(), func(t *testing.T) {
			fsys, overlays := packFS(t, "testdata/broken/"+dir.Name())
			began := time.Now()
			_, err := Check(Load(fsys, ".", overlays...))
			if took := time.Since(began); took > time.Second {
				t.Errorf("took %v", took)
			}
			var ds Diagnostics
			if !errors.As(err, &ds) || len(ds) == 0 {
				t.Fatalf("error is %v, want Diagnostics", err)
			}
			golden(t, "testdata/broken/"+dir.Name()+"/want.txt", ds.Error()+"\n")
			checkPlaces(t, fsys, ds)
		})
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(read(t, file)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// checkPlaces demands that each place lies within its file.
func checkPlaces(t *testing.T, fsys fs.FS, ds Diagnostics) {
	t.Helper()
	for _, d := range ds {
		if d.Line == 0 {
			continue
		}
		data, err := fs.ReadFile(fsys, d.File)
		if err != nil {
			t.Errorf("%v: %v", d, err)
			continue
		}
		lines := splitLines(data)
		if d.Line > len(lines) || d.Col < 1 || d.EndCol <= d.Col || d.Col > len([]rune(lines[d.Line-1]))+1 {
			t.Errorf("%d:%d-%d lies outside of the file: %v", d.Line, d.Col, d.EndCol, d)
		}
	}
}
