package sim

import (
	"math/rand/v2"
	"testing"

	"entangle/sim/units"
)

// TestFormalSeesWhatBlemishSees: the look at all fields at once finds fault with an
// order whenever one of them does not fit, and else never.
func TestFormalSeesWhatBlemishSees(t *testing.T) {
	w, _ := twoWorlds(t)
	r := rand.New(rand.NewPCG(3, 4))
	small := func() int64 {
		return []int64{r.Int64N(8) - 2, r.Int64N(8) - 2, r.Int64N(8) - 2, r.Int64N(1<<16) - 1<<15, 32767, -32768}[r.IntN(6)]
	}
	number := func(f []FieldSpec, id FieldID) int64 {
		for i := range f {
			if f[i].Field == id {
				return []int64{f[i].Min - 1, f[i].Min, f[i].Max, f[i].Max + 1}[r.IntN(4)]
			}
		}
		return 0
	}
	fit, bad := 0, 0
	for range 400_000 {
		o := Order{Kind: OrderKind(1 + r.IntN(int(orderKinds)-1)), Mode: uint8(r.IntN(4))}
		if modes := len(orderSpecs[o.Kind].Modes); modes > 0 {
			o.Mode = uint8(1 + r.IntN(modes+1))
		}
		fields := o.fields()
		stray := o
		stray.Peer, stray.Site, stray.Dest, stray.Region, stray.Family = CompanyID(small()), SiteID(small()), SiteID(small()), RegionID(small()), FamilyID(small())
		stray.Program, stray.Model, stray.Person, stray.Segment = ProgramID(small()), ModelID(small()), PersonID(small()), SegmentID(small())
		stray.Qty, stray.Price, stray.Share = number(fields, FieldQty), units.Price(number(fields, FieldPrice)), units.PPM(number(fields, FieldShare))
		stray.Weeks, stray.Set = int32(number(fields, FieldWeeks)), CompanySet{uint64(r.IntN(2)), 0}
		stray.When = []units.Date{0, w.sc.setup.Start - 1, w.sc.setup.Start, lastOrderDate, lastOrderDate + 1}[r.IntN(5)]
		if r.IntN(2) == 0 {
			stray.Weights = [3]units.PPM{units.One, 0, units.PPM(r.IntN(2))}
		}
		mode := o.Mode
		o = stray.used(fields)
		o.Mode, o.Escalate, o.By = mode, r.IntN(3) == 0, CompanyID(r.IntN(len(w.companies)+1))
		if r.IntN(8) == 0 {
			o.Offer = OfferID(small())
		}
		if r.IntN(8) == 0 {
			o.Site, o.Segment = stray.Site, stray.Segment
		}
		weighed := w.sc.forms[o.Kind][min(o.Mode, maxModes-1)].used&(1<<FieldWeights) != 0 // left to blemish
		switch got, want := w.formal(&o), w.blemish(&o).Allowed(); {
		case got != want && !(weighed && want):
			t.Fatalf("%+v: at once %t, one by one %+v", o, got, w.blemish(&o))
		case want:
			fit++
		default:
			bad++
		}
	}
	if fit < 1000 || bad < 1000 {
		t.Errorf("%d orders fit and %d do not", fit, bad)
	}
}
