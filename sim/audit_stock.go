package sim

import (
	"fmt"

	"entangle/sim/units"
)

// lawStock: what companies own, run, have idle and rent is what stands in their sites
// and rentals, however long ago it was counted.
func lawStock(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		own, owned, idle := units.H100e(0), units.H100e(0), units.H100e(0)
		for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
			row := &w.sites[s]
			own, owned, idle = own+row.Own, owned+row.Owned, idle+row.Idle
			if err := w.countedAt(s); err != nil {
				return err
			}
		}
		if co := &w.companies[c]; own != co.Own || owned != co.Owned || idle != co.Idle {
			return fmt.Errorf("%s runs %d of %d, %d idle; its sites count %d of %d, %d idle", w.sc.Name(Ref{OfCompany, int32(c)}),
				co.Own, co.Owned, co.Idle, own, owned, idle)
		}
		for f := FamilyID(1); int(f) < len(w.families); f++ {
			kept, hired := w.keptAndHired(c, f)
			if t := w.account(c, f); kept != t.Kept || hired != t.Hired {
				return fmt.Errorf("%s runs %d of %s for itself and rents %d, counted are %d and %d", w.sc.Name(Ref{OfCompany, int32(c)}),
					kept, w.sc.Name(Ref{OfFamily, int32(f)}), hired, t.Kept, t.Hired)
			} else if (t.Crew > 0 || kept+hired > 0 && t.Penalty > 0) && !w.ripening[f].Has(c) {
				return fmt.Errorf("%s: its software for %s does not ripen", w.sc.Name(Ref{OfCompany, int32(c)}), w.sc.Name(Ref{OfFamily, int32(f)}))
			}
			if err := w.knownRipe(c, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// countedAt checks what is summed up at a site, unless some came or went and power is yet to look at it.
func (w *World) countedAt(s SiteID) error {
	row, sum := &w.sites[s], Site{}
	for at := row.Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		h := w.families[f.Family].H100e
		sum.Own += units.H100e(f.Running) * h
		sum.Owned += units.H100e(f.Ready+f.Coming) * h
		sum.Idle += units.H100e(f.Ready-f.Running) * h
		sum.Coming += f.draw(f.Coming)
		sum.Needed += f.draw(f.Ready)
		sum.Standing += f.draw(f.Ready + f.Coming)
	}
	if row.Flexible > 0 && w.flexible[s/64]&(1<<(s%64)) == 0 {
		return fmt.Errorf("%s can cut %d kW, which nobody knows", w.sc.Name(Ref{OfSite, int32(s)}), row.Flexible)
	}
	shifted := w.shifted[s/64]&(1<<(s%64)) != 0
	if !shifted && (sum.Own != row.Own || sum.Owned != row.Owned || sum.Idle != row.Idle ||
		sum.Coming != row.Coming || sum.Needed != row.Needed || sum.Standing != row.Standing) {
		return fmt.Errorf("%s runs %d of %d chips in H100e, counted are %d of %d; they need %d kW and will need %d, counted are %d and %d",
			w.sc.Name(Ref{OfSite, int32(s)}), sum.Own, sum.Owned, row.Own, row.Owned, sum.Needed, sum.Standing, row.Needed, row.Standing)
	}
	return nil
}

// knownRipe checks whether it is noted that a company loses something to software.
func (w *World) knownRipe(c CompanyID, f FamilyID) error {
	at := uint(c)*uint(len(w.families)) + uint(f)
	if raw := w.account(c, f).Penalty > 0 && w.sc.immatureSet>>((f-1)&63)&1 != 0; raw != (w.unripe[at/64]>>(at%64)&1 != 0) {
		return fmt.Errorf("%s: whether its software for %s costs something is noted wrong", w.sc.Name(Ref{OfCompany, int32(c)}), w.sc.Name(Ref{OfFamily, int32(f)}))
	}
	return nil
}

// keptAndHired is what a company runs of a family for itself, and what it rents.
func (w *World) keptAndHired(c CompanyID, f FamilyID) (kept, hired units.H100e) {
	for i := 1; i < len(w.fleets); i++ {
		if b := &w.fleets[i]; b.Family == f && w.sc.sites[b.Site].owner == c {
			kept += units.H100e(b.Kept) * w.families[f].H100e
		}
	}
	for i := 1; i < len(w.clauses); i++ {
		if k := &w.clauses[i]; k.Kind == ClauseCapacity && k.To == c && k.Family == f {
			hired += units.H100e(k.Now) * w.families[f].H100e
		}
	}
	return kept, hired
}
