package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress tells how far an experiment is, how fast it goes and how long it
// will still take: as a bar on a terminal, else as a line every few seconds once
// it has become a wait.
type progress struct {
	w     io.Writer
	runs  int
	start time.Time
	bar   *progressbar.ProgressBar // nil: lines
	now   func() time.Time
	next  time.Duration // when to tell the next line
	end   time.Duration // 0 until done
}

// When lines are told: none of a short experiment, then one at a time.
const (
	firstLine    = 2 * time.Second
	betweenLines = 5 * time.Second
)

// newProgress starts the clock, time.Now if it is nil.
func newProgress(w io.Writer, runs int, clock func() time.Time) *progress {
	if clock == nil {
		clock = time.Now
	}
	p := &progress{w: w, runs: runs, start: clock(), now: clock, next: firstLine}
	if isTerminal(w) {
		p.bar = progressbar.NewOptions(runs, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(),
			progressbar.OptionShowIts(), progressbar.OptionSetItsString("runs"), progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	return p
}

// show tells that so many runs are done.
func (p *progress) show(done int) {
	if p.bar != nil {
		_ = p.bar.Set(done) // a terminal that is gone is no reason to stop
		return
	}
	took := p.took()
	if done >= p.runs || took < p.next {
		return
	}
	p.next = took + betweenLines
	rate := p.rate(done)
	left := time.Duration(float64(p.runs-done) / rate * float64(time.Second)).Round(time.Second)
	text := left.String() + " left"
	if left < time.Second {
		text = "nearly done"
	}
	fmt.Fprintf(p.w, "%d of %d runs, %.0f a second, %s\n", done, p.runs, rate, text)
}

// done stops the clock and takes the bar away.
func (p *progress) done() {
	p.end = p.now().Sub(p.start)
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// took is the time of the experiment so far.
func (p *progress) took() time.Duration {
	if p.end > 0 {
		return p.end
	}
	return p.now().Sub(p.start)
}

// rate is runs a second.
func (p *progress) rate(done int) float64 {
	return float64(done) / max(p.took().Seconds(), 1e-6)
}
