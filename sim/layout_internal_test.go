package sim

import (
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"entangle/sim/units"
)

// twoWorlds returns two equal worlds some weeks into a run, with a row in every
// part that a week can fill.
func twoWorlds(t *testing.T) (a, b *World) {
	setup := SmallSetup()
	setup.Sites[0].Stages = []StageSetup{{Date: setup.Start.AddWeeks(9), Add: Exactly(500), Slip: Exactly(1)}}
	setup.Events = []IncidentSetup{{ID: "scare", Date: setup.Start, Effects: []EffectSetup{{Kind: "duty", Share: Exactly(100_000), Weeks: Exactly(20)}}}}
	sc, problems := Compile(setup)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	a, b = New(sc), New(sc)
	a.Reset(1)
	for range 3 {
		a.Step(Input{})
	}
	a.hold(&Order{Kind: OrderSetPolicy, Mode: PolicyRenew, By: 3}, 2)
	b.CopyFrom(a)
	return a, b
}

// TestRowsInPieces holds the rows that every week walks to pieces of 64 bytes, as a
// processor reads them: each begins with one, and so do the parts that are taken together.
func TestRowsInPieces(t *testing.T) {
	const piece = 64
	var co Company
	var lab Lab
	var p Product
	var k Crew
	var f Finance
	for name, at := range map[string]uintptr{
		"company": unsafe.Sizeof(co), "sales": unsafe.Offsetof(co.Sales), "compute": unsafe.Offsetof(co.Own), "know-how": unsafe.Offsetof(co.Know),
		"policy": unsafe.Offsetof(co.Policy), "temper": unsafe.Offsetof(co.Temper),
		"lab": unsafe.Sizeof(lab), "product": unsafe.Sizeof(p), "look round": unsafe.Offsetof(p.Takes), "crew": unsafe.Sizeof(k), "target": unsafe.Offsetof(k.Target),
		"finance": unsafe.Sizeof(f), "marks": unsafe.Offsetof(f.Earned), "team": unsafe.Sizeof(Team{}), "run": unsafe.Sizeof(Run{}), "fleet": unsafe.Sizeof(Fleet{}), "site": unsafe.Sizeof(Site{}),
	} {
		if at == 0 || at%piece != 0 {
			t.Errorf("%s: at %d, which is not where a piece begins", name, at)
		}
	}
}

// TestEveryFieldCounts flips the lowest bit of every number of every row in one
// of two equal worlds: the hash of that part changes, no other does, and Diff
// names part, row and field.
func TestEveryFieldCounts(t *testing.T) {
	a, b := twoWorlds(t)
	if d := Diff(a, b, 10); len(d) > 0 || a.Hash() != b.Hash() {
		t.Fatalf("equal worlds differ: %+v", d)
	}
	flipped := 0
	for i := range parts {
		base, n := parts[i].rows(b)
		if n == 0 {
			t.Errorf("%s has no row to look at", parts[i].name)
		}
		for r := range n {
			for _, f := range parts[i].fields {
				for k := range f.count {
					flip(t, a, b, i, r, f, unsafe.Add(base, uintptr(r)*parts[i].size+f.offset+uintptr(k)*f.width))
					flipped++
				}
			}
		}
	}
	t.Logf("%d numbers flipped in %d parts", flipped, len(parts))
	if d := Diff(a, b, 10); len(d) > 0 {
		t.Fatalf("the test left the worlds different: %+v", d)
	}
}

// flip changes a number at an address, looks, and changes it back. The byte
// flipped is the first: on little-endian machines the lowest.
func flip(t *testing.T, a, b *World, part, row int, f field, at unsafe.Pointer) {
	t.Helper()
	*(*uint8)(at) ^= 1
	before, after := a.Hash(), b.Hash()
	for i := range before {
		if (before[i] != after[i]) != (i == part) {
			t.Errorf("%s row %d %s: hash of %s changed: %t", parts[part].name, row, f.name, parts[i].name, before[i] != after[i])
		}
	}
	if before.Sum() == after.Sum() {
		t.Errorf("%s row %d %s: the sum of the hash did not change", parts[part].name, row, f.name)
	}
	d := Diff(a, b, 10)
	if len(d) != 1 || d[0].Part != parts[part].name || d[0].Row != row || d[0].Field != f.name || d[0].A^d[0].B != 1 {
		t.Errorf("%s row %d %s: Diff says %+v", parts[part].name, row, f.name, d)
	}
	*(*uint8)(at) ^= 1
}

// TestLayoutMissesNothing counts the bytes of each row: those of its fields and
// the padding between them make its size.
func TestLayoutMissesNothing(t *testing.T) {
	for _, row := range []any{Head{}, Params{}, Company{}, Region{}, Family{}, Segment{}, Site{}, Stage{}, Fleet{}, Contract{}, Clause{}} {
		typ := reflect.TypeOf(row)
		covered := make([]bool, typ.Size())
		for _, f := range layout(nil, typ, "", 0) {
			for i := f.offset; i < f.offset+f.width*uintptr(f.count); i++ {
				if covered[i] {
					t.Errorf("%s: byte %d is hashed twice, the second time as %s", typ, i, f.name)
				}
				covered[i] = true
			}
		}
		cover(t, typ, 0, covered)
	}
}

// cover reports the leaves of a type that no field covers.
func cover(t *testing.T, typ reflect.Type, at uintptr, covered []bool) {
	switch typ.Kind() {
	case reflect.Struct:
		for i := range typ.NumField() {
			cover(t, typ.Field(i).Type, at+typ.Field(i).Offset, covered)
		}
	case reflect.Array:
		for i := range typ.Len() {
			cover(t, typ.Elem(), at+uintptr(i)*typ.Elem().Size(), covered)
		}
	default:
		for i := at; i < at+typ.Size(); i++ {
			if !covered[i] {
				t.Errorf("byte %d, in a %s, is not hashed", i, typ)
			}
		}
	}
}

// TestWorldHasNoHiddenState: every slice of rows in World is either a part or
// named here as no state.
func TestWorldHasNoHiddenState(t *testing.T) {
	known := map[string]bool{"opening": false}
	for i := range parts {
		known[parts[i].name] = true
	}
	known["total"] = true // the part "ledger"
	notState := map[string]bool{"sc": true, "in": true, "today": true, "quarter": true, "paces": true, "key": true, "events": true, "fill": true, "board": true, "dear": true, "shelves": true, "lent": true, "drawers": true, "choices": true, "rests": true, "openings": true, "together": true, "blocks": true, "watts": true, "occupied": true, "beyond": true, "staged": true, "dueAt": true, "later": true, "inside": true, "toOrder": true, "toSell": true, "suits": true, "due": true, "lacks": true, "lacking": true, "stirred": true, "shifted": true, "flexible": true, "relets": true, "lessees": true, "leases": true, "leased": true, "answered": true, "underFee": true, "paying": true, "borrows": true, "nobody": true, "turns": true, "ripening": true, "unripe": true, "lapsed": true, "inTraining": true, "running": true, "moved": true, "letAt": true, "live": true, "steps": true, "bare": true, "ahead": true, "eager": true, "offering": true, "reoffers": true, "standing": true, "drawing": true, "unbilled": true, "unlost": true, "losses": true, "arrivals": true, "bids": true, "booking": true, "asks": true, "room": true}
	w := reflect.TypeFor[World]()
	for i := range w.NumField() {
		if name := w.Field(i).Name; !known[name] && !notState[name] {
			t.Errorf("World.%s is neither in a part of the hash nor listed as no state", name)
		}
	}
}

// TestRowsAreNumbers: what would differ between machines or runs panics when the
// table is built, with the name of the field.
func TestRowsAreNumbers(t *testing.T) {
	for name, row := range map[string]any{
		"pointer": struct{ Bad *int64 }{}, "string": struct{ Bad string }{}, "map": struct{ Bad map[int8]int8 }{},
		"int": struct{ Bad int }{}, "uint": struct{ Bad uint }{}, "slice": struct{ Bad []int64 }{}, "func": struct{ Bad func() }{},
		"float32": struct{ Bad float32 }{}, "interface": struct{ Bad any }{}, "nested": struct{ Good [2]struct{ Bad uintptr } }{},
	} {
		func() {
			defer func() {
				if said, _ := recover().(string); !strings.Contains(said, "Bad") {
					t.Errorf("%s: panic says %q and not the field's name", name, said)
				}
			}()
			layout(nil, reflect.TypeOf(row), "", 0)
			t.Errorf("a row with a field of kind %s was accepted", name)
		}()
	}
}

// TestDiffCountsRows: a world with another number of rows differs in that, and a
// list of differences is no longer than asked for.
func TestDiffCountsRows(t *testing.T) {
	a, b := twoWorlds(t)
	b.contracts = append(b.contracts, Contract{})
	b.companies[1].Cash++
	b.companies[2].Price++
	d := Diff(a, b, 10)
	if len(d) != 3 || d[2] != (Difference{"contracts", -1, "rows", uint64(len(a.contracts)), uint64(len(b.contracts))}) {
		t.Errorf("Diff says %+v", d)
	}
	if a.Hash() == b.Hash() {
		t.Error("a row more does not change the hash")
	}
	if d := Diff(a, b, 2); len(d) != 2 {
		t.Errorf("asked for 2 differences, got %d", len(d))
	}
	if units.USD(a.Size()) == 0 || b.Size() != a.Size()+int(unsafe.Sizeof(Contract{})) {
		t.Errorf("a world of %d bytes, one contract more makes it %d", a.Size(), b.Size())
	}
}
