package session_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
	"pgregory.net/rapid"
)

const header = `{"company":"lumen","scenario":"quartet","engine":"` + sim.Engine + `","seed":3}`

func read(t testing.TB, text string) (*session.OrderFile, error) {
	return session.ReadOrders(strings.NewReader(text), "o.jsonl", quartet(t), "quartet")
}

func TestOrdersAreRead(t *testing.T) {
	sc := quartet(t)
	f, err := read(t, header+"\n\n"+
		`{"date":"2025-01-07","order":"rent_capacity","supplier":"harbour","family":"hammer","chips":"12k","weeks":26,"ceiling":"2.35 USD/h"}`+"\n"+
		`{"order":"open_fleet","date":"2025-01-08","site":"quay","family":"sledge","chips":0,"floor":"1.5 USD/h","exclude":["anvil","falcon"]}`+"\r\n"+
		`{"date":"2025-01-08","order":"set_policy","policy":"renew","share":"35 %"}`+"\n"+
		`{"date":"2025-01-08","order":"set_policy","policy":"cash_floor","cash":"$250M"}`)
	if err != nil {
		t.Fatal(err)
	}
	id := func(of sim.Entity, name string) int32 { n, _ := sc.Find(of, name); return n }
	lumen, harbour := sim.CompanyID(id(sim.OfCompany, "lumen")), sim.CompanyID(id(sim.OfCompany, "harbour"))
	hammer, sledge := sim.FamilyID(id(sim.OfFamily, "hammer")), sim.FamilyID(id(sim.OfFamily, "sledge"))
	want := []session.OrderLine{
		{3, units.DateOf(2025, 1, 7), sim.Order{Kind: sim.OrderRent, By: lumen, Peer: harbour, Family: hammer, Qty: 12_000, Weeks: 26, Price: 2_350_000}},
		{4, units.DateOf(2025, 1, 8), sim.Order{Kind: sim.OrderOpenFleet, By: lumen, Site: sim.SiteID(id(sim.OfSite, "quay")), Family: sledge,
			Price: 1_500_000, Set: sim.CompanySet{}.With(1).With(2)}},
		{5, units.DateOf(2025, 1, 8), sim.Order{Kind: sim.OrderSetPolicy, By: lumen, Mode: sim.PolicyRenew, Share: 350_000}},
		{6, units.DateOf(2025, 1, 8), sim.Order{Kind: sim.OrderSetPolicy, By: lumen, Mode: sim.PolicyCashFloor, Qty: 250_000_000}},
	}
	if f.Company != lumen || f.Header.Seed != 3 || len(f.Lines) != len(want) {
		t.Fatalf("company %d, seed %d, %d lines", f.Company, f.Header.Seed, len(f.Lines))
	}
	for i := range want {
		if f.Lines[i] != want[i] {
			t.Errorf("line %d is\n%+v, not\n%+v", want[i].Line, f.Lines[i], want[i])
		}
	}
}

// Each line alone is wrong; the report must name the line and hold the words.
func TestOrdersMistakes(t *testing.T) {
	rent := func(change string) string {
		line := `{"date":"2025-01-07","order":"rent_capacity","supplier":"harbour","family":"hammer","chips":10,"weeks":26,"ceiling":"2 USD/h"}`
		from, to, _ := strings.Cut(change, "=>")
		return strings.Replace(line, from, to, 1)
	}
	cases := []struct{ line, want string }{
		{rent(`rent_capacity=>rent_capacty`), `unknown order "rent_capacty" (did you mean "rent_capacity"? known: order_chips`},
		{rent(`"order":"rent_capacity",=>`), `the key "order" is missing`},
		{rent(`supplier=>suplier`), `unknown key "suplier" (did you mean "supplier"?`},
		{rent(`"supplier":"harbour",=>`), `the key "supplier" is missing`},
		{rent(`harbour=>harbor`), `there is no company "harbor" (did you mean "harbour"? known: anvil`},
		{rent(`hammer=>tongs`), `there is no chip family "tongs" (known: hammer, sledge)`},
		{rent(`"chips":10=>"chips":10.5`), `too fine`},
		{rent(`"chips":10=>"chips":0`), `"chips": 0 is out of bounds (from 1 to 100_000_000)`},
		{rent(`"chips":10=>"chips":-4`), `out of bounds`},
		{rent(`"chips":10=>"chips":[]`), `"chips" must be a quantity`},
		{rent(`"chips":10=>"chips":null`), `not null`},
		{rent(`"chips":10=>"chips":{"a":1}`), `must not be an object`},
		{rent(`"chips":10=>"chips":10,"chips":10`), `the key "chips" stands twice`},
		{rent(`"weeks":26=>"weeks":"26 days"`), `unknown time unit "days"`},
		{rent(`"ceiling":"2 USD/h"=>"ceiling":"2"`), `"ceiling": 2 has no unit (write a text with one of USD/GPU-hour, USD/H100e-hour, USD/h, like "2.35 USD/GPU-hour")`},
		{rent(`"ceiling":"2 USD/h"=>"ceiling":2`), `"ceiling": 2 has no unit`},
		{rent(`"chips":10=>"chips":1e99`), `"1e99" is not a number`},
		{`{"date":"2025-01-07","order":"set_policy","policy":"cash_floor","cash":150}`, `"cash": 150 has no unit`},
		{`{"date":"2025-01-07","order":"set_policy","policy":"cash_floor","cash":"1_500"}`, `"cash": 1_500 has no unit`},
		{`{"date":"2025-01-07","order":"join_queue","terms":"firm","site":"quay","power":50}`, `"power": 50 has no unit (write a text with one of W, kW, MW, GW, like "350 MW")`},
		{`{"date":"2025-01-07","order":"open_fleet","site":"quay","family":"hammer","chips":1,"floor":"1 USD/h","available":"2025-07-01"}`, `"available": 2025-07-01 is after the last day of the scenario (2025-06-30)`},
		{rent(`"chips":10=>"chips":1e-1`), `too fine`},
		{rent(`"chips":10=>"chips":true`), `"chips" must be a quantity, not true (a text or a number is needed, like `},
		{rent(`"supplier":"harbour"=>"supplier":true`), `"supplier" must be the name of a company, not true`},
		{rent(`"date":"2025-01-07"=>"date":null`), `"date" must be a text, not null`},
		{rent(`"rent_capacity"=>false`), `"order" must be the name of an order, not false (known orders: `},
		{`{"date":"2025-01-07","order":"set_policy","policy":true,"price":2}`, `"policy" must be a text, not true (one of price, `},
		{`{"date":"2025-01-07","order":"order_chips","supplier":"anvil","family":"hammer","site":"quay","chips":1,"prepaid":35}`, `to 100 %; write 35 % or 0.35)`},
		{rent(`"supplier":"harbour"=>"supplier":7`), `"supplier" must be the name of a company`},
		{rent(`2025-01-07=>2024-12-30`), `2024-12-30 lies outside the scenario (its days are 2024-12-31 to 2025-06-30)`},
		{rent(`2025-01-07=>2025-07-01`), `lies outside`},
		{rent(`2025-01-07=>7 January`), `is not a date`},
		{rent(`"date":"2025-01-07"=>"date":20250107`), `"date" must be a text`},
		{rent(`}=>`), `the object has no end`},
		{rent(`}=>} {}`), `something follows the object`},
		{rent(`{=>`), `not a JSON object`},
		{rent("harbour=>har\xffbour"), `not UTF-8`},
		{`[1, 2]`, `not a JSON object`},
		{`{"date":"2025-01-07","order":"set_policy"}`, `the key "policy" is missing (one of price, price_step, cash_floor, renew, dispatch, split, spot_reserve, spot_ceiling, family, cover, pay, growth, raise, research, training, match, follow_room, booking_floor)`},
		{`{"date":"2025-01-07","order":"set_policy","policy":"prize","price":2}`, `unknown policy "prize" (did you mean "price"?`},
		{`{"date":"2025-01-07","order":"set_policy","policy":"price","step":2}`, `unknown key "step"`},
		{`{"date":"2025-01-07","order":"open_fleet","site":"quay","family":"hammer","chips":1,"floor":"1 USD/h","exclude":"anvil"}`, `must be a list of companies`},
		{`{"date":"2025-01-07","order":"open_fleet","site":"quay","family":"hammer","chips":1,"floor":"1 USD/h","exclude":["anvl"]}`, `there is no company "anvl"`},
		{`{"date":"2025-01-07","order":"open_fleet","site":"quay","family":"hammer","chips":1,"floor":"1 USD/h","exclude":[1]}`, `list of names`},
		{`{"` + strings.Repeat("x", session.MaxOrderLine) + `":1}`, `the line is longer than 1 MiB`},
	}
	good := rent("=>")
	for _, c := range cases {
		_, err := read(t, header+"\n"+good+"\n"+c.line+"\n"+good)
		var list session.Mistakes
		if !errors.As(err, &list) {
			t.Errorf("%.120s: no mistake is found", c.line)
			continue
		}
		if list[0].Line != 3 || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "o.jsonl:3: error: ") {
			t.Errorf("%.120s:\n%v\ndoes not say %s", c.line, err, c.want)
		}
	}
	if _, err := read(t, header+"\n"+good); err != nil {
		t.Error(err)
	}
}

func TestOrdersHeaderMistakes(t *testing.T) {
	cases := []struct{ change, want string }{
		{`lumen=>lumin`, `o.jsonl:1: error: "company": there is no company "lumin" (did you mean "lumen"?`},
		{`quartet=>solo`, `the orders are for scenario "solo", this is "quartet"`},
		{sim.Engine + `=>9.9.9`, `the orders are for engine "9.9.9", this is "` + sim.Engine + `"`},
		{`3}=>-3}`, `"seed" must be a whole number`},
		{`3}=>"3"}`, `"seed" must be a whole number`},
		{`,"seed":3=>`, `the key "seed" is missing`},
		{`"seed"=>"sed"`, `unknown key "sed" (did you mean "seed"?`},
		{`"lumen"=>4`, `"company" must be a text`},
		{`"lumen"=>true`, `"company" must be a text, not true`},
		{header + `=>`, `o.jsonl: error: the file is empty`},
	}
	for _, c := range cases {
		from, to, _ := strings.Cut(c.change, "=>")
		if _, err := read(t, strings.Replace(header, from, to, 1)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v does not say %s", c.change, err, c.want)
		}
	}
}

func TestOrdersFileLimits(t *testing.T) {
	var list session.Mistakes
	long := header + strings.Repeat("\n", session.MaxOrderFile)
	if _, err := read(t, long); !errors.As(err, &list) || !strings.Contains(err.Error(), "larger than 16 MiB (an orders file holds one run") {
		t.Errorf("a file that is too large: %v", err)
	}
	if _, err := read(t, header+strings.Repeat("\nx", 5000)); !errors.As(err, &list) || !strings.Contains(err.Error(), "and at least 950 more") || strings.Count(err.Error(), "\n") != 50 {
		t.Errorf("many mistakes: %v", err)
	}
	_, err := session.ReadOrders(io.MultiReader(strings.NewReader(header), broken{}), "o", quartet(t), "quartet")
	if err == nil || !strings.Contains(err.Error(), "cannot be read: the cable is cut") {
		t.Errorf("a file that breaks off: %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the cable is cut") }

func TestOrdersComeInTheOrderOfDates(t *testing.T) {
	line := `{"date":"2025-0%d-04","order":"set_policy","policy":"price","price":"3 USD/h"}` + "\n"
	text := header + "\n"
	for _, month := range []int{1, 3, 3, 2} {
		text += fmt.Sprintf(line, month)
	}
	if _, err := read(t, text); err == nil || !strings.Contains(err.Error(), "o.jsonl:5: error: 2025-02-04 is earlier than the line before (2025-03-04)") {
		t.Errorf("lines out of order: %v", err)
	}
}

// anyOrder draws an order that a file can hold.
func anyOrder(t *rapid.T, sc *sim.Scenario) sim.Order {
	specs := sim.OrderSpecs()
	if sc.Count(sim.OfProgram) == 0 {
		specs = slices.DeleteFunc(specs, func(s sim.OrderSpec) bool { return s.Kind == sim.OrderGateSilicon || s.Kind == sim.OrderGateProgramme }) // names nothing there
	}
	if sc.Count(sim.OfPerson) == 0 {
		specs = slices.DeleteFunc(specs, func(s sim.OrderSpec) bool { return s.Kind >= sim.OrderCourtStar && s.Kind <= sim.OrderRetain })
	}
	specs = slices.DeleteFunc(specs, func(s sim.OrderSpec) bool { return s.Kind == sim.OrderAnswer }) // quartet asks nothing
	spec := &specs[rapid.IntRange(0, len(specs)-1).Draw(t, "kind")]
	o := sim.Order{Kind: spec.Kind, By: 4}
	if len(spec.Modes) > 0 {
		o.Mode = spec.Modes[rapid.IntRange(0, len(spec.Modes)-1).Draw(t, "mode")].Mode
	}
	pick := func(n int, optional bool) int {
		from := 1
		if optional {
			from = 0
		}
		return rapid.IntRange(from, n).Draw(t, "id")
	}
	for _, f := range spec.FieldsOf(o.Mode) {
		switch f.Field {
		case sim.FieldMode:
		case sim.FieldPeer:
			o.Peer = sim.CompanyID(pick(sc.Companies(), f.Optional))
		case sim.FieldSite:
			o.Site = sim.SiteID(pick(sc.Sites(), f.Optional))
		case sim.FieldDest:
			o.Dest = sim.SiteID(pick(sc.Sites(), f.Optional))
		case sim.FieldFamily:
			o.Family = sim.FamilyID(pick(sc.Families(), f.Optional))
		case sim.FieldRegion:
			o.Region = sim.RegionID(pick(sc.Regions(), f.Optional))
		case sim.FieldProgram:
			o.Program = sim.ProgramID(pick(sc.Count(sim.OfProgram), f.Optional))
		case sim.FieldModel:
			o.Model = sim.ModelID(pick(sc.Count(sim.OfModel), f.Optional))
		case sim.FieldPerson:
			o.Person = sim.PersonID(pick(sc.Count(sim.OfPerson), f.Optional))
		case sim.FieldWeights:
			a := rapid.Int64Range(0, int64(units.One)).Draw(t, "first weight")
			b := rapid.Int64Range(0, int64(units.One)-a).Draw(t, "second weight")
			o.Weights = [3]units.PPM{units.PPM(a), units.PPM(b), units.One - units.PPM(a+b)}
		case sim.FieldWhen:
			o.When = sc.Start().AddDays(rapid.IntRange(0, int(sc.End()-sc.Start())-1).Draw(t, "day"))
		case sim.FieldSet:
			o.Set = sim.CompanySet{uint64(rapid.IntRange(0, 1<<sc.Companies()-1).Draw(t, "set"))}
		default:
			o.SetNumber(f.Field, rapid.Int64Range(f.Min, f.Max).Draw(t, f.Name))
		}
	}
	return o
}

func TestOrdersRoundTrip(t *testing.T) {
	sc := quartet(t)
	rapid.Check(t, func(t *rapid.T) {
		var text bytes.Buffer
		h := session.OrderHeader{Company: "lumen", Scenario: "quartet", Engine: sim.Engine, Seed: rapid.Uint64().Draw(t, "seed")}
		if err := session.WriteHeader(&text, h); err != nil {
			t.Fatal(err)
		}
		var want []session.OrderLine
		for i := range rapid.IntRange(0, 5).Draw(t, "lines") {
			want = append(want, session.OrderLine{Line: i + 2, Date: sc.Start().AddDays(9 * i), Order: anyOrder(t, sc)})
			if err := session.WriteOrder(&text, sc, want[i].Date, want[i].Order); err != nil {
				t.Fatal(err)
			}
		}
		f, err := session.ReadOrders(bytes.NewReader(text.Bytes()), "o", sc, "quartet")
		if err != nil {
			t.Fatalf("%v\n%s", err, &text)
		}
		if f.Header != h || len(f.Lines) != len(want) {
			t.Fatalf("%+v with %d lines became %+v with %d", h, len(want), f.Header, len(f.Lines))
		}
		for i := range want {
			if f.Lines[i] != want[i] {
				t.Fatalf("%+v became %+v\n%s", want[i], f.Lines[i], &text)
			}
		}
	})
}

func TestWriteOrderRefusesNonsense(t *testing.T) {
	sc := quartet(t)
	for _, o := range []sim.Order{{}, {Kind: 250}, {Kind: sim.OrderSetPolicy, Mode: 99}, {Kind: sim.OrderRent, Peer: 77, Family: 1}} {
		if err := session.WriteOrder(io.Discard, sc, sc.Start(), o); err == nil {
			t.Errorf("%+v is written", o)
		}
	}
}

// FuzzOrders: whatever a file holds, the reader answers with orders that can be
// written and read again, or with mistakes.
func FuzzOrders(f *testing.F) {
	sc := quartet(f)
	f.Add(header + "\n" + `{"date":"2025-01-07","order":"set_policy","policy":"renew","share":"35 %"}`)
	f.Add(header + "\n" + `{"date":"2025-01-07","order":"open_fleet","site":"quay","family":"hammer","chips":1,"floor":"1 USD/h","exclude":["anvil"]}`)
	f.Add(header + "\n{\"date\":\"2025-01-07\",\"order\":\"order_chips\"\n\x00")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := session.ReadOrders(strings.NewReader(text), "o", sc, "quartet")
		var list session.Mistakes
		if err != nil {
			if !errors.As(err, &list) || len(list) == 0 || err.Error() == "" {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		var again bytes.Buffer
		session.WriteHeader(&again, file.Header)
		for _, l := range file.Lines {
			if err := session.WriteOrder(&again, sc, l.Date, l.Order); err != nil {
				t.Fatal(err)
			}
		}
		second, err := session.ReadOrders(&again, "o", sc, "quartet")
		if err != nil || len(second.Lines) != len(file.Lines) {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
		for i := range second.Lines {
			if second.Lines[i].Order != file.Lines[i].Order || second.Lines[i].Date != file.Lines[i].Date {
				t.Fatalf("%+v became %+v", file.Lines[i], second.Lines[i])
			}
		}
	})
}
