package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"entangle/sim/bench"
)

func benchRuns(ctx context.Context, args ...string) (code int, out, talk string) {
	var o, e bytes.Buffer
	a := &app{In: strings.NewReader(""), Out: &o, Err: &e}
	code = a.main(ctx, append([]string{"bench"}, args...))
	return code, o.String(), e.String()
}

func TestBenchQuick(t *testing.T) {
	code, out, talk := benchRuns(t.Context(), "--quick", "--json")
	var r bench.Report
	if err := json.Unmarshal([]byte(out), &r); code != exitDone || err != nil || r.Ratio.Pairs.Median <= 0 {
		t.Errorf("code %d, error %v, %s%s", code, err, out, talk)
	}
	if !strings.Contains(talk, "growth with weeks ...") {
		t.Errorf("it says: %s", talk)
	}
}

func TestBenchEnds(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if code, out, _ := benchRuns(stopped, "--quick"); code != exitInterrupted || out != "" {
		t.Errorf("interrupted: code %d, output %s", code, out)
	}
	for _, args := range [][]string{{"no_such"}, {"quartet", "more"}, {"--quik"}} {
		if code, _, talk := benchRuns(t.Context(), args...); code != exitWrong {
			t.Errorf("%v: code %d, %s", args, code, talk)
		}
	}
}
