package house

import (
	"go/ast"
	"go/token"
	"go/types"
)

// checkState demands that a package-level variable keeps what its declaration
// gave it: nobody assigns to it or into it, takes its address, or calls what
// can write through it; and no init function runs. It does not follow a slice
// through a local name, so tables are better arrays, or stay behind functions
// that return single rows.
func checkState(p *pkg, say complainer) {
	s := state{p, say}
	s.declarations()
	p.inspect(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				s.written("is assigned", n.Lhs...)
			}
		case *ast.IncDecStmt:
			s.written("is assigned", n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				s.written("is assigned", n.Key, n.Value)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				s.written("has its address taken", n.X)
			}
		case *ast.SliceExpr:
			if _, ok := p.info.TypeOf(n.X).Underlying().(*types.Array); ok {
				s.written("has its address taken by slicing", n.X)
			}
		case *ast.SelectorExpr:
			s.method(n)
		case *ast.CallExpr:
			s.call(n)
		}
	})
}

type state struct {
	*pkg
	say complainer
}

func (s state) declarations() {
	for _, f := range s.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					s.say(d, "no init function: state that is built before main is state")
				}
			case *ast.GenDecl:
				s.variables(d)
			}
		}
	}
}

// variables refuses types whose only use at package level is to change.
func (s state) variables(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || d.Tok != token.VAR {
			continue
		}
		for _, name := range v.Names {
			if obj := s.info.Defs[name]; obj != nil && name.Name != "_" {
				if _, ok := obj.Type().Underlying().(*types.Pointer); ok {
					s.say(name, "package variable %s is a pointer: what it points to can change", name.Name)
				}
			}
		}
	}
}

// written complains about those expressions that lie inside a package variable.
func (s state) written(how string, exprs ...ast.Expr) {
	for _, e := range exprs {
		if v := s.root(e); v != nil {
			s.say(e, "package variable %s %s: no mutable package state", v.Name(), how)
		}
	}
}

// root returns the package-level variable that an expression selects from.
func (s state) root(e ast.Expr) *types.Var {
	switch e := e.(type) {
	case *ast.Ident:
		v, ok := s.info.Uses[e].(*types.Var)
		if ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
			return v
		}
	case *ast.SelectorExpr:
		if s.info.Selections[e] == nil { // pkg.Name
			return s.root(e.Sel)
		}
		return s.root(e.X)
	case *ast.ParenExpr:
		return s.root(e.X)
	case *ast.IndexExpr:
		return s.root(e.X)
	case *ast.SliceExpr:
		return s.root(e.X)
	case *ast.StarExpr:
		return s.root(e.X)
	}
	return nil
}

// method finds methods with pointer receivers called on a package variable.
func (s state) method(n *ast.SelectorExpr) {
	sel := s.info.Selections[n]
	if sel == nil || sel.Kind() == types.FieldVal {
		return
	}
	fn, ok := sel.Obj().(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return
	}
	if _, ptr := fn.Signature().Recv().Type().(*types.Pointer); ptr {
		s.written("lends its address to "+fn.Name(), n.X)
	}
}

// writers are functions that write into their first argument.
var writers = map[string]bool{
	"append": true, "clear": true, "copy": true, "delete": true,
	"Sort": true, "SortFunc": true, "SortStableFunc": true, "Reverse": true, "Stable": true, "Slice": true, "SliceStable": true,
	"Ints": true, "Float64s": true, "Strings": true, "Compact": true, "CompactFunc": true, "Delete": true, "DeleteFunc": true, "Insert": true, "Replace": true,
}

// call finds package variables handed to functions that write into them.
func (s state) call(n *ast.CallExpr) {
	if len(n.Args) == 0 {
		return
	}
	var id *ast.Ident
	switch f := n.Fun.(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return
	}
	obj := s.info.Uses[id]
	_, builtin := obj.(*types.Builtin)
	standard := obj != nil && obj.Pkg() != nil && (obj.Pkg().Path() == "slices" || obj.Pkg().Path() == "sort")
	if (builtin || standard) && writers[id.Name] {
		s.written("is handed to "+id.Name+", which writes into it", n.Args[0])
	}
}
