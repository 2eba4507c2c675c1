package house

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
)

// exactMath are the functions of package math whose result is the same on every
// machine because it is exactly rounded or only moves bits. Constants are free.
var exactMath = map[string]bool{
	"Sqrt": true, "Floor": true, "Ceil": true, "Trunc": true, "Abs": true, "Copysign": true, "FMA": true,
	"Float64bits": true, "Float64frombits": true, "IsNaN": true, "IsInf": true, "Inf": true, "NaN": true, "Signbit": true,
}

// checkMath refuses every other function of package math.
func checkMath(p *pkg, say complainer) {
	p.inspect(func(n ast.Node) {
		id, ok := n.(*ast.Ident)
		if !ok {
			return
		}
		fn, ok := p.info.Uses[id].(*types.Func)
		if ok && fn.Pkg() != nil && fn.Pkg().Path() == "math" && !exactMath[fn.Name()] {
			say(id, "math.%s may differ between machines; use detmath", fn.Name())
		}
	})
}

// isFloat tells whether a product of this type is computed with rounding.
func isFloat(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsFloat|types.IsComplex) != 0
}

// checkProducts demands that no compiler can fuse a product into a sum: the Go
// language allows x*y + z to be rounded once, also across statements and
// inlined calls, unless the product is the operand of an explicit conversion.
// A quotient by a constant power of two is compiled as a product, so the same
// holds for it.
func checkProducts(p *pkg, say complainer) {
	guarded := map[ast.Expr]bool{} // operands of conversions; parents are visited first
	p.inspect(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if p.converts(n, isRealFloat) {
				guarded[ast.Unparen(n.Args[0])] = true
			}
		case *ast.BinaryExpr:
			if p.fusible(n, n.Op, n.Y) && !guarded[n] {
				say(opAt(n.OpPos), "write float64(a %s b): a bare product can be fused with a sum", n.Op)
			}
		case *ast.AssignStmt:
			op, compound := assignOps[n.Tok]
			if compound && p.fusible(n.Lhs[0], op, n.Rhs[0]) {
				say(opAt(n.TokPos), "write x = float64(x %s y): %s can be fused with a sum", op, n.Tok)
			}
		}
	})
}

var assignOps = map[token.Token]token.Token{token.MUL_ASSIGN: token.MUL, token.QUO_ASSIGN: token.QUO}

type opAt token.Pos

func (o opAt) Pos() token.Pos { return token.Pos(o) }

// fusible tells whether the expression, the result of op with right operand y,
// may be computed as a product and not at compile time.
func (p *pkg) fusible(e ast.Expr, op token.Token, y ast.Expr) bool {
	tv := p.info.Types[e]
	if tv.Value != nil || !anyTerm(tv.Type, isFloat) {
		return false
	}
	return op == token.MUL || op == token.QUO && isPowerOfTwo(p.info.Types[y].Value)
}

// isPowerOfTwo tells whether a constant's reciprocal is exact.
func isPowerOfTwo(v constant.Value) bool {
	if v == nil {
		return false
	}
	v = constant.ToFloat(v)
	if v.Kind() != constant.Float || constant.Sign(v) == 0 {
		return false
	}
	num, den := constant.Num(v), constant.Denom(v)
	return oneBit(num) && oneBit(den)
}

func oneBit(v constant.Value) bool {
	if v.Kind() != constant.Int {
		return false
	}
	if constant.Sign(v) < 0 {
		v = constant.UnaryOp(token.SUB, v, 0)
	}
	n := uint(constant.BitLen(v))
	return n > 0 && constant.Compare(v, token.EQL, constant.Shift(constant.MakeInt64(1), token.SHL, n-1))
}

// converts tells whether a call is a conversion to a type with a property.
func (p *pkg) converts(n *ast.CallExpr, to func(types.Type) bool) bool {
	tv := p.info.Types[n.Fun]
	return tv.IsType() && len(n.Args) == 1 && to(tv.Type)
}

func isRealFloat(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// rounding are the packages that may turn floats into integers, since they
// clamp first: out of range, the result depends on the machine.
var rounding = []string{"sim/units", "sim/detmath"}

// checkFloatToInt refuses such conversions everywhere else.
func checkFloatToInt(p *pkg, say complainer) {
	for _, dir := range rounding {
		if p.dir == dir {
			return
		}
	}
	p.inspect(func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || !p.converts(call, func(t types.Type) bool { return anyTerm(t, isInteger) }) {
			return
		}
		if from := p.info.Types[call.Args[0]]; from.Value == nil && anyTerm(from.Type, isRealFloat) {
			say(call, "a float becomes an integer only in %s, which clamp first", strings.Join(rounding, " and "))
		}
	})
}
