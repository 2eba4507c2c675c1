package house

import (
	"bytes"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// outside returns an importer for all that these packages import from beyond
// the module.
func outside(pkgs []*pkg) (types.Importer, error) {
	var names []string
	for _, p := range pkgs {
		for _, f := range p.files {
			for name := range f.imports() {
				if name != "C" && name != "unsafe" && !strings.HasPrefix(name+"/", module+"/") {
					names = append(names, name)
				}
			}
		}
	}
	exports, err := exportData(names)
	return importer.ForCompiler(token.NewFileSet(), "gc", func(name string) (io.ReadCloser, error) {
		if exports[name] == "" {
			return nil, fmt.Errorf("no compiled form of %s", name)
		}
		return os.Open(exports[name])
	}), err
}

// exportData asks the go command, once, for the compiled form of packages and
// of all they stand on; the map goes from import path to file.
func exportData(names []string) (map[string]string, error) {
	if len(names) == 0 {
		return nil, nil
	}
	slices.Sort(names)
	args := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}"}, slices.Compact(names)...)
	cmd := exec.Command("go", args...)
	var talk bytes.Buffer
	cmd.Stderr = &talk
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list of what the tick packages import: %w\n%s", err, talk.Bytes())
	}
	exports := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if name, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			exports[name] = file
		}
	}
	return exports, nil
}
