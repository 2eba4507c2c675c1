package experiment_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/session"
)

// hosts is the week in which others can have the stranger's model for a fee.
const hosts = 1

// takesCore has the stranger let others have the model in its drawer, in all arms; with
// take the leading lab makes it the core of its products later.
func takesCore(take bool) experiment.Player {
	return func(s *session.Session) (experiment.Script, error) {
		sc := s.World.Scenario()
		sable, _ := sc.Find(sim.OfCompany, "sable")
		lumen, _ := sc.Find(sim.OfCompany, "lumen")
		model, _ := sc.Find(sim.OfModel, "sable-2")
		s.Play(sim.CompanyID(sable), without{sim.OrderRelease})
		s.Play(sim.CompanyID(lumen), without{sim.OrderLicenseModel})
		release := []sim.Order{{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseHosted), By: sim.CompanyID(sable), Model: sim.ModelID(model), Share: 250_000}}
		licence := []sim.Order{{Kind: sim.OrderLicenseModel, Mode: uint8(sim.LicenceCore), By: sim.CompanyID(lumen), Model: sim.ModelID(model), Weeks: 52}}
		return func(w *sim.World) []sim.Order {
			switch {
			case w.Head().Tick == hosts:
				return release
			case w.Head().Tick == warWeek-1 && take:
				return licence
			}
			return nil
		}, nil
	}
}

// TestOctetExodus has the leading lab take in the model of another as its core: in
// each of the two quarters that follow half as many researchers more quit, and more,
// than in its twin.
func TestOctetExodus(t *testing.T) {
	if long(t) {
		return
	}
	for _, off := range []string{"", "exodus"} {
		r := twins(t, warWeek+26, off, takesCore(false), takesCore(true), experiment.AtWeek(warWeek, "quits", "lumen"),
			experiment.AtWeek(warWeek+13, "quits", "lumen"), experiment.AtEnd("quits", "lumen"), happened("exodus", sim.EventExodus))
		t.Logf("%-10s %s", off, r.Effect("other", "exodus"))
		first := func(look experiment.Look) float64 { return look("lumen.quits@21") - look("lumen.quits@8") }
		second := func(look experiment.Look) float64 { return look("lumen.quits") - look("lumen.quits@21") }
		more := func(says string, of func(experiment.Look) float64) statement {
			return statement{says, r.Derive("other", says+", over half of the twin's", "people", func(base, other experiment.Look) float64 {
				return of(other) - float64(1.5*of(base))
			}), 0, false}
		}
		shown(t, off, []statement{more("half more quit in the first quarter", first), more("half more quit in the second quarter", second)})
	}
}
