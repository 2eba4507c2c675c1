package policy

import "entangle/sim"

// courtStar courts the people whom the company gains most by for its money.
func (m *mind) courtStar(worth, left float64) {
	level := &m.out.Plan.Level[sim.LevelStars]
	last, tries := courted(*level), *level&255
	if last != 0 {
		if m.Courts(last) {
			return // one campaign at a time, by the first whom it is about
		}
		if m.Employer(last) == m.Who() {
			tries = 0
		} else if m.alarm && m.raiseBid(last, worth, left, tries) {
			return // who has answered is asked again before anybody else is looked at
		}
	}
	var room [mostCampaign]pick
	wanted, first := m.campaign(), sim.PersonID(0)
	if wanted > 1 {
		m.lookIn(sim.AreaStars, campaignWeeks)
	}
	list := m.pickStars(room[:0:wanted], worth, left, tries)
	if len(list) == 0 {
		*level = 0
		return
	}
	for _, x := range list {
		l := m.Candidate(x.id)
		pay, ok := m.bidFor(x.id, &l, worth, left, tries, wanted)
		if !ok {
			break
		}
		if left -= float64(pay); first == 0 {
			first = x.id
		}
	}
	if first != 0 { // else money or attention lacks today: nobody has refused
		*level = int64(first)<<8 | min(tries+1, mostSteps)
	}
}

// campaign is how many people a leadership courts at a time: one, and more if it is far
// behind and pays what it takes. Who is generous believes that models can be hired.
func (m *mind) campaign() int {
	if m.tight || m.own.Quality == 0 {
		return 1
	}
	behind := min(float64(max(m.Gap(), 0)/wellBehind), mostCampaign)
	more := float64(behind*max(m.Pay-usualPay, 0)) / usualPay
	return 1 + whole(min(more, mostCampaign-1))
}

// pick is a person, and what the company gains by a dollar that it spends on him.
type pick struct {
	id   sim.PersonID
	gain float64
}

// pickStars lists the people whom the company gains most by for its money, the best first, as
// many as there is room for: among equals, and nearly all are, those who come first. It looks at
// a few, from one by chance on.
func (m *mind) pickStars(list []pick, worth, left float64, tries int64) []pick {
	least, today := 1.0, m.Date()
	carried := float64(carriedPart * worth)
	likes := [2]float64{carried, float64(carried * likely)} // by whether somebody is loose: no branch
	people := m.AtHome()
	next := part(len(people), m.Draw(sim.AreaStars))
	for range min(len(people), shortList) {
		next &= (next - len(people)) >> 63 // after the last comes the first
		id := people[next]
		next++
		know, ask, loose, new := m.Glance(id)
		price := ask
		if new {
			if stake := m.Stake(id); stake > 0 { // who has something of his own is not for the taking
				price, loose = ask+float64(stake)/starYears, 0
				if tries < refusals { // else it is not money that the company lacks
					ask = price
				}
			}
		}
		bound := m.Bound(id) - today
		hold := 1 + float64(bound&^(bound>>31))/(2*starYears*7*weeksAYear) // half of his pay is in shares
		gain, cost := float64(know*likes[loose&1]), float64(ask*hold)
		if gain <= float64(least*cost) || gain <= price || price > left || m.Employer(id) == m.Who() || m.Deaf(id) {
			continue // whatever holds him: mostly the first is true
		}
		if list = ranked(list, pick{id, gain / cost}); len(list) == cap(list) {
			least = float64(clearly * list[len(list)-1].gain)
		}
	}
	return list
}

// clearly is by how much more somebody must bring to be better than another: what the market
// gives goes by what they know, so that less is how the last digit was rounded.
const clearly = 1.001

// shortList is how many people of its home a leadership looks at when it looks for somebody:
// nobody goes through all of them each time. By choice.
const shortList = 20

// ranked puts a person behind those who are at least as good, and drops the last where there
// is no room.
func ranked(list []pick, x pick) []pick {
	if len(list) < cap(list) {
		list = append(list, x)
	}
	at := len(list) - 1
	for ; at > 0 && list[at-1].gain < x.gain; at-- {
		list[at] = list[at-1]
	}
	list[at] = x
	return list
}
