package sim_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// One program holds all mutants: a function that some mutant changes gets a copy for
// each, and begins by asking which mutant is played. So the engine is built once, not
// once per mutant.

// asks is the file that tells the engine which mutant is played, 0 for none.
const asks = `package sim

import (
	"os"
	"strconv"
)

var mutant, _ = strconv.Atoi(os.Getenv("ENTANGLE_MUTANT"))
`

// buildMutants builds the audit program with all mutants, numbered from 1, in a
// folder, and returns its path.
func buildMutants(list []mutant, dir string) (program string, err error) {
	files := map[string][]int{}
	for i, m := range list {
		files[m.file] = append(files[m.file], i)
	}
	replace := map[string]string{}
	put := func(name, text string) error {
		original, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		replace[original] = filepath.Join(dir, name)
		return os.WriteFile(replace[original], []byte(text), 0o644)
	}
	err = put("mutant_asked.go", asks)
	for name, rows := range files {
		text, e := withMutants(name, rows, list)
		err = errors.Join(err, e, put(name, text))
	}
	about, e := json.Marshal(map[string]any{"Replace": replace})
	overlay := filepath.Join(dir, "overlay.json")
	if err = errors.Join(err, e, os.WriteFile(overlay, about, 0o644)); err != nil {
		return "", err
	}
	program = filepath.Join(dir, "auditrun")
	said, err := exec.Command("go", "build", "-o", program, "-overlay", overlay, "./testdata/auditrun").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, said)
	}
	return program, nil
}

// withMutants is the text of a file in which some rows of the list choose their own
// copy of the function that they change.
func withMutants(name string, rows []int, list []mutant) (string, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	text, at := string(source), func(p token.Pos) int { return set.Position(p).Offset }
	choices, copies := map[*ast.FuncDecl]string{}, ""
	for _, i := range rows {
		m := list[i]
		if err := m.once(text); err != nil {
			return "", err
		}
		f := function(tree, strings.Index(text, m.old), at)
		if f == nil {
			return "", fmt.Errorf("%s: %q is in no function: choose a mutant that is", name, m.old)
		}
		number := fmt.Sprint(i + 1)
		choices[f] += "\n\tif mutant == " + number + " {\n" + call(f, number) + "\t}\n"
		body := strings.Replace(text[at(f.Name.End()):at(f.End())], m.old, m.new, 1)
		copies += "\n" + text[at(f.Pos()):at(f.Name.Pos())] + f.Name.Name + "Mutant" + number + body + "\n"
	}
	out, from := "", 0
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && choices[f] != "" {
			for _, name := range parameters(f) {
				out, from = out+text[from:at(name.Pos())]+called(name), at(name.End())
			}
			to := at(f.Body.Lbrace) + 1
			out, from = out+text[from:to]+choices[f], to
		}
	}
	return out + text[from:] + copies, nil
}

// parameters are the names of what a function takes.
func parameters(f *ast.FuncDecl) (names []*ast.Ident) {
	for _, p := range f.Type.Params.List {
		names = append(names, p.Names...)
	}
	return names
}

// called is the name of a parameter, one for those that have none because the
// function, but not its mutant perhaps, does without.
func called(name *ast.Ident) string {
	if name.Name == "_" {
		return fmt.Sprint("unnamed", name.Pos())
	}
	return name.Name
}

// function is the function of a file that has something at an offset, nil if none has.
func function(tree *ast.File, offset int, at func(token.Pos) int) *ast.FuncDecl {
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && at(f.Pos()) <= offset && offset < at(f.End()) {
			return f
		}
	}
	return nil
}

// call passes what a function was called with on to a mutant of it.
func call(f *ast.FuncDecl, number string) string {
	to, with := f.Name.Name+"Mutant"+number, []string{}
	if f.Recv != nil {
		to = f.Recv.List[0].Names[0].Name + "." + to
	}
	for _, name := range parameters(f) {
		with = append(with, called(name))
	}
	to += "(" + strings.Join(with, ", ") + ")"
	if f.Type.Results == nil {
		return "\t\t" + to + "\n\t\treturn\n"
	}
	return "\t\treturn " + to + "\n"
}
