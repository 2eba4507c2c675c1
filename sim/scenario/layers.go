package scenario

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"entangle/sim/near"
)

// extendsKey names the parent of a file.
const extendsKey = "extends"

// formatKey holds the version of the format.
const formatKey = "format"

// maxLevels bounds the files of one chain of parents, the main file included.
const maxLevels = 8

// chain reads the main file and its parents.
func (l *loader) chain(name, file string) {
	src, err := readSource(l.folder, file, l.show(file))
	if err != nil {
		l.noMain(name, file, err)
		l.layers = append(l.layers, nil)
		return
	}
	seen := []string{}
	for src != nil {
		seen = append(seen, src.file)
		n, parent := l.layer(src)
		l.layers, l.files = append(l.layers, n), append(l.files, src.name)
		if parent == nil {
			break
		}
		if src = l.parent(src, parent, seen); src == nil {
			l.layers = append(l.layers, nil)
		}
	}
	slices.Reverse(l.layers)
	slices.Reverse(l.files)
}

// noMain tells why a pack cannot even begin to be read.
func (l *loader) noMain(name, file string, err error) {
	if file != MainFile || name == l.show(file) || err.Error() != readable(fs.ErrNotExist).Error() {
		l.file(l.show(file), err.Error(), "")
		return
	}
	help := "a pack is a folder with a file " + MainFile
	if others := l.neighbours("."); len(others) > 0 {
		help += "; here are " + strings.Join(others[:min(len(others), 5)], ", ")
	}
	l.file(name, "has no file "+MainFile, help)
}

// layer parses a file and takes the key extends out of its tree.
func (l *loader) layer(src *source) (n, parent *node) {
	if n = src.parse(&l.report); n == nil {
		return nil, nil
	}
	rest := *n
	rest.keys = slices.DeleteFunc(slices.Clone(n.keys), func(e entry) bool { return e.key == extendsKey })
	if e, ok := n.get(extendsKey); ok {
		parent = e.value
	}
	if e, ok := n.get(formatKey); ok && decimal.MatchString(e.value.text) && e.value.text != strconv.Itoa(FormatVersion) {
		l.grave = true
		l.at(e.value.at, formatKey, fmt.Sprintf("the file has format %s, this program reads format %d", e.value.text, FormatVersion), "")
		return nil, parent
	}
	return &rest, parent
}

// parent opens the file that another one extends.
func (l *loader) parent(child *source, named *node, seen []string) *source {
	refuse := func(message, help string) *source {
		l.grave = true
		l.at(named.at, extendsKey, message, help)
		return nil
	}
	if named.form != scalar || named.null || named.text == "" {
		return refuse("must be the name of one file", "write extends: base.yaml")
	}
	file := path.Join(path.Dir(child.file), named.text)
	switch {
	case strings.HasPrefix(named.text, "/") || strings.Contains(named.text, "\\") || !fs.ValidPath(file):
		return refuse(fmt.Sprintf("%s leads out of the pack's folder", quote(named.text)), "name a file of the same pack, with / between folders")
	case slices.Contains(seen, file):
		return refuse(fmt.Sprintf("%s extends itself: %s", quote(seen[slices.Index(seen, file)]), strings.Join(append(seen[slices.Index(seen, file):], file), " -> ")), "the lowest file has no extends")
	case len(seen) >= maxLevels:
		return refuse(fmt.Sprintf("a chain of files that extend each other has at most %d", maxLevels), "merge some of them")
	case !isYAML(file):
		return refuse(fmt.Sprintf("%s is not a .yaml file", quote(named.text)), cmp.Or(l.nearFile(file+".yaml"), l.nearFile(file), extendsHelp))
	}
	src, err := readSource(l.folder, file, l.show(file))
	if err != nil {
		return refuse(fmt.Sprintf("%s %v", quote(named.text), err), cmp.Or(l.nearFile(file), extendsHelp))
	}
	return src
}

// extendsHelp is for those who name a shipped scenario.
const extendsHelp = "extends takes a .yaml file of the same pack; to change a shipped scenario lay a file over it with --with, or copy it with `entangle scenario export`"

// nearFile suggests a file that exists in place of one that does not.
func (l *loader) nearFile(file string) string {
	others := l.neighbours(path.Dir(file))
	if guess := near.Best(path.Base(file), others); guess != "" && guess != path.Base(file) {
		return fmt.Sprintf("did you mean %q?", path.Join(path.Dir(file), guess))
	}
	return ""
}

// neighbours lists the .yaml files of a folder of the pack.
func (l *loader) neighbours(dir string) []string {
	entries, err := fs.ReadDir(l.folder, dir)
	if err != nil {
		return nil // the folder may be what does not exist
	}
	var out []string
	for _, e := range entries {
		if isYAML(e.Name()) {
			out = append(out, e.Name())
		}
	}
	return out
}

// overlay reads a file that is laid over the pack.
func (l *loader) overlay(o Overlay) {
	name := o.Name
	if name == "" {
		name = o.File
	}
	src, err := readSource(o.FS, o.File, name)
	if err != nil {
		l.file(name, err.Error(), "")
		l.layers = append(l.layers, nil)
		return
	}
	n, parent := l.layer(src)
	if parent != nil {
		l.at(parent.at, extendsKey, "an overlay has no parent: it is laid over the pack that is loaded", "delete the key")
	}
	l.layers, l.files = append(l.layers, n), append(l.files, name)
}
