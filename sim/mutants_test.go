package sim_test

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"

	"entangle/sim"
)

// TestMutantsAreCaught builds the engine with lines of its rules changed, plays with
// one of them at a time, and demands that Audit names the law that the change breaks.
// Without a change no law may break. It needs the go tool, and does not run with -short.
func TestMutantsAreCaught(t *testing.T) {
	if testing.Short() {
		t.Log("not run with -short: it plays every mutant")
		return
	}
	program, err := buildMutants(mutants, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	answers := playMutants(program, len(mutants))
	if answers[0] != "" {
		t.Fatalf("without a mutant: %s", answers[0])
	}
	for i, m := range mutants {
		want := fmt.Sprintf("law %q is broken", m.law)
		if !strings.HasPrefix(answers[i+1], want) {
			t.Errorf("%s: %q for %q: got %q, want %s", m.file, m.new, m.old, answers[i+1], want)
			continue
		}
		t.Logf("%-10s %-22s %s: %s", m.law, m.file, m.new, answers[i+1])
	}
}

// playMutants plays without a mutant, and with each of those that a program has, and
// returns what the audits say.
func playMutants(program string, mutants int) []string {
	answers, next := make([]string, mutants+1), make(chan int)
	var wg sync.WaitGroup
	for range runtime.NumCPU() {
		wg.Go(func() {
			for i := range next {
				play := exec.Command(program)
				play.Env = append(os.Environ(), fmt.Sprintf("ENTANGLE_MUTANT=%d", i))
				said, _ := play.CombinedOutput() // a broken law makes it fail
				answers[i] = strings.TrimSpace(string(said))
			}
		})
	}
	for i := range answers {
		next <- i
	}
	close(next)
	wg.Wait()
	return answers
}

// TestEveryLawHasAMutant keeps the table as long as the list of laws, and its
// lines where the source has them.
func TestEveryLawHasAMutant(t *testing.T) {
	caught := map[string]bool{}
	for _, m := range mutants {
		caught[m.law] = true
		if text, err := os.ReadFile(m.file); err != nil {
			t.Error(err)
		} else if err := m.once(string(text)); err != nil {
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

// once demands that a file has the mutant's line, and only once.
func (m mutant) once(text string) error {
	if n := strings.Count(text, m.old); n != 1 {
		return fmt.Errorf("%s has %q %d times, not once: update the mutant of law %q", m.file, m.old, n, m.law)
	}
	return nil
}
