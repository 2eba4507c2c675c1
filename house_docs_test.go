package house

import (
	"bytes"
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
)

// Bounds on length, in lines.
const (
	longestFile     = 400
	longestFunc     = 80 // of a tick package
	screen          = 40 // 95 % of the functions of tick packages fit
	medianFunc      = 10 // half of them are shorter
	shortestDoc     = 2  // of a package's comment
	shareOnAScreen  = 0.95
	enoughFunctions = 20 // fewer have no meaningful share
)

// checkDocGo demands a doc.go that introduces its package.
func checkDocGo(p *pkg, say complainer) {
	for _, f := range p.files {
		if path.Base(f.path) != "doc.go" {
			continue
		}
		if f.Doc == nil || strings.Count(strings.TrimSpace(f.Doc.Text()), "\n")+1 < shortestDoc {
			say(f.Name, "doc.go says in at least %d lines what package %s is and where to start reading", shortestDoc, p.dir)
		}
		return
	}
	say(p.files[0].Name, "package %s has no doc.go", p.dir)
}

// checkComments demands a comment on each exported name and method. One
// comment may serve a group.
func checkComments(p *pkg, say complainer) {
	for _, f := range p.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d) {
					say(d.Name, "%s has no comment", d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					checkSpec(d, spec, say)
				}
			}
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return false
		}
	}
}

func checkSpec(d *ast.GenDecl, spec ast.Spec, say complainer) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if d.Doc == nil && spec.Doc == nil && spec.Comment == nil && spec.Name.IsExported() {
			say(spec.Name, "%s has no comment", spec.Name.Name)
		}
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			if d.Doc == nil && spec.Doc == nil && spec.Comment == nil && name.IsExported() {
				say(name, "%s has no comment", name.Name)
			}
		}
	}
}

// checkLength bounds files.
func checkLength(p *pkg, say complainer) {
	for _, f := range p.files {
		if n := bytes.Count(f.text, []byte("\n")); n > longestFile {
			say(f.Name, "the file has %d lines, %d at most: one idea a file", n, longestFile)
		}
	}
}

// checkScreen bounds single functions of tick packages; how most of them are
// is TestFunctionsFitAScreen's matter.
func checkScreen(p *pkg, say complainer) {
	p.inspect(func(n ast.Node) {
		if fn, ok := n.(*ast.FuncDecl); ok && p.height(fn) > longestFunc {
			say(fn, "%s has %d lines, %d at most", fn.Name.Name, p.height(fn), longestFunc)
		}
	})
}

func (p *pkg) height(n ast.Node) int { return p.line(n.End()) - p.line(n.Pos()) + 1 }

func (p *pkg) line(at token.Pos) int { return p.fset.Position(at).Line }

// fits sums up the lengths of functions: the median, the share that fits a
// screen, and whether both are as they should.
func fits(heights []int) (median int, share float64, ok bool) {
	if len(heights) < enoughFunctions {
		return 0, 1, true
	}
	slices.Sort(heights)
	on, _ := slices.BinarySearch(heights, screen+1)
	median = heights[len(heights)/2]
	share = float64(on) / float64(len(heights))
	return median, share, median < medianFunc && share >= shareOnAScreen
}

func TestFunctionsFitAScreen(t *testing.T) {
	var heights []int
	for _, p := range loadModule(t) {
		if !isTick(p.dir) {
			continue
		}
		p.inspect(func(n ast.Node) {
			if fn, ok := n.(*ast.FuncDecl); ok {
				heights = append(heights, p.height(fn))
			}
		})
	}
	median, share, ok := fits(heights)
	t.Logf("%d functions in tick packages, median %d lines, %.1f %% fit %d", len(heights), median, 100*share, screen)
	if !ok {
		t.Errorf("the median of a tick function is %d lines (must be below %d) and %.1f %% fit %d lines (at least %.0f %%)",
			median, medianFunc, 100*share, screen, 100*shareOnAScreen)
	}
}

func TestFitsNoticesLongFunctions(t *testing.T) {
	many := func(n, height int) []int { return slices.Repeat([]int{height}, n) }
	cases := []struct {
		name    string
		heights []int
		ok      bool
	}{
		{"short", many(100, 5), true},
		{"a twentieth is long", slices.Concat(many(95, 5), many(5, 41)), true},
		{"more than a twentieth is long", slices.Concat(many(94, 5), many(6, 41)), false},
		{"all just too long for the median", many(100, medianFunc), false},
		{"too few to judge", many(enoughFunctions-1, 41), true},
	}
	for _, c := range cases {
		if _, _, ok := fits(c.heights); ok != c.ok {
			t.Errorf("%s: fits says %v", c.name, ok)
		}
	}
}
