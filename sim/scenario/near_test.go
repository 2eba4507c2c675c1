package scenario

import "testing"

func TestNearest(t *testing.T) {
	among := []string{"power", "price", "cash", "overhead"}
	for word, want := range map[string]string{"pwoer": "power", "Cash": "cash", "cahs": "cash", "overheads": "overhead", "xyz": "", "prce": "price", "": ""} {
		if got := nearest(word, among); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
}
