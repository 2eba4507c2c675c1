package sim_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"entangle/sim"
)

// TestMutantsAreCaught builds the engine with one line of its rules changed,
// plays, and demands that Audit names the law that the change breaks. Without a
// change no law may break. It needs the go tool, and does not run with -short.
func TestMutantsAreCaught(t *testing.T) {
	if testing.Short() {
		t.Log("not run with -short: it builds the engine once per mutant")
		return
	}
	list := append([]mutant{{}}, mutants...)
	answers := make([]string, len(list))
	dir, next := t.TempDir(), make(chan int)
	var wg sync.WaitGroup
	for range runtime.NumCPU() {
		wg.Go(func() {
			for i := range next {
				answers[i] = list[i].play(filepath.Join(dir, fmt.Sprint(i)))
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	wg.Wait()
	if answers[0] != "" {
		t.Fatalf("without a mutant: %s", answers[0])
	}
	for i, m := range list[1:] {
		want := fmt.Sprintf("law %q is broken", m.law)
		if !strings.HasPrefix(answers[i+1], want) {
			t.Errorf("%s: %q for %q: got %q, want %s", m.file, m.new, m.old, answers[i+1], want)
			continue
		}
		t.Logf("%-10s %-22s %s: %s", m.law, m.file, m.new, answers[i+1])
	}
}

// TestEveryLawHasAMutant keeps the table as long as the list of laws, and its
// lines where the source has them.
func TestEveryLawHasAMutant(t *testing.T) {
	caught := map[string]bool{}
	for _, m := range mutants {
		caught[m.law] = true
		if _, err := m.text(); err != nil {
			t.Error(err)
		}
	}
	for _, law := range sim.Laws() {
		if !caught[law.Name] {
			t.Errorf("no mutant breaks the law %q: add one to the table", law.Name)
		}
		delete(caught, law.Name)
	}
	for name := range caught {
		t.Errorf("there is no law %q", name)
	}
}

// text is the mutant's file with the line changed.
func (m mutant) text() (string, error) {
	text, err := os.ReadFile(m.file)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(text), m.old); n != 1 {
		return "", fmt.Errorf("%s has %q %d times, not once: update the mutant of law %q", m.file, m.old, n, m.law)
	}
	return strings.Replace(string(text), m.old, m.new, 1), nil
}

// play builds the audit program with the mutant in dir, the original for the
// zero mutant, runs it and returns what it says.
func (m mutant) play(dir string) string {
	program := filepath.Join(dir, "auditrun")
	args := []string{"build", "-o", program}
	if m.file != "" {
		overlay, err := m.overlay(dir)
		if err != nil {
			return err.Error()
		}
		args = append(args, "-overlay", overlay)
	}
	if said, err := exec.Command("go", append(args, "./testdata/auditrun")...).CombinedOutput(); err != nil {
		return fmt.Sprintf("go build: %v\n%s", err, said)
	}
	said, _ := exec.Command(program).CombinedOutput() // a broken law makes it fail
	os.Remove(program)
	return strings.TrimSpace(string(said))
}

// overlay writes the mutant's file and the list that puts it in place of the
// original.
func (m mutant) overlay(dir string) (string, error) {
	text, err := m.text()
	if err != nil {
		return "", err
	}
	original, err := filepath.Abs(m.file)
	if err != nil {
		return "", err
	}
	changed, list := filepath.Join(dir, m.file), filepath.Join(dir, "overlay.json")
	about, err := json.Marshal(map[string]any{"Replace": map[string]string{original: changed}})
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if err := os.WriteFile(changed, []byte(text), 0o644); err != nil {
		return "", err
	}
	return list, os.WriteFile(list, about, 0o644)
}
