package house

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"unicode"
)

// checkFog keeps the world out of the strategies: they see a View.
func checkFog(p *pkg, say complainer) {
	p.inspect(func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok {
			return
		}
		t := p.info.TypeOf(e)
		if ptr, ok := t.(*types.Pointer); ok {
			t = ptr.Elem()
		}
		named, ok := types.Unalias(t).(*types.Named)
		if ok && named.Obj().Name() == "World" && named.Obj().Pkg().Path() == module+"/sim" {
			say(e, "a strategy may not hold the World: it sees a View")
		}
	})
}

// companyNames are names that belong into scenarios. Each is one word as
// splitWords sees it, in lower case.
var companyNames = words(`openai microsoft azure amazon google alphabet deepmind apple facebook xai
	anthropic nvidia oracle coreweave deepseek groq tsmc broadcom softbank tesla spacex mistral alibaba
	tencent baidu bytedance huawei samsung hynix cerebras equinix`)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// checkNames finds companies in identifiers and strings; comments may cite.
func checkNames(p *pkg, say complainer) {
	for _, f := range p.files {
		paths := map[ast.Node]bool{}
		for _, spec := range f.Imports {
			paths[spec.Path] = true
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if w := companyIn(n.Name, false); w != "" {
					say(n, "%q names a company: Go knows none", w)
				}
			case *ast.BasicLit:
				s, err := strconv.Unquote(n.Value)
				if n.Kind != token.STRING || err != nil || paths[n] {
					break
				}
				if w := companyIn(s, true); w != "" {
					say(n, "%q names a company: Go knows none", w)
				}
			}
			return true
		})
	}
}

// companyIn returns the first company named in a text. Parts of a word in
// camel case count alone and joined: OpenAI is open, ai and openai. "Meta" is a
// company only in a string, as a word of its own, with its capital.
func companyIn(s string, quoted bool) string {
	for _, token := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		parts := splitCamel(token)
		for i := range parts {
			for n := 1; n <= 3 && i+n <= len(parts); n++ {
				if w := strings.ToLower(strings.Join(parts[i:i+n], "")); companyNames[w] {
					return w
				}
			}
		}
		if quoted && token == "Meta" {
			return token
		}
	}
	return ""
}

// splitCamel cuts before each capital that starts a word: openAIShare becomes
// open, AI, Share.
func splitCamel(s string) []string {
	var parts []string
	runes := []rune(s)
	from := 0
	for i := 1; i < len(runes); i++ {
		starts := unicode.IsUpper(runes[i]) &&
			(!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if starts {
			parts = append(parts, string(runes[from:i]))
			from = i
		}
	}
	return append(parts, string(runes[from:]))
}
