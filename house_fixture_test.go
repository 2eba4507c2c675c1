package house

import (
	"go/token"
	"go/types"
	"os"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// fixtureRoot holds a folder per rule, stub packages in stub, the sources of
// fma_test.go in fma and texts in hygiene.
const fixtureRoot = "testdata/house"

// fixture is a file that keeps or breaks one rule. Its first line names the
// file it plays, as in
//
//	// as: sim/week.go
//
// and the line that breaks the rule ends in
//
//	// want "part of the complaint"
type fixture struct {
	path, name string
	text       string
	as         string
	wants      []want
	pkg        *pkg
}

type want struct {
	line int
	part string
}

var (
	asPattern   = regexp.MustCompile(`^// as: (\S+\.go)\n`)
	wantPattern = regexp.MustCompile(`want "([^"]+)"\s*$`)
)

func loadFixtures(t *testing.T) map[string][]*fixture {
	t.Helper()
	all, err := fixtures()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// fixtures reads all fixtures of the table of rules and type-checks those of
// typed rules, each with its own copy of the stub of sim.
var fixtures = sync.OnceValues(func() (map[string][]*fixture, error) {
	all := map[string][]*fixture{}
	var typed []*pkg
	for _, r := range rules {
		list, err := readFixtures(r.name)
		if err != nil {
			return nil, err
		}
		all[r.name] = list
		for _, f := range list {
			if err := f.parse(); err != nil {
				return nil, err
			}
			if r.typed {
				typed = append(typed, f.pkg)
			}
		}
	}
	rest, err := outside(typed)
	if err != nil {
		return nil, err
	}
	for _, p := range typed {
		if err := typeCheckOverStub(rest, p); err != nil {
			return nil, err
		}
	}
	return all, nil
})

func readFixtures(rule string) ([]*fixture, error) {
	dir := path.Join(fixtureRoot, rule)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []*fixture
	for _, e := range entries {
		text, err := os.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		f := &fixture{path: path.Join(dir, e.Name()), name: e.Name(), text: string(text)}
		if m := asPattern.FindStringSubmatch(f.text); m != nil {
			f.as = m[1]
		}
		f.wants = findWants(f.text)
		out = append(out, f)
	}
	return out, nil
}

func findWants(text string) []want {
	var out []want
	n := 0
	for line := range strings.Lines(text) {
		n++
		if m := wantPattern.FindStringSubmatch(line); m != nil {
			out = append(out, want{n, m[1]})
		}
	}
	return out
}

func (f *fixture) parse() error {
	f.pkg = &pkg{dir: path.Dir(f.as), fset: token.NewFileSet()}
	return f.pkg.add(f.as, []byte(f.text))
}

func typeCheckOverStub(rest types.Importer, p *pkg) error {
	stub := &pkg{dir: "sim", fset: p.fset}
	if p.dir == stub.dir {
		typeCheck(rest, p)
		return nil
	}
	text, err := os.ReadFile(path.Join(fixtureRoot, "stub/sim.go"))
	if err != nil {
		return err
	}
	if err := stub.add("stub/sim.go", text); err != nil {
		return err
	}
	typeCheck(rest, stub, p)
	return nil
}

// compare fails unless the complaints are exactly the one that the fixture
// asks for, or none for a fixture named ok*.
func (f *fixture) compare(t *testing.T, got []violation) {
	t.Helper()
	if strings.HasPrefix(f.name, "ok") {
		if len(f.wants) != 0 || len(got) != 0 {
			t.Errorf("%s must pass, but: %v", f.path, got)
		}
		return
	}
	if len(f.wants) != 1 {
		t.Errorf("%s asks for %d complaints; one violation a file", f.path, len(f.wants))
		return
	}
	w := f.wants[0]
	if len(got) != 1 || got[0].line != w.line || !strings.Contains(got[0].msg, w.part) {
		t.Errorf("%s:%d: want one complaint with %q, got %v", f.path, w.line, w.part, got)
	}
}
