package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// How many people use something is not how much they use. A segment that counts people
// (people, spread) knows both: those who use it tell others, until few are left who might
// (a logistic curve), and what one of them uses grows by itself (growth) and where it
// becomes cheaper (depth). Who of them uses whose product follows from the shares that
// choice gives; a share of a product has the people that it had at the start, for one
// lives by those who ask now and then and another by those who work with it all day. Word
// of mouth brings those who work with it more than those who ask now and then.

// countPeople notes how many people stand behind the shares of the start.
func (w *World) countPeople(s SegmentID) {
	g, products := &w.segments[s], w.productsIn(s)
	if g.People == 0 {
		return
	}
	people, share, all := 0.0, 0.0, 0.0
	for _, c := range w.sellers(s) {
		p, info := &products[c], &w.sc.products[int(s)*len(w.companies)+int(c)]
		if all += p.Share; info.users.Given && p.Share > 0 {
			users := w.figure(&info.users)
			p.Crowd = users / p.Share
			people, share = people+users, share+p.Share
		}
	}
	if share > 0 {
		g.PerShare = people / share
	}
	g.Reached = min(float64(g.PerShare*all)/g.People, 1)
}

// reached is how many times as many people as at the start use what a segment uses, by
// word of mouth alone.
func (w *World) reached(g *Segment) float64 {
	if g.Reached == 0 {
		return 1
	}
	years := float64(w.head.Tick) / weeksAYear
	return 1 / (g.Reached + float64((1-g.Reached)*detmath.QuickExp(-float64(g.Spread*years))))
}

// users is how many people use a company's product of a segment. Where a share of it had
// more people than elsewhere at the start (they ask now and then, for it is where they are
// anyway), those who came since are no more of a share than elsewhere: who hardly uses it
// tells nobody. Nobody has more users than there are people reached.
func (w *World) users(s SegmentID, c CompanyID) float64 {
	g, p := &w.segments[s], w.product(s, c)
	if !p.On || g.PerShare == 0 {
		return 0
	}
	reached := w.reached(g)
	crowd, more := g.PerShare, 0.0
	if p.Crowd > 0 {
		crowd = min(p.Crowd, g.PerShare)
		more = float64((p.Crowd - crowd) * min(p.Share, w.figure(&w.sc.products[int(s)*len(w.companies)+int(c)].users)/p.Crowd))
	}
	return min(float64(float64(crowd*p.Share)*reached)+more, float64(float64(g.People*g.Reached)*reached))
}

// assistant_users: people who use what a company offers, in segments that count them.
func readUsers(w *World, id int32) float64 { return w.allUsers(CompanyID(id), nil) }

func whyUsers(w *World, id int32, t *Terms) { w.allUsers(CompanyID(id), t) }

func (w *World) allUsers(c CompanyID, t *Terms) (sum float64) {
	for _, s := range w.sold(c) {
		sum += w.count(s, c, Ref{OfSegment, int32(s)}, t)
	}
	return sum
}

// segment_users: people who use what a segment buys, once with each provider.
func readSegmentUsers(w *World, id int32) float64 { return w.usersOf(SegmentID(id), nil) }

func whySegmentUsers(w *World, id int32, t *Terms) { w.usersOf(SegmentID(id), t) }

func (w *World) usersOf(s SegmentID, t *Terms) (sum float64) {
	for _, c := range w.sellers(s) {
		sum += w.count(s, c, Ref{OfCompany, int32(c)}, t)
	}
	return sum
}

// count is the millions who use a company's product of a segment, a term of a sum by one
// of the two.
func (w *World) count(s SegmentID, c CompanyID, of Ref, t *Terms) float64 {
	users := w.users(s, c) / million
	if users > 0 {
		t.AddOf(TermPeople, of, users)
	}
	return users
}

// tokens_served: tokens a month of what a company serves: those of an hour of use at the
// start, and more of them by what software saves and longer answers take.
func readTokens(w *World, id int32) float64 { return w.tokens(CompanyID(id), nil) }

func whyTokens(w *World, id int32, t *Terms) { w.tokens(CompanyID(id), t) }

func (w *World) tokens(c CompanyID, t *Terms) (sum float64) {
	const trillion, monthHours = 1e12, 8766.0 / 12
	for _, s := range w.sold(c) {
		g, p := &w.segments[s], w.product(s, c)
		if g.Tokens == 0 || p.Served == 0 {
			continue
		}
		hours := float64(float64(float64(p.Served)/units.H100eScale) * monthHours)
		made := float64(float64(float64(hours*g.Tokens)/trillion) * detmath.QuickExp(-float64(longer*detmath.QuickLog(w.servingSoftware()))))
		t.AddOf(TermServed, Ref{OfSegment, int32(s)}, made)
		sum += made
	}
	return sum
}

// Counts tells whether anything in a scenario has what a metric counts that most
// scenarios do not.
func (s *Scenario) Counts(metric string) bool {
	for i := range s.setup.Segments {
		g := &s.setup.Segments[i]
		switch metric {
		case "assistant_users", "segment_users":
			if g.People.Given {
				return true
			}
		case "tokens_served":
			if g.Tokens.Given {
				return true
			}
		default:
			return true
		}
	}
	return false
}
