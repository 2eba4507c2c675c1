package main

import (
	"bytes"
	"testing"
	"time"
)

// hurried is a clock that goes on by a step each time somebody looks.
func hurried(step time.Duration) func() time.Time {
	now := time.Unix(0, 0)
	return func() time.Time {
		now = now.Add(step)
		return now
	}
}

// Nothing in the first two seconds, then a line every five; the last of them
// promises no time.
func TestProgressLines(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	p := newProgress(&out, 1000, func() time.Time { return now })
	for done := 1; done <= 1000; done++ {
		now = now.Add(20 * time.Millisecond)
		p.show(done)
	}
	want := "100 of 1000 runs, 50 a second, 18s left\n350 of 1000 runs, 50 a second, 13s left\n" +
		"600 of 1000 runs, 50 a second, 8s left\n850 of 1000 runs, 50 a second, 3s left\n"
	if out.String() != want {
		t.Errorf("it says\n%s", &out)
	}
	out.Reset()
	p = newProgress(&out, 1000, func() time.Time { return now })
	now = now.Add(3 * time.Second)
	if p.show(999); out.String() != "999 of 1000 runs, 333 a second, nearly done\n" {
		t.Errorf("it says %s", &out)
	}
}
