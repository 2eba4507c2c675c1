package house

import (
	"go/ast"
	"strings"
)

// panicking are the files that may panic: on a mistake of the programmer, found
// at start-up, or on what the language itself panics at.
var panicking = []string{
	"sim/layout.go",         // a row with a field that cannot be hashed
	"sim/scenario/shape.go", // a tag in sim.Setup that cannot be read
	"sim/units/muldiv.go",   // a division by zero
}

// leaving are functions that end the program or talk past the caller, by
// import path. Only cmd does either.
var leaving = map[string]map[string]bool{
	"os":      words("Exit Stdout Stderr"),
	"syscall": words("Exit Kill"),
	"log":     words("Fatal Fatalf Fatalln Panic Panicf Panicln Print Printf Println"),
	"fmt":     words("Print Printf Println"),
}

// checkExit lets only cmd end the program and speak.
func checkExit(p *pkg, say complainer) {
	if strings.HasPrefix(p.dir, "cmd/") {
		return
	}
	for _, f := range p.files {
		byName := f.importNames()
		ast.Inspect(f.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				x, ok := n.X.(*ast.Ident)
				if ok && leaving[byName[x.Name]][n.Sel.Name] {
					say(n, "%s.%s is for cmd alone: return an error or a value", x.Name, n.Sel.Name)
				}
			case *ast.CallExpr:
				checkBuiltins(f, n, say)
			}
			return true
		})
	}
}

func checkBuiltins(f *source, n *ast.CallExpr, say complainer) {
	id, ok := n.Fun.(*ast.Ident)
	switch {
	case !ok:
	case id.Name == "panic" && !matches(panicking, f.path):
		say(n, "panic is for %s: return an error", strings.Join(panicking, ", "))
	case id.Name == "print" || id.Name == "println":
		say(n, "%s is for cmd alone", id.Name)
	}
}

// importNames maps the names under which a file knows its imports to paths.
func (s *source) importNames() map[string]string {
	out := map[string]string{}
	for name, spec := range s.imports() {
		short := name[strings.LastIndex(name, "/")+1:]
		if spec.Name != nil {
			short = spec.Name.Name
		}
		out[short] = name
	}
	return out
}
