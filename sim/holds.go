package sim

// Every company has a plot in every region, and most of them stay land. Who goes over
// what a company has follows the list of its sites that ever had anything on them or
// under way, in their order; what is there today, their rows tell.

// firstHeld is the first of a company's list, 0 none.
func (w *World) firstHeld(c CompanyID) SiteID { return w.occupied[c] }

// nextHeld is the one after a site of the list, 0 none.
func (w *World) nextHeld(s SiteID) SiteID { return w.beyond[s] }

// occupy enters a site in the list of its owner.
func (w *World) occupy(s SiteID) {
	at := &w.occupied[w.sc.sites[s].owner]
	for *at != 0 && *at < s {
		at = &w.beyond[*at]
	}
	if *at != s {
		w.beyond[s], *at = *at, s
	}
}

// loadHeld begins the lists with the sites of the start.
func (w *World) loadHeld() {
	clear(w.occupied)
	clear(w.beyond)
	for i := len(w.sc.sites) - 1; i > 0; i-- {
		if !w.sc.sites[i].plot {
			w.occupy(SiteID(i))
		}
	}
}
