package sim

// retrain fills a part of the places that a meeting left empty with conventional
// software staff of one's own: they know the house, and learn the trade as newcomers at
// the pay of those who are there. A house that shrinks takes in nobody.
func (w *World) retrain(m *meeting) {
	l := &w.labour
	if l.Retrain[m.tier] == 0 || l.First[TierSoftware] == 0 {
		return
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		s, staff := &w.room.seats[c], w.crew(c, TierSoftware)
		if s.places <= s.hired || staff.Old == 0 || w.companies[c].Policy.Growth < 0 {
			continue
		}
		draw := w.stream(streamRetrain, w.keyOf(c)+uint64(m.tier))
		n := min(broken(float64(float64(s.places-s.hired)*l.Retrain[m.tier]), &draw), s.places-s.hired, staff.Old/retrainAtOnce)
		if n <= 0 {
			continue
		}
		k := w.crew(c, m.tier)
		k.join(n, k.Pay, m.slot)
		k.Hires += n
		staff.Old -= n
		l.Left[TierSoftware] += n
		l.Came[m.tier] += n
		w.counted(c, m.tier, n)
	}
}

// retrainAtOnce is the inverse of the part of its conventional staff that a house can
// spare for another trade within three months (by choice).
const retrainAtOnce = 7
