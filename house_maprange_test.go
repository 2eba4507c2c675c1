package house

import (
	"go/ast"
	"go/types"
)

// checkMapRange finds walks over maps, whose order differs from run to run.
func checkMapRange(p *pkg, say complainer) {
	p.inspect(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.RangeStmt:
			if anyTerm(p.info.TypeOf(n.X), isMap) {
				say(n, "no range over a map: its order differs from run to run")
			}
		case *ast.SelectorExpr:
			fn, ok := p.info.Uses[n.Sel].(*types.Func)
			if ok && fn.Pkg() != nil && fn.Pkg().Path() == "reflect" && (fn.Name() == "MapRange" || fn.Name() == "MapKeys") {
				say(n, "no walk over a map: its order differs from run to run")
			}
		}
	})
}

func isMap(t types.Type) bool { _, ok := t.Underlying().(*types.Map); return ok }

// anyTerm tells whether a type, or one that a type parameter may stand for,
// has a property.
func anyTerm(t types.Type, has func(types.Type) bool) bool {
	if t == nil {
		return false
	}
	param, ok := t.(*types.TypeParam)
	if !ok {
		return has(t)
	}
	return anyEmbedded(param.Constraint(), has)
}

func anyEmbedded(t types.Type, has func(types.Type) bool) bool {
	switch t := t.(type) {
	case *types.Union:
		for term := range t.Terms() {
			if anyEmbedded(term.Type(), has) {
				return true
			}
		}
		return false
	case *types.TypeParam:
		return anyEmbedded(t.Constraint(), has)
	}
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return has(t)
	}
	for e := range iface.EmbeddedTypes() {
		if anyEmbedded(e, has) {
			return true
		}
	}
	return false
}
