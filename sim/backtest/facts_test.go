package backtest_test

import (
	"errors"
	"strings"
	"testing"

	"entangle/sim/backtest"
	"entangle/sim/scenario"
)

const head = "company,metric,kind,start,end,value,unit,source\n"

// Each file is wrong in one way, and told so with its place.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "f.csv: error: the file is empty"},
		{head, "f.csv:1:1: error: there is no row below the header"},
		{"company,metric,knd,start,end,value,unit\n", `f.csv:1:1: error: the header lacks kind`},
		{"company,metric,knd,start,end,value,unit\n", `is "knd" meant to be "kind"?`},
		{"company,company,metric,kind,start,end,value,unit\n", `the header has "company" twice`},
		{"company,metric,kind,start,end,value,unit,q05\n", `"q05", a column that the back-test adds`},
		{head + "a,cash,stock,2025-01-01,2025-01-01,1,USD billion\n", "f.csv:2:1: error: 7 cells under a header of 8"},
		{head + ",cash,stock,2025-01-01,2025-01-01,1,USD billion,\n", "f.csv:2:1: error: company is empty"},
		{head + "a,cash,stok,2025-01-01,2025-01-01,1,USD billion,\n", `f.csv:2:8: error: kind is "stok"`},
		{head + "a,cash,stock,2025-1-01,2025-01-01,1,USD billion,\n", `f.csv:2:14: error: "2025-1-01" is not a date`},
		{head + "a,cash,stock,2025-01-01,2025-02-29,1,USD billion,\n", "f.csv:2:25: error: date 2025-02-29 has no such day"},
		{head + "a,cash,stock,2025-01-02,2025-01-01,1,USD billion,\n", "the end 2025-01-01 is before the start 2025-01-02"},
		{head + "a,cash,stock,2025-01-01,2025-01-01,1e999,USD billion,\n", `"1e999" is not a number`},
		{head + "a,cash,stock,2025-01-01,2025-01-01,NaN,USD billion,\n", `"NaN" is not a number`},
		{head + "a,cash,stock,2025-01-01,2025-01-01,0x10,USD billion,\n", `"0x10" is not a number`},
		{head + "a,cash,stock,2025-01-01,2025-01-01,\"1,000\",USD billion,\n", `"1,000" is not a number`},
		{head + "a,cash,stock,2025-01-01,2025-01-01,1,,\n", "unit is empty"},
		{head + "a-b,cash,stock,2025-01-01,2025-01-01,1,USD,\nA_b,cash,stock,2025-01-01,2025-01-01,2,USD,\n", "f.csv:3:1: error: cash of A_b on these days stands in line 2 already"},
		{head + "a,\"cash,stock\n", "f.csv:"},
		{head + "a,ca\"sh,stock,2025-01-01,2025-01-01,1,USD billion,\n", "f.csv:2:5: error: bare \""},
	} {
		_, err := backtest.Read(strings.NewReader(c.text), "f.csv")
		var d scenario.Diagnostics
		if !errors.As(err, &d) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q\nsays %v\nnot  %s", c.text, err, c.want)
		}
	}
}

// All mistakes are told at once.
func TestReadTellsAll(t *testing.T) {
	_, err := backtest.Read(strings.NewReader(head+"a,cash,stok,2025-01-01,x,y,USD,\nb,cash,stok,2025-01-01,2025-01-01,1,USD,\n"), "f.csv")
	if err == nil || strings.Count(err.Error(), "error:") != 4 {
		t.Errorf("not four mistakes: %v", err)
	}
}

// Columns may come in any order and with others between them; a byte order mark
// and Windows line ends do no harm.
func TestReadTakes(t *testing.T) {
	f, err := backtest.Read(strings.NewReader("\ufeffnote,unit,value,end,start,kind,metric,company\r\n\"a, b\",MW,-2.5e1,2025-02-01,2025-01-01,flow,power,Big Co\r\n"), "f.csv")
	if err != nil {
		t.Fatal(err)
	}
	r := f.Rows[0]
	if r.Of != "Big Co" || r.Series != "power" || !r.Flow || r.Days() != 32 || r.Value != -25 || r.Unit != "MW" || r.Line != 2 || r.Cells[0] != "a, b" {
		t.Errorf("%+v", r)
	}
}

// FuzzRead: no file is a panic; what is read is whole, and what is refused says where.
func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "a,cash,stock,2025-01-01,2025-01-01,1,USD billion,memory\n"))
	f.Add([]byte(head + "a,\"cash\n"))
	f.Add([]byte("\ufeffcompany,metric"))
	f.Add([]byte(head + "world,spot_price,stock,2025-01-01,2025-03-01,-1,USD per H100-hour,\nlumen,capex,flow,2025-01-01,2200-12-31,0,USD,\n"))
	sc := quartet(f, "")
	f.Fuzz(func(t *testing.T, text []byte) {
		facts, err := backtest.Read(strings.NewReader(string(text)), "f.csv")
		if err != nil {
			var d scenario.Diagnostics
			if !errors.As(err, &d) || len(d) == 0 {
				t.Fatalf("%T: %v", err, err)
			}
			lines := strings.Count(string(text), "\n") + strings.Count(string(text), "\r") + 1
			for _, m := range d {
				if m.Line > lines || m.Message == "" {
					t.Fatalf("%+v of %d lines", m, lines)
				}
			}
			return
		}
		if len(facts.Rows) == 0 {
			t.Fatal("read, and no row")
		}
		for _, r := range facts.Rows {
			if r.Start > r.End || r.Of == "" || r.Series == "" || r.Unit == "" || r.Value-r.Value != 0 || len(r.Cells) != len(facts.Head) {
				t.Fatalf("%+v", r)
			}
		}
		test, err := backtest.New(sc, facts)
		if err != nil {
			if !strings.Contains(err.Error(), "f.csv:") {
				t.Fatal(err)
			}
			return
		}
		if n := test.MostRuns(); n < 1000 || len(test.Points) != len(facts.Rows) {
			t.Fatalf("%d points of %d rows, %d runs", len(test.Points), len(facts.Rows), n)
		}
	})
}
