package sim

import "slices"

// Talks lists those of the company's own people of whom Occasion is true. Which they are nobody
// could guess, so that each is written down, and the next one over him if he is none of them.
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
