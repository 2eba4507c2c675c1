package house

import (
	"go/ast"
	"go/build"
	"go/token"
	"io"
	"path"
	"strings"
)

// tickImports lists what tick packages may import from outside the module and
// in which files. All else is out: clocks, environment, files, networks, locks
// and generators of random numbers make runs differ. In sim itself, packages
// that make text belong to start-up and diagnosis, never to a phase.
var tickImports = map[string][]string{
	"math":            {"*"},
	"math/bits":       {"*"},
	"cmp":             {"*"},
	"slices":          {"*"},
	"sort":            {"*"},
	"iter":            {"*"},
	"errors":          diagnosis,
	"fmt":             diagnosis,
	"strings":         diagnosis,
	"strconv":         diagnosis,
	"encoding/binary": {"sim/layout.go", "sim/hash*.go"},
	"reflect":         {"sim/layout.go", "sim/compile*.go", "sim/figure*.go", "sim/set*.go"},
	"unsafe":          {"sim/layout.go"},

	// rules.go hashes the source of the tick packages.
	"embed":      {"sim/rules.go"},
	"go/scanner": {"sim/rules.go"},
	"go/token":   {"sim/rules.go"},
	"hash/fnv":   {"sim/rules.go"},
	"io":         {"sim/rules.go"},
	"io/fs":      {"sim/rules.go"},

	"golang.org/x/exp/rand": {"sim/rng/*"},
}

// diagnosis are the files that may make text: what runs at start-up, and what
// a person or a test asks for.
var diagnosis = []string{
	"sim/units/*", "sim/near/*", "sim/rng/*", "sim/detmath/*", "sim/market/*", "sim/policy/*",
	"sim/audit*.go", "sim/compile*.go", "sim/figure*.go", "sim/layout.go",
	"sim/names*.go", "sim/problem*.go", "sim/scenario*.go", "sim/set*.go", "sim/rules.go",
}

// matches tells whether a file fits one of the patterns; "*" alone fits all.
func matches(patterns []string, file string) bool {
	for _, p := range patterns {
		if ok, _ := path.Match(p, file); ok || p == "*" {
			return true
		}
	}
	return false
}

// checkImports holds tick packages to the table above.
func checkImports(p *pkg, say complainer) {
	for _, f := range p.files {
		for name, spec := range f.imports() {
			where, known := tickImports[name]
			switch {
			case strings.HasPrefix(name, module+"/"):
			case !known:
				say(spec, "tick packages may not import %s", name)
			case !matches(where, f.path):
				say(spec, "%s may be imported only by %s", name, strings.Join(where, ", "))
			}
		}
	}
}

// checkConcurrency finds goroutines and everything made of channels.
func checkConcurrency(p *pkg, say complainer) {
	p.inspect(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.GoStmt:
			say(n, "no goroutine in a tick package")
		case *ast.SelectStmt:
			say(n, "no select in a tick package")
		case *ast.ChanType:
			say(n, "no channel in a tick package")
		case *ast.SendStmt:
			say(n, "no channel operation in a tick package")
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				say(n, "no channel operation in a tick package")
			}
		}
	})
}

// targets are platforms that between them meet every usual build constraint.
var targets = []build.Context{
	{GOOS: "linux", GOARCH: "amd64", Compiler: "gc"},
	{GOOS: "windows", GOARCH: "arm64", Compiler: "gc"},
	{GOOS: "js", GOARCH: "wasm", Compiler: "gc"},
}

// checkSource demands that every platform compiles the same Go: no build
// constraints by comment or by file name, no assembly, no linkname.
func checkSource(p *pkg, say complainer) {
	for _, f := range p.files {
		for _, ctx := range targets {
			ctx.OpenFile = func(string) (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader(string(f.text))), nil
			}
			if ok, err := ctx.MatchFile(path.Split(f.path)); !ok || err != nil {
				say(f.Name, "the file is not built for %s/%s; tick packages are the same everywhere", ctx.GOOS, ctx.GOARCH)
			}
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body == nil {
				say(fn, "%s has no body in Go", fn.Name.Name)
			}
		}
		for _, group := range f.Comments {
			for _, c := range group.List {
				if strings.HasPrefix(c.Text, "//go:linkname") {
					say(c, "linkname reaches past the import table")
				}
			}
		}
	}
}

// inspect visits every node of every file.
func (p *pkg) inspect(visit func(ast.Node)) {
	for _, f := range p.files {
		ast.Inspect(f.File, func(n ast.Node) bool {
			if n != nil {
				visit(n)
			}
			return true
		})
	}
}
