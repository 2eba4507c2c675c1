package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress tells how far an experiment is, how fast it goes and how long it
// will still take: as a bar on a terminal, else as a line for each tenth and at
// least every ten seconds.
type progress struct {
	w     io.Writer
	runs  int
	start time.Time
	bar   *progressbar.ProgressBar // nil: lines
	tenth int                      // told so far
	told  time.Duration            // when
	end   time.Duration            // 0 until done
}

func newProgress(w io.Writer, runs int) *progress {
	p := &progress{w: w, runs: runs, start: time.Now()}
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
	tenth := done * 10 / p.runs
	if done < p.runs && (tenth > p.tenth || p.took()-p.told >= 10*time.Second) {
		p.tenth, p.told = tenth, p.took()
		rate := p.rate(done)
		left := time.Duration(float64(p.runs-done) / rate * float64(time.Second))
		fmt.Fprintf(p.w, "%d of %d runs, %.0f a second, %s left\n", done, p.runs, rate, left.Round(100*time.Millisecond))
	}
}

// done stops the clock and takes the bar away.
func (p *progress) done() {
	p.end = time.Since(p.start)
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// took is the time of the experiment so far.
func (p *progress) took() time.Duration {
	if p.end > 0 {
		return p.end
	}
	return time.Since(p.start)
}

// rate is runs a second.
func (p *progress) rate(done int) float64 {
	return float64(done) / max(p.took().Seconds(), 1e-6)
}
