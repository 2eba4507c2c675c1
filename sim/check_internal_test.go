package sim

import (
	"math/rand/v2"
	"testing"

	"entangle/sim/units"
)

// TestFilledSeesWhatFitsSees: the look at all fields at once finds fault with an
// order whenever one of them does not fit, and else never.
func TestFilledSeesWhatFitsSees(t *testing.T) {
	w, _ := twoWorlds(t)
	r := rand.New(rand.NewPCG(3, 4))
	small := func() int64 { return r.Int64N(8) - 2 }
	number := func(f []FieldSpec, id FieldID) int64 {
		for i := range f {
			if f[i].Field == id {
				return []int64{f[i].Min - 1, f[i].Min, f[i].Max, f[i].Max + 1}[r.IntN(4)]
			}
		}
		return 0
	}
	fit, bad := 0, 0
	for range 200_000 {
		o := Order{Kind: OrderKind(1 + r.IntN(int(orderKinds)-1))}
		if modes := len(orderSpecs[o.Kind].Modes); modes > 0 {
			o.Mode = uint8(1 + r.IntN(modes))
		}
		fields := o.fields()
		o = Order{Peer: CompanyID(small()), Site: SiteID(small()), Dest: SiteID(small()), Region: RegionID(small()), Family: FamilyID(small()),
			Program: ProgramID(small()), Qty: number(fields, FieldQty), Price: units.Price(number(fields, FieldPrice)), Share: units.PPM(number(fields, FieldShare)),
			Weeks: int32(number(fields, FieldWeeks)), Kind: o.Kind, Mode: o.Mode,
			When: []units.Date{0, w.sc.setup.Start - 1, w.sc.setup.Start, lastOrderDate, lastOrderDate + 1}[r.IntN(5)]}.used(fields)
		form := orderForms[o.Kind][o.Mode]
		weighed := form.used&(1<<FieldWeights) != 0 // looked at by themselves
		if got, want := w.filled(&o, &form, o.sets()), w.misfit(&o) == nil; got != want && !weighed {
			t.Fatalf("%+v: at once %t, one by one %t", o, got, want)
		} else if want {
			fit++
		} else {
			bad++
		}
	}
	if fit < 1000 || bad < 1000 {
		t.Errorf("%d orders fit and %d do not", fit, bad)
	}
}
