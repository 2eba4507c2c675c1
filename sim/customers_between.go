package sim

import "entangle/sim/units"

// What companies sell each other on the spot, and who is served by whom, is settled once in
// four weeks: when customers look around. In the weeks between the same goes on at the same
// price, as long as everybody has and can pay what he agreed to; who lost room serves less,
// and what was gained is sold when they look around next.

// lasts tells whether what was traded last week can go on, and notes who buys and who sells.
func (w *World) lasts() (n, m uint, ok bool) {
	price, bad := w.spot.Price, int64(0)
	if !units.WeekFits(price, w.spot.Volume) {
		return 0, 0, false
	}
	companies, buying, selling := w.companies, w.room.buying, w.room.selling
	for c := 1; c < len(companies); c++ {
		co := &companies[c]
		buying[n%MaxCompanies], selling[m%MaxCompanies] = CompanyID(c), CompanyID(c)
		n += countIf(co.SpotIn > 0)
		m += countIf(co.SpotOut > 0)
		bad |= int64(co.room()) & -int64(co.SpotOut)                                    // he sells what he has not
		bad |= int64(co.Cash-units.ShortWeekRent(price, co.SpotIn)) & -int64(co.SpotIn) // he buys what he cannot pay
	}
	return n, m, bad >= 0
}

// goOn has those who traded last week do so again.
func (w *World) goOn(n, m uint) {
	if n > 0 {
		w.paySpot(int(n), int(m))
	}
	if w.spot.Asked|w.spot.Sought != 0 {
		w.noteSpot()
	}
}

// serveOn has all customers served who were last week and can still be, and lists the
// companies that lack room.
func (w *World) serveOn() (full []CompanyID) {
	n := uint(0)
	for _, c := range w.sc.shops {
		co := &w.companies[c]
		room := co.room()
		room &^= room >> 63 // nothing where it is less than that
		if co.Served > room {
			w.cutBack(c, co, room)
		}
		w.room.full[n%MaxCompanies] = c
		n += countIf(co.Served < co.Wanted)
	}
	return w.room.full[:n]
}

// cutBack has a company serve no more than it has room for: first those go who came since
// others had turned them away.
func (w *World) cutBack(c CompanyID, co *Company, room units.H100e) {
	if co.Wanted > room {
		w.ration(c, room)
		return
	}
	w.serveAll(c)
	co.Served = co.Wanted
}
