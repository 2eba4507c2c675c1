package sim

// investigatedError is the standard deviation of the log error of an estimate of a
// rival whose matter is being investigated: 8 percent for chips (play.md 8) at about
// 90 percent confidence.
const investigatedError = 0.05

// subjects tells of each metric which investigation bears on it.
var subjects = metricSubjects()

func metricSubjects() (all [len(metrics)]Subject) {
	for i := range metrics {
		all[i] = subjectOf(metrics[i].Unit)
	}
	return all
}

// subjectOf is the investigation that bears on figures in a unit; what counts
// neither money, power, models nor people is about compute and what it is used for.
func subjectOf(unit string) Subject {
	switch {
	case len(unit) >= 3 && unit[:3] == "USD":
		return SubjectMoney
	case unit == "MW":
		return SubjectPower
	case unit == "ECI":
		return SubjectModels
	case unit == "points" || unit == "people" || unit == "count":
		return SubjectPeople
	}
	return SubjectCompute
}

// blur is the standard deviation of the log error with which a company knows a
// figure of another.
func (w *World) blur(who, other CompanyID, metric int) float64 {
	if !on(w.sc.setup.Switches.Fog) {
		return 0
	}
	if w.hasFile(who, other, subjects[metric]) {
		return investigatedError
	}
	return rivalError
}

// hasFile tells whether a company is finding out about another's matter.
func (w *World) hasFile(who, other CompanyID, about Subject) bool {
	for i := range w.orgs[who].Files {
		if f := &w.orgs[who].Files[i]; f.Until > w.Date() && f.Peer == other && f.Subject == about {
			return true
		}
	}
	return false
}
