package sim

import "slices"

// Who looks for a few among all named people walks over them here. Which they are nobody could
// guess, so that each is written down, and the next one over him if he is not among them.

// Talks lists those of the company's own people of whom Occasion is true.
func (v View) Talks(list []PersonID) []PersonID {
	people := v.w.people
	list, n := slices.Grow(list[:0], len(people))[:len(people)], 0
	for id := range people {
		own := 0
		if people[id].Employer == v.who {
			own = 1
		}
		list[n] = PersonID(id)
		n += own
	}
	own, n := list[:n], 0
	for _, id := range own {
		own[n] = id
		n += v.w.toTalk(&people[id])
	}
	return own[:n]
}

// toTalk is 1 where there is an occasion to talk with somebody: see Occasion.
func (w *World) toTalk(p *Person) (yes int) {
	if p.Lever != 0 {
		yes = 1
	}
	if uint32(p.Vest-w.today-1) < 7*vestsSoon {
		yes = 1
	}
	var s *[4]Suit = &p.Suits
	return yes | s[0].known() | s[1].known() | s[2].known() | s[3].known()
}

// known is 1 where an employer knows of a suit.
func (s *Suit) known() (yes int) {
	if s.Heard {
		yes = 1
	}
	if s.By == 0 {
		yes = 0
	}
	return yes
}

// Listeners lists the people who hear offers of the company, if an index point that they
// know is worth so much to it that it gains more than the market gives them, which is to be no
// more than most: from one on, and then those before him. Who is loose is worth times as much.
func (v View) Listeners(list []PersonID, from PersonID, worth, times, most float64) []PersonID {
	all := PersonID(len(v.w.people))
	list = slices.Grow(list[:0], int(all))[:all]
	n := v.listeners(list, 0, from, all, worth, times, most)
	return list[:v.listeners(list, n, 1, from, worth, times, most)]
}

// listeners adds those from one on, up to another, to n in a list.
func (v View) listeners(list []PersonID, n int, from, to PersonID, worth, times, most float64) int {
	w, home, worths := v.w, v.w.sc.companies[v.who].home, [2]float64{1, times}
	signed, level, people := w.today-7*settleWeeks, w.stars.Level, w.people[from:to]
	for i := range people {
		p, free, loose, settles, yes := &people[i], 0, 0, 0, 0
		if p.Employer == 0 {
			free = 1
		}
		if p.Lever != 0 {
			loose = 1
		}
		if p.Since > signed {
			settles = 1
		}
		ask := float64(level * p.Rank)
		if float64(float64(p.Know*worth)*worths[loose|free]) > ask {
			yes = 1
		}
		if ask > most {
			yes = 0
		}
		if p.Home != home {
			yes = 0
		}
		if p.Employer == v.who {
			yes = 0
		}
		list[n] = from + PersonID(i)
		n += yes &^ (settles &^ free)
	}
	return n
}
