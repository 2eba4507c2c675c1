package sim

import (
	"entangle/sim/rng"
	"entangle/sim/units"
)

// loadRegion fills a region's row. Where nothing can be built, only the price
// counts.
func (w *World) loadRegion(r *Region, s *RegionSetup) {
	r.Energy = units.Price(w.whole(&s.EnergyPrice))
	r.Base = r.Energy
	if !s.Headroom.Given {
		return
	}
	kw := func(f Figure) units.KW { return units.KW(w.whole(&f)) }
	r.Headroom, r.Contractors, r.Transformers = kw(s.Headroom), kw(s.Contractors), kw(s.Transformers)
	r.Turbines, r.Nuclear = kw(s.Turbines), kw(s.Nuclear)
	r.QueueWeeks = w.figure(&s.QueueWeeks)
	r.PeakCut = peakCut
	if s.PeakCut.Given {
		r.PeakCut = units.PPM(w.whole(&s.PeakCut))
	}
	if s.Reserve.Given {
		r.Peaks, r.Reserve = kw(s.PeakLoad), w.figure(&s.Reserve)/float64(units.One)
		r.Capacity = w.capacityPrice(r)
		r.Energy += units.Price(units.Whole(r.Capacity, maxExact))
	}
	r.Tolerance = float64(startTolerance) / float64(units.One)
	if s.Tolerance.Given {
		r.Tolerance = w.figure(&s.Tolerance) / float64(units.One)
	}
	r.Calm, r.Began = r.Tolerance, r.Tolerance
	w.lookAtLine(r)
	r.Room, r.Builders, r.Iron, r.Units = r.Headroom/4, r.Contractors/4, r.Transformers/4, r.Turbines/4
}

// loadPlants has the turbines of the start wait for their permits, which come when
// they come.
func (w *World) loadPlants() {
	key := rng.At(w.head.Seed, -1)
	for id := SiteID(1); int(id) < len(w.sites); id++ {
		power, owner := w.sites[id].Inherited, w.sc.sites[id].owner
		if power == 0 {
			continue
		}
		draw := key.Stream(streamPlants, w.serial(owner))
		w.head.Draws++
		*w.freePlant(owner) = Plant{Site: id, Power: power, Works: true,
			Permit: w.sc.setup.Start.AddWeeks(int(latePermit.at(draw.Normal())))}
		w.opens(owner, id, usePlants)
	}
}

// loadPlots has each company build by the habits of its best site: the least
// power beside chips, the fewest weeks to install.
func (w *World) loadPlots() {
	for c := 1; c < len(w.sc.companies); c++ {
		info := &w.sc.companies[c]
		pue, weeks := units.PPM(newPUE), int16(newInstall)
		some := false
		for s := info.siteFrom; s < info.siteTo; s++ {
			if row := &w.sites[s]; !w.sc.sites[s].plot && (!some || row.PUE < pue || row.PUE == pue && row.Install < weeks) {
				pue, weeks, some = row.PUE, row.Install, true
			}
		}
		first, n := 0, len(w.families)
		for s := info.siteFrom; s < info.siteTo; s++ {
			if !w.sc.sites[s].plot {
				continue
			}
			w.sites[s].PUE, w.sites[s].Install = pue, weeks
			if first == 0 {
				w.loadWatts(s)
				first = int(s)
			} else { // the same as there
				copy(w.watts[int(s)*n:][:n], w.watts[first*n:][:n])
			}
		}
	}
}

// A company without a site builds its first like most: economics.md 3 gives a PUE
// of 1.30 to all but the two best, 12 its installation of 9 weeks.
const (
	newPUE     = 1_300_000
	newInstall = 9
)
