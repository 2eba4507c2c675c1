package main

import (
	"fmt"
	"strings"
	"testing"

	"entangle/sim"
)

// Several questions are answered in their order, each with the run as it was on
// its day; a day within a week says which week it got.
func TestWhySeveral(t *testing.T) {
	late := done(t, "run", "quartet", "--why", "lumen.cash@2025-05-08")
	early := done(t, "run", "quartet", "--why", "harbour.compute_let@2025-02-18")
	if both := done(t, "run", "quartet", "--why", "lumen.cash@2025-05-08", "--why", "harbour.compute_let@2025-02-18"); both != late+"\n"+early {
		t.Errorf("both say\n%s", both)
	}
	if !strings.Contains(late, "\nValue of the week that ended on 2025-05-05.\n") || strings.Contains(early, "week that ended") {
		t.Errorf("the day used:\n%s\n%s", late, early)
	}
}

func TestWhyTellsEachPartOnce(t *testing.T) {
	sc, _, err := (&app{}).load("quartet", scenarioFlags{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range someMetrics() {
		for id := range sc.Count(m.Of) {
			out := done(t, "run", "quartet", "--why", entityName(sc, m.Of, int32(id+1))+"."+m.Name)
			seen := map[string]bool{}
			for line := range strings.Lines(out) {
				if seen[line] && strings.HasPrefix(line, "  ") {
					t.Errorf("twice: %s", line)
				}
				seen[line] = true
			}
		}
	}
	quay, other := sim.Ref{Of: sim.OfSite, ID: 1}, sim.Ref{Of: sim.OfSite, ID: 2}
	list := []sim.Term{{Kind: sim.TermContract, Ref: quay, Value: 2}, {Kind: sim.TermContract, Ref: other, Value: 5},
		{Kind: sim.TermContract, Ref: quay, Value: 2}, {Kind: sim.TermContract, Ref: quay, Value: 3}}
	for unit, want := range map[string]string{"kH100e": "[7 5]", "USD per GPU-hour": "[2 5 3]"} {
		var got []float64
		for _, x := range together(unit, list) {
			got = append(got, x.Value)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, not %s", unit, got, want)
		}
	}
}

func TestChineseParts(t *testing.T) {
	cash := done(t, "run", "quartet", "--lang", "zh", "--why", "lumen.cash@2025-03-04")
	for _, want := range []string{"\n现金：", "收入（推理服务）"} {
		if !strings.Contains(cash, want) {
			t.Errorf("no %s in\n%s", want, cash)
		}
	}
	if text := done(t, "orders", "rent_capacity", "--lang", "zh"); !strings.Contains(text, "（可省略）") || strings.Contains(text, "、可省略") {
		t.Errorf("%s", text)
	}
	_, out, _ := monteCarloRuns(t, "--runs", "2", "--lang", "zh")
	for _, want := range []string{"运行次数", "引擎", "分位数", "取自 1% 分箱，误差不超过 0.5%"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

// header begins a file of orders.
const harbourHeader = `{"company":"harbour","scenario":"quartet","engine":"` + sim.Engine + `","seed":1}` + "\n"

func TestLateOrdersAreCounted(t *testing.T) {
	line := `{"date":"2025-05-0%d","order":"set_policy","policy":"cash_floor","cash":"$%d"}` + "\n"
	text := harbourHeader + fmt.Sprintf(line, 1, 1) + fmt.Sprintf(line, 6, 2) + fmt.Sprintf(line, 7, 3)
	for until, want := range map[string]string{
		"2025-04-03": "3 orders lie after the end (2025-04-01) and were not given\n",
		"2025-05-06": "2 orders lie after the end (2025-05-06) and were not given\n",
		"2025-06-01": "",
	} {
		r := tryIn(t.Context(), text, "run", "quartet", "--orders", "-", "--until", until)
		if r.code != exitDone || r.err != want {
			t.Errorf("until %s: %+v", until, r)
		}
	}
	r := tryIn(t.Context(), text, "run", "quartet", "--orders", "-", "--until", "2025-05-06", "--json")
	if !strings.Contains(r.out, `"late": 2`) {
		t.Errorf("%s", r.out)
	}
}

// Not more than fifty refused orders are told one by one.
func TestManyRefusedOrders(t *testing.T) {
	line := `{"date":"2025-01-07","order":"place_fleet","family":"hammer","chips":90000,"from":"quay","to":"basin"}` + "\n"
	r := tryIn(t.Context(), harbourHeader+strings.Repeat(line, 53), "run", "quartet", "--orders", "-")
	if r.code != exitDone || !strings.HasPrefix(r.err, "Orders refused: 53\n") || strings.Count(r.err, "\n-:") != 50 || !strings.HasSuffix(r.err, "\nand 3 more refused\n") {
		t.Errorf("%+v", r)
	}
	zh := tryIn(t.Context(), harbourHeader+`{"date":"2025-01-07","order":"open_fleet","site":"basin","family":"hammer","chips":90000,"floor":"1 USD/h"}`,
		"run", "quartet", "--orders", "-", "--lang", "zh")
	if !strings.Contains(zh.err, "未获执行的指令：1\n") || !strings.Contains(zh.err, "以下指令本可执行：{") {
		t.Errorf("%s", zh.err)
	}
}

// A run says how its scenario was changed.
func TestRunNamesChanges(t *testing.T) {
	overlay := file(t, "o.yaml", "companies: [{id: lumen, overhead: $12M}]\n")
	out := done(t, "run", "quartet", "--set", "constants.load=85%", "--with", overlay, "--until", "2025-02-01")
	if !strings.Contains(out, "\nWith: "+overlay+"\nSet: constants.load=85%\n\n") || strings.Contains(done(t, "run", "quartet"), "Set: ") {
		t.Errorf("%s", out)
	}
}
