package scenario

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"sync"

	"entangle/sim"
)

// MainFile is the file of a folder that makes it a pack.
const MainFile = "scenario.yaml"

// FormatVersion is the version of the file format that this package reads.
const FormatVersion = 1

// Pack is a scenario as its files, merged, state it.
type Pack struct {
	Setup sim.Setup
	Files []string // that were merged, the lowest layer first

	root *node
	bad  map[string]bool // paths that could not be read
	hash func() string
}

// Hash is the hash of the content: equal for any split into files, order of keys and
// items, comments and notation. It is reckoned when somebody asks for the first time, of
// the Setup as it is then: a tenth of the time of loading, which a run has no use for.
func (p *Pack) Hash() string { return p.hash() }

// Overlay is a file laid over a pack.
type Overlay struct {
	FS   fs.FS
	File string // slash-separated path in FS
	Name string // shown in diagnostics; File if empty
}

// DiskOverlay is the overlay of a file on disk.
func DiskOverlay(file string) Overlay {
	return Overlay{FS: os.DirFS(filepath.Dir(file)), File: filepath.Base(file), Name: file}
}

// Load reads the pack in a folder of fsys, or a pack that is one .yaml file, and
// lays overlays over it. Files that the pack names are looked for in its folder
// only; for folders on disk, where links could lead out of it, use LoadDisk.
//
// The error is of type Diagnostics and holds all mistakes. The pack is then nil,
// unless the files could be read well enough to check the meaning of the rest:
// see Check.
func Load(fsys fs.FS, dir string, overlays ...Overlay) (*Pack, error) {
	l := loader{}
	dir = path.Clean(dir)
	info, err := fs.Stat(fsys, dir)
	if err != nil {
		l.file(dir, readable(err).Error(), "")
		return nil, l.list
	}
	folder, file := dir, MainFile
	if !info.IsDir() {
		folder, file = path.Split(dir)
		folder = path.Clean(folder)
	}
	if l.folder, err = fs.Sub(fsys, folder); err != nil {
		l.file(dir, readable(err).Error(), "")
		return nil, l.list
	}
	l.show = func(file string) string { return path.Join(folder, file) }
	return l.load(dir, file, overlays)
}

// LoadDisk is Load for a folder or file on disk. Links that lead out of the
// pack's folder are refused. Overlays are named by their paths.
func LoadDisk(name string, overlays ...string) (*Pack, error) {
	l := loader{}
	info, err := os.Stat(name)
	if err != nil {
		l.file(name, readable(err).Error(), "")
		return nil, l.list
	}
	folder, file := name, MainFile
	if !info.IsDir() {
		folder, file = filepath.Dir(name), filepath.Base(name)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		l.file(name, readable(err).Error(), "")
		return nil, l.list
	}
	defer root.Close()
	l.folder = root.FS()
	l.show = func(file string) string { return filepath.Join(folder, filepath.FromSlash(file)) }
	over := make([]Overlay, len(overlays))
	for i, file := range overlays {
		over[i] = DiskOverlay(file)
	}
	return l.load(name, file, over)
}

// loader reads one pack.
type loader struct {
	report
	folder fs.FS
	show   func(file string) string // a file of the folder, for people
	layers []*node                  // the lowest first; nil for one that cannot be read
	files  []string
}

// load reads the layers, merges them and decodes the result.
func (l *loader) load(name, file string, overlays []Overlay) (*Pack, error) {
	if file != MainFile && !isYAML(file) {
		l.file(name, "is neither a folder nor a .yaml file", "a pack is a folder with a file "+MainFile+", or one .yaml file")
		return nil, l.list
	}
	l.chain(name, file)
	for _, o := range overlays {
		l.overlay(o)
	}
	root := l.merged()
	if root == nil {
		return nil, l.list.sorted()
	}
	p := &Pack{Files: l.files, root: root, bad: map[string]bool{}}
	p.hash = sync.OnceValue(func() string { return hash(p.Setup) })
	d := decoder{report: &l.report, bad: p.bad}
	d.record(format, root, nil, reflect.ValueOf(&p.Setup).Elem())
	switch {
	case l.grave:
		return nil, l.list.sorted()
	case len(l.list) > 0:
		return p, l.list.sorted()
	}
	return p, nil
}

// merged lays all layers over each other. It returns nil if one is missing or
// of another format.
func (l *loader) merged() *node {
	for _, n := range l.layers {
		if n == nil {
			return nil
		}
	}
	root := l.layers[0]
	for _, n := range l.layers[1:] {
		root = merge(format, root, n)
	}
	return root
}

func isYAML(file string) bool {
	return strings.HasSuffix(file, ".yaml") || strings.HasSuffix(file, ".yml")
}
