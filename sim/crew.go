package sim

import "entangle/sim/units"

// graduate makes old hands of those who came a year ago: this month's slot is
// theirs.
func (k *Crew) graduate(slot int) {
	n := int64(k.Joined[slot])
	if n == 0 {
		return
	}
	k.Pay = mean(k.Pay, k.Old, k.NewPay, n)
	k.Old, k.New, k.Joined[slot] = k.Old+n, k.New-n, 0
}

// mean is the mean pay of two groups.
func mean(pay float64, n int64, other float64, m int64) float64 {
	if n+m == 0 {
		return pay
	}
	return (float64(pay*float64(n)) + float64(other*float64(m))) / float64(n+m)
}

// latest is how many newcomers came within the last twelve weeks: at the last meeting.
func (k *Crew) latest(slot int) int64 { return int64(k.Joined[(slot+joinBeats-1)%joinBeats]) }

// join takes newcomers in at a pay.
func (k *Crew) join(n int64, pay float64, slot int) {
	k.NewPay = mean(k.NewPay, k.New, pay, n)
	k.New += n
	k.Joined[slot] += int32(n)
}

// leaveNew takes newcomers out, of all times that they came at alike; what is left over
// by rounding begins with those who are there longest.
func (k *Crew) leaveNew(n int64, slot int) {
	n = min(n, k.New)
	if n <= 0 {
		return
	}
	left, all := n, uint64(k.New)
	for i := range joinBeats {
		came := &k.Joined[i]
		part := int64(uint64(*came) * uint64(n) / all)
		*came -= int32(part)
		left -= part
	}
	for at := uint(slot); left > 0; at++ {
		if at >= joinBeats {
			at = 0
		}
		came := &k.Joined[at]
		part := min(int64(*came), left)
		*came -= int32(part)
		left -= part
	}
	k.New -= n
}

// openings is how many places are open when the market meets: those who left are replaced,
// and a share of what is missing to the target is filled: the more, the better the
// offer, for fewer say no. Who shrinks replaces only in part.
func (k *Crew) openings(growth, offer, quits, heads float64) float64 {
	if growth < 0 {
		k.Target = min(k.Target, float64(k.Heads()))
		return max(0, quits+float64(growth*max(float64(heads*beatYears), quits)))
	}
	base, most, pace := heads, float64(1.25*heads)+5, float64(offer*(beat/fillWeeks))
	if k.Target > base { // min and max of floats cost as much as the rest
		base = k.Target
	}
	if k.Target += float64(float64(growth*base) * beatYears); k.Target > most {
		k.Target = most
	}
	if pace > 1 {
		pace = 1
	}
	if k.Target <= heads {
		return quits
	}
	return quits + float64((k.Target-heads)*pace)
}

// weekly is what the crew is paid in a week.
func (k *Crew) weekly() float64 {
	return (float64(float64(k.Old)*k.Pay) + float64(float64(k.New)*k.NewPay)) / weeksAYear
}

// reckonPay notes what a company's people are paid in a week. Who keeps fewer
// conventional staff than the work takes has the rest done by contractors.
func (w *World) reckonPay(c CompanyID) {
	crews := (*[TierCount]Crew)(w.crews[int(c)*int(TierCount):])
	sum := 0.0
	for t := range crews {
		sum += crews[t].weekly()
	}
	soft := &crews[TierSoftware]
	if short := w.softwareNeed(c) - float64(soft.Old+soft.New); short > 0 {
		sum += float64(contractorPay*float64(short*w.labour.Wage[TierSoftware])) / weeksAYear
	}
	w.companies[c].Payroll = usd(units.Whole(sum, maxExact))
}

// contractorPay is what contractors cost over staff of one's own.
const contractorPay = 1.5

// payPeople pays a week's payroll. What cannot be paid is lost to the people, who
// do not forget it.
func (w *World) payPeople(c CompanyID) {
	due := w.companies[c].Payroll
	if paid := w.payUpTo(c, Payroll, FlowPay, due); paid < due {
		w.shake(c, float64(missedPay*(1-float64(paid)/float64(due))))
		w.emit(Event{Kind: EventPayMissed, By: c, Amount: int64(due - paid)})
	}
}

// missedPay is the morale that a week without any pay costs, in points.
const missedPay = 10

// shake takes points off a company's morale; it comes back over half a year. Others
// call it for whatever people resent: lay-offs, shelved runs, reorganisations.
func (w *World) shake(c CompanyID, points float64) {
	m := &w.teams[c]
	m.Morale = min(max(m.Morale-points, 0), 100)
}
