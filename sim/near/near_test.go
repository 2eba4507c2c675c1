package near_test

import (
	"testing"

	"entangle/sim/near"
)

func TestNearest(t *testing.T) {
	among := []string{"power", "price", "cash", "overhead"}
	for word, want := range map[string]string{"pwoer": "power", "Cash": "cash", "cahs": "cash", "overheads": "overhead", "xyz": "", "prce": "price", "": ""} {
		if got := near.Best(word, among); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
}
