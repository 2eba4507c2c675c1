package ui

import (
	"image"
	"slices"
	"strconv"
	"testing"

	"entangle/assets"
	"entangle/game/vm"
)

// crowd is the scenario with most companies, regions and sites, some weeks on.
func crowd(t *testing.T, company, lang string, size image.Point) *App {
	t.Helper()
	offer := load(t, "2025")[0]
	return stage(t, scene{"play", true, weeks(3)}, offer, called(offer, company), lang, size, 1)
}

// However many companies there are, the vital signs have the room that they have
// where there are eight.
func TestVitalSignsKeepTheirRoom(t *testing.T) {
	for _, z := range sizes {
		height := func(offer vm.Offer) int {
			a := stage(t, scene{"play", true, func(*App) {}}, offer, 3, "en", z.size, z.device)
			return a.page.buttons["vital/0"].GetWidget().Rect.Dy()
		}
		list := load(t, "octet", "2025")
		eight, many := height(list[0]), height(list[1])
		if z.size.Y <= plain.Y && many < eight || many < plain.Y/20 {
			t.Errorf("%v: a sign is %d pixels high, with eight companies %d", z.size, many, eight)
		}
	}
}

// The list of companies scrolls by wheel and keys over all of them, and one's own
// is always in it.
func TestCompaniesScroll(t *testing.T) {
	for _, company := range []string{"others", "openai", "broadcom"} {
		a := crowd(t, company, "en", plain)
		l, n := a.roster, a.play.SC.Companies()
		if l.slots < rosterFew || l.slots >= n {
			t.Fatalf("%d lines for %d companies", l.slots, n)
		}
		at := l.box.GetWidget().Rect.Min.Add(image.Pt(40, 60))
		a.Update(Input{Cursor: at})
		seen := map[int]bool{}
		for from := range n {
			var ranks []int
			own := false
			for i := range l.slots {
				rank, _ := l.rank(i)
				own = own || a.see().rivals[rank].Mine
				ranks, seen[rank] = append(ranks, rank), true
			}
			if !own || !slices.IsSorted(ranks) || len(slices.Compact(ranks)) < l.slots {
				t.Errorf("%s, scrolled by %d: ranks %v, own %v", company, from, ranks, own)
			}
			a.Update(Input{Cursor: at, Wheel: -1})
		}
		if len(seen) != n || l.from() != n-l.slots {
			t.Errorf("%s: %d companies of %d are seen, the last from %d", company, len(seen), n, l.from())
		}
		a.page.buttons["rival/0"].Focus(true)
		for range n {
			a.Update(Input{Cursor: at, Wheel: +1})
		}
		if l.from() != 0 || a.scroll != 0 {
			t.Errorf("scrolled back to %d, the feed to %d", l.from(), a.scroll)
		}
		if a.scrollBy(-5); l.from() != 5 {
			t.Errorf("PgDn scrolls to %d", l.from())
		}
	}
}

// On the map every site is a dot or counted among those that had no room, the own
// ones and the largest are dots, and no name of a region is cut.
func TestMapShowsAllSites(t *testing.T) {
	for _, company := range []string{"meta", "openai"} {
		for _, lang := range assets.Languages() {
			for _, size := range []image.Point{{LeastWidth, LeastHeight}, plain, {1920, 1080}} {
				a := crowd(t, company, lang, size)
				var whole []string
				for _, x := range draw(a) {
					if x.Text == x.Full {
						whole = append(whole, x.Text)
					}
				}
				m := a.sites
				for i, p := range a.see().places {
					if cutName(p.Name, whole) {
						t.Errorf("%s %v: the name of %s is cut", lang, size, p.Name)
					}
					least, hidden := 0.0, 0
					for _, x := range m.rest {
						if x.place.ID != p.ID {
							continue
						}
						hidden = len(x.sites)
						for _, s := range x.sites {
							least = max(least, s.MW)
							if s.Mine {
								t.Errorf("%v: the own %s has no room", size, s.Name)
							}
						}
						if tip := m.aboutRest(x); len(tip) != 1+hidden || !slices.Contains(whole, "+"+strconv.Itoa(hidden)) {
							t.Errorf("%v: +%d in %s tells %v", size, hidden, p.Name, tip)
						}
					}
					shown := 0
					for _, s := range p.Sites {
						for _, n := range m.nodes {
							if n.site != s.ID || s.ID == 0 {
								continue
							}
							shown++
							if !image.Pt(int(n.at.x), int(n.at.y)).In(m.boxes[i]) || !s.Mine && s.MW < least {
								t.Errorf("%v: %s is at %v", size, s.Name, n.at)
							}
							if got := m.at(image.Pt(int(n.at.x), int(n.at.y))); got != s.ID {
								t.Errorf("%v: pointing at %s finds site %d", size, s.Name, got)
							}
						}
						if s.ID == 0 {
							shown++
						}
					}
					if shown+hidden != len(p.Sites) || shown == 0 && len(p.Sites) > 0 {
						t.Errorf("%v: %d sites of %d are shown in %s, %d counted", size, shown, len(p.Sites), p.Name, hidden)
					}
				}
			}
		}
	}
}

// cutName tells whether a name is neither written whole nor over two lines.
func cutName(name string, texts []string) bool {
	for _, a := range texts {
		for _, b := range texts {
			if a == name || a+" "+b == name || a+b == name {
				return false
			}
		}
	}
	return true
}

// No name in the list of companies is cut, however little room there is.
func TestCompaniesAreNamed(t *testing.T) {
	for _, lang := range assets.Languages() {
		for _, z := range sizes {
			offer := load(t, "2025")[0]
			a := stage(t, scene{"play", true, weeks(3)}, offer, called(offer, "openai"), lang, z.size, z.device)
			names := map[string]bool{}
			for _, x := range a.see().rivals {
				names[x.Name] = true
			}
			seen := map[string]bool{}
			for range a.play.SC.Companies() {
				for _, x := range draw(a) {
					if seen[x.Full] = true; names[x.Full] && x.Text != x.Full && x.Within.In(a.roster.box.GetWidget().Rect) {
						t.Errorf("%s, %v: %q is cut to %q", lang, z.size, x.Full, x.Text)
					}
				}
				a.roster.move(1)
			}
			for name := range names {
				if !seen[name] {
					t.Errorf("%s, %v: %q is not in the list", lang, z.size, name)
				}
			}
		}
	}
}
