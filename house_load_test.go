package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// module is the import path of the repository's root.
const module = "entangle"

// pkg is one folder's non-test Go files, whatever their build constraints.
type pkg struct {
	dir    string // slash path from the root of the module
	fset   *token.FileSet
	files  []*source
	info   *types.Info // nil unless the package was type-checked
	types  *types.Package
	broken error // why type-checking failed
}

// source is one parsed file.
type source struct {
	path string // slash path from the root of the module
	text []byte
	*ast.File
}

type positioned interface{ Pos() token.Pos }

// violation is one line that breaks a rule.
type violation struct {
	path string
	line int
	msg  string
}

func (v violation) String() string { return fmt.Sprintf("%s:%d: %s", v.path, v.line, v.msg) }

// run collects a rule's complaints about a package, at most one per line.
func run(r rule, p *pkg) []violation {
	var out []violation
	seen := map[string]bool{}
	r.check(p, func(n positioned, format string, args ...any) {
		at := p.fset.Position(n.Pos())
		v := violation{at.Filename, at.Line, fmt.Sprintf(format, args...)}
		key := fmt.Sprint(v.path, ":", v.line)
		if !seen[key] {
			seen[key] = true
			out = append(out, v)
		}
	})
	return out
}

// loadModule parses the whole module once and type-checks the tick packages.
func loadModule(t *testing.T) []*pkg {
	t.Helper()
	tree, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

var parsed = sync.OnceValues(func() ([]*pkg, error) {
	tree, err := parseTree(token.NewFileSet())
	if err != nil {
		return nil, err
	}
	var tick []*pkg
	for _, p := range tree {
		if isTick(p.dir) {
			tick = append(tick, p)
		}
	}
	rest, err := outside(tick)
	if err == nil {
		typeCheck(rest, tick...)
	}
	return tree, err
})

// parseTree reads every folder that the go command would read.
func parseTree(fset *token.FileSet) ([]*pkg, error) {
	byDir := map[string]*pkg{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		base := d.Name()
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (base == "testdata" || base[0] == '.' || base[0] == '_'):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		file := filepath.ToSlash(name)
		p := byDir[path.Dir(file)]
		if p == nil {
			p = &pkg{dir: path.Dir(file), fset: fset}
			byDir[p.dir] = p
		}
		return p.add(file, text)
	})
	var tree []*pkg
	for _, p := range byDir {
		tree = append(tree, p)
	}
	slices.SortFunc(tree, func(a, b *pkg) int { return strings.Compare(a.dir, b.dir) })
	return tree, err
}

func (p *pkg) add(file string, text []byte) error {
	f, err := parser.ParseFile(p.fset, file, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	p.files = append(p.files, &source{file, text, f})
	return nil
}

// imports returns the import paths of a file with their specs.
func (s *source) imports() map[string]*ast.ImportSpec {
	out := map[string]*ast.ImportSpec{}
	for _, spec := range s.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		out[name] = spec
	}
	return out
}

// checker type-checks packages from source; what they import from outside the
// module comes compiled from the go command, so that a package in mid-change
// elsewhere in the module stops nobody.
type checker struct {
	own  map[string]*pkg // by import path
	rest types.Importer
}

// typeCheck fills info and types of each package, or broken. The packages may
// import one another; rest answers for everything outside the module.
func typeCheck(rest types.Importer, pkgs ...*pkg) {
	c := &checker{own: map[string]*pkg{}, rest: rest}
	for _, p := range pkgs {
		c.own[path.Join(module, p.dir)] = p
	}
	for _, p := range pkgs {
		c.load(p)
	}
}

// Import implements types.Importer.
func (c *checker) Import(name string) (*types.Package, error) {
	if name == "unsafe" {
		return types.Unsafe, nil
	}
	if p := c.own[name]; p != nil {
		c.load(p)
		return p.types, p.broken
	}
	return c.rest.Import(name)
}

func (c *checker) load(p *pkg) {
	if p.info != nil {
		return
	}
	p.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{},
		Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	var files []*ast.File
	for _, f := range p.files {
		files = append(files, f.File)
	}
	conf := types.Config{Importer: c}
	p.types, p.broken = conf.Check(path.Join(module, p.dir), p.fset, files, p.info)
}
