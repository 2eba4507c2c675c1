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

// TestAttentiveSeesWhatAttendSees: what the look at all at once allows, the look at each
// allows, and few orders that take no more than there is are left to it.
func TestAttentiveSeesWhatAttendSees(t *testing.T) {
	w, _ := twoWorlds(t)
	r, co, org := rand.New(rand.NewPCG(7, 8)), &w.companies[1], &w.orgs[1]
	yes, left := 0, 0
	for range 100_000 {
		o := Order{Kind: OrderKind(1 + r.IntN(int(orderKinds)-1)), By: 1, Deputy: r.IntN(2) == 0, Escalate: r.IntN(9) == 0}
		if modes := len(orderSpecs[o.Kind].Modes); modes > 0 {
			o.Mode = uint8(1 + r.IntN(modes))
		}
		co.Attention, co.Waiting = int64(r.IntN(5)), int16(mostWaiting-2+r.IntN(4))
		org.Form, org.Room, org.Deputies = FormUnits, Group(max(0, r.IntN(12)-6)), uint8(r.IntN(1<<groups))
		for g := range org.Acted {
			org.Acted[g] = uint8(r.IntN(deputyOrders + 2))
		}
		switch got, want := o.attentive(co, org, w.sc.deskOf(&o)), w.attend(&o).Allowed(); {
		case got && !want:
			t.Fatalf("%+v: at once allowed, one by one %+v", o, w.attend(&o))
		case got:
			yes++
		case want && !o.Escalate && org.Room == 0 && co.Waiting < mostWaiting && w.paces[o.Kind].attention == orderSpecs[o.Kind].Attention:
			left++
		}
	}
	if yes < 1000 || left > 0 {
		t.Errorf("%d orders are allowed at once; %d more could be", yes, left)
	}
}
