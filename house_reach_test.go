package house

import (
	"go/ast"
	"go/token"
	"strings"
)

// checkReach keeps everyone from writing to the exported variables of tick
// packages; what rule "state" is for their own code.
func checkReach(p *pkg, say complainer) {
	for _, f := range p.files {
		byName := f.importNames()
		check := func(exprs ...ast.Expr) {
			for _, e := range exprs {
				x, name := rootSelector(e)
				if dir, ours := strings.CutPrefix(byName[x], module+"/"); ours && isTick(dir) {
					say(e, "%s.%s belongs to its package: nobody else writes to it", x, name)
				}
			}
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					check(n.Lhs...)
				}
			case *ast.IncDecStmt:
				check(n.X)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					check(n.X)
				}
			}
			return true
		})
	}
}

// rootSelector returns x and name if an expression starts with x.name.
func rootSelector(e ast.Expr) (x, name string) {
	for {
		switch n := e.(type) {
		case *ast.ParenExpr:
			e = n.X
		case *ast.IndexExpr:
			e = n.X
		case *ast.SliceExpr:
			e = n.X
		case *ast.StarExpr:
			e = n.X
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok {
				return id.Name, n.Sel.Name
			}
			e = n.X
		default:
			return "", ""
		}
	}
}
