package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// meter shows how far a long task is, if somebody looks: standard error must be
// a terminal. It leaves nothing on the screen. It may be used by several
// goroutines.
type meter struct{ bar *progressbar.ProgressBar }

// newMeter makes a meter for a task of total steps.
func (a *app) newMeter(total int64, label string) *meter {
	if !isTerminal(a.Err) || total <= 0 {
		return &meter{}
	}
	return &meter{progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(a.Err),
		progressbar.OptionSetDescription(label),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetRenderBlankState(true),
		progressbar.OptionClearOnFinish(),
	)}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// add tells that n more steps are done.
func (m *meter) add(n int) {
	if m.bar != nil {
		_ = m.bar.Add(n) // a terminal that cannot be written to is no reason to stop
	}
}

// done takes the meter off the screen.
func (m *meter) done() {
	if m.bar != nil {
		_ = m.bar.Finish()
	}
}
