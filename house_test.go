// Package house keeps the rules of the house: what can be read off the source
// is read off the source, in one run of the tests.
//
// Start with the table rules below. A rule is a small function over one parsed
// package; TestHouse runs each over the packages it covers, and TestFixtures
// over testdata/house/<rule>, where every file but ok*.go breaks the rule on
// exactly the line that says so. The tables a person edits are rooms (who may
// import whom), tickImports (what the tick may import, and where), panicking
// (which files may panic) and companyNames.
//
// What no syntax shows, the fused multiply-add, is looked for in the machine
// code by fma_test.go.
package house

import (
	"strings"
	"testing"
)

// rule is one law of the source.
type rule struct {
	name  string                       // also the folder of its fixtures
	in    func(dir string) bool        // the packages it covers, by folder
	typed bool                         // needs types; only tick packages have them
	check func(p *pkg, say complainer) // complains about each line that breaks it
}

// complainer files one complaint; a second about the same line is dropped.
type complainer func(n positioned, format string, args ...any)

var rules = []rule{
	{"maprange", isTick, true, checkMapRange},
	{"concurrency", isTick, false, checkConcurrency},
	{"imports", isTick, false, checkImports},
	{"source", isTick, false, checkSource},
	{"state", isTick, true, checkState},
	{"product", isTick, true, checkProducts},
	{"math", isTick, true, checkMath},
	{"floatint", isTick, true, checkFloatToInt},
	{"fog", isPolicy, true, checkFog},
	{"screen", isTick, false, checkScreen},
	{"arrows", everywhere, false, checkArrows},
	{"names", everywhere, false, checkNames},
	{"reach", everywhere, false, checkReach},
	{"exit", everywhere, false, checkExit},
	{"docgo", everywhere, false, checkDocGo},
	{"comments", everywhere, false, checkComments},
	{"length", everywhere, false, checkLength},
}

// tickDirs are the packages that must compute the same bits everywhere.
var tickDirs = []string{"sim", "sim/units", "sim/rng", "sim/detmath", "sim/near", "sim/market", "sim/policy"}

func everywhere(string) bool { return true }

func isPolicy(dir string) bool { return dir == "sim/policy" }

func isTick(dir string) bool {
	for _, t := range tickDirs {
		if dir == t {
			return true
		}
	}
	return false
}

func TestHouse(t *testing.T) {
	tree := loadModule(t)
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			for _, p := range tree {
				if !r.in(p.dir) {
					continue
				}
				if r.typed && p.broken != nil {
					t.Errorf("%s does not type-check, so the rule cannot be kept: %v", p.dir, p.broken)
					continue
				}
				for _, v := range run(r, p) {
					t.Error(v)
				}
			}
		})
	}
}

// TestFixtures is the test of the test: each rule finds what it must find,
// once, where it must, and leaves decent code alone.
func TestFixtures(t *testing.T) {
	all := loadFixtures(t)
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			good, bad := 0, 0
			for _, f := range all[r.name] {
				if f.pkg.broken != nil {
					t.Errorf("%s does not type-check: %v", f.path, f.pkg.broken)
				}
				if !r.in(f.pkg.dir) {
					t.Errorf("%s plays a package the rule does not cover: %s", f.path, f.pkg.dir)
				}
				f.compare(t, run(r, f.pkg))
				if strings.HasPrefix(f.name, "ok") {
					good++
				} else {
					bad++
				}
			}
			if good == 0 || bad == 0 {
				t.Errorf("%d fixtures that keep the rule and %d that break it; both are needed", good, bad)
			}
		})
	}
}

// TestRoomsExist notices a package that was renamed away from its rules.
func TestRoomsExist(t *testing.T) {
	found := map[string]bool{}
	for _, p := range loadModule(t) {
		found[p.dir] = true
	}
	for dir, r := range rooms {
		if r.must && !found[dir] {
			t.Errorf("%s holds no Go files, but the table of rooms says it must", dir)
		}
	}
	for _, dir := range tickDirs {
		if _, ok := rooms[dir]; !ok {
			t.Errorf("%s is a tick package without a room", dir)
		}
	}
}
