package house

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// fusedLine is a fused multiply-add in the compiler's listing for arm64, with
// the file and line it was compiled from.
var fusedLine = regexp.MustCompile(`\(([^()]+\.go):(\d+)\)\tFN?M(?:ADD|SUB)[DS]\t`)

// TestNoFusedMultiplyAdd compiles the tick packages for arm64, where the
// compiler fuses whatever the language lets it, and reads the listing: the
// proof that rule "product" asks for enough. No arm64 machine is needed.
func TestNoFusedMultiplyAdd(t *testing.T) {
	var present []string
	for _, p := range loadModule(t) {
		if isTick(p.dir) {
			present = append(present, "./"+p.dir)
		}
	}
	for _, at := range fusedIn(t, module+"/sim/...=-S", present...) {
		t.Errorf("%s: a fused multiply-add: write each product as float64(a*b)", at)
	}
}

// TestFusedMultiplyAddIsSeen shows the detector what it must find, and what it
// must not.
func TestFusedMultiplyAddIsSeen(t *testing.T) {
	for _, name := range []string{"guarded.go", "unguarded.go"} {
		file := "./" + fixtureRoot + "/fma/" + name
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want []place
		for _, w := range findWants(string(text)) {
			want = append(want, place{fixtureRoot + "/fma/" + name, w.line})
		}
		if got := fusedIn(t, "-S", file); !slices.Equal(got, want) {
			t.Errorf("%s: found %v, want %v", name, got, want)
		}
	}
}

// place is a line of a source file.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// complaint is a compiler's error among the lines of a listing.
var complaint = regexp.MustCompile(`(?m)^\S+\.go:\d+:\d+: .*$`)

// fusedIn builds packages for arm64 with the given compiler flags and returns
// where there is a fused multiply-add that nobody asked for with math.FMA.
func fusedIn(t *testing.T, gcflags string, packages ...string) []place {
	t.Helper()
	cmd := exec.Command("go", append([]string{"build", "-gcflags=" + gcflags}, packages...)...)
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	listing, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("build for arm64: %v\n%s", err, strings.Join(complaint.FindAllString(string(listing), -1), "\n"))
	}
	if !strings.Contains(string(listing), " STEXT ") {
		t.Fatal("the compiler gave no listing, so nothing was looked at")
	}
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	var out []place
	for _, m := range fusedLine.FindAllStringSubmatch(string(listing), -1) {
		line, _ := strconv.Atoi(m[2])
		if strings.Contains(lineOf(m[1], line), "math.FMA(") {
			continue
		}
		if rel, err := filepath.Rel(root, m[1]); err == nil {
			m[1] = filepath.ToSlash(rel)
		}
		out = append(out, place{m[1], line})
	}
	slices.SortFunc(out, func(a, b place) int {
		return cmp.Or(strings.Compare(a.file, b.file), a.line-b.line)
	})
	return slices.Compact(out)
}

// lineOf returns a line of a file, or nothing.
func lineOf(file string, n int) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	lines := strings.Split(string(text), "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}
