package session_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"entangle/sim/session"
)

// Without a header there is one mistake, not one a line.
func TestOrdersWithoutHeader(t *testing.T) {
	order := `{"date":"2025-01-07","order":"set_policy","policy":"price","price":"3 USD/h"}`
	for _, first := range []string{order, "date,order,policy", "[1]", `{"seed":1,"order":"set_policy"}`, "{}", `{"company":`} {
		_, err := read(t, first+"\n"+order+"\nnonsense\n")
		var list session.Mistakes
		want := `o.jsonl:1: error: the first line is no header (it names company, scenario, engine and seed: {"company": "anvil", `
		if !errors.As(err, &list) || len(list) != 1 || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", first, err)
		}
	}
}

func TestOrdersByteOrderMarkAndExponents(t *testing.T) {
	line := `{"date":"2025-01-07","order":"open_fleet","site":"quay","family":"hammer","floor":"1 USD/h","chips":%s}`
	for number, want := range map[string]int64{"1e3": 1000, "2.5E+7": 25_000_000, "25e6": 25_000_000, "12.50e1": 125, "0e5": 0, "1000e-2": 10, "0.003e3": 3} {
		f, err := read(t, "\ufeff"+strings.Replace(header, `"seed":3`, `"seed":3e2`, 1)+"\n"+fmt.Sprintf(line, number))
		if err != nil || f.Lines[0].Order.Qty != want || f.Header.Seed != 300 {
			t.Errorf("%s: %+v, %v", number, f, err)
		}
	}
	if _, err := read(t, header+"\n\ufeff"+fmt.Sprintf(line, "1")); err == nil {
		t.Error("a byte order mark within the file is accepted")
	}
}

// A game in progress says which day comes next; anything that is no day of the
// scenario is a mistake.
func TestHeaderOfAGame(t *testing.T) {
	for text, want := range map[string]string{
		`"2025-02-04"`: "", `"2024-12-31"`: "", `"2025-07-01"`: "", `"2025-07-02"`: "must be a day from", `"soon"`: "must be a day from", `7`: "must be a text",
	} {
		_, err := read(t, strings.Replace(header, "}", `,"played":`+text+"}", 1))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), `"played" `+want)) {
			t.Errorf("played %s: %v", text, err)
		}
	}
}
