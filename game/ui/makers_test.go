package ui

import (
	"testing"

	"entangle/assets"
	"entangle/sim"
)

// A company that makes what all chips are made of finds its order in the form, and the
// form begins with an amount that passes.
func TestMakersCanBuild(t *testing.T) {
	for _, lang := range assets.Languages() {
		a := crowd(t, "tsmc", lang, plain)
		for i, kind := range a.form.Kinds() {
			if kind.Name == a.play.Plain("order.expand_supply") && !kind.Hidden {
				a.form.SetKind(i)
			}
		}
		a.rebuild()
		frame(a)
		if o := a.form.Order(); o.Kind != sim.OrderExpandSupply || o.Qty < 100 || !a.play.View().Check(o).Allowed() {
			t.Errorf("the form begins with %+v", o)
		}
		textFits(t, a)
	}
}

// Companies that share a colour differ by what is in their marks.
func TestMarksDiffer(t *testing.T) {
	a := crowd(t, "tsmc", "en", plain)
	if n := a.play.SC.Companies(); n > 3*len(companies) {
		t.Errorf("%d companies, marks for %d", n, 3*len(companies))
	}
}
