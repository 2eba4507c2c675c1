package sim

import "entangle/sim/units"

// Fan is a date as it is known: most likely, and the days before and after which
// it comes in one case of ten each.
type Fan struct{ Early, Likely, Late units.Date }

// tenth is how many standard deviations from the middle one case of ten lies.
const tenth = 1.28

// fan spreads the weeks left until an announced date.
func (w *World) fan(likely units.Date, sigma float64) Fan {
	left := span{median: float64(likely-w.Date()) / 7, sigma: sigma, most: 3 * maxQueue}
	if likely <= w.Date() {
		return Fan{likely, likely, likely}
	}
	return Fan{w.Date().AddWeeks(int(left.at(-tenth))), likely, w.Date().AddWeeks(int(left.at(tenth)))}
}

// Project is a work, a request, a plant or an energy contract of the company, for
// people to look at.
type Project struct {
	Kind   ProjectKind
	Site   SiteID
	Region RegionID
	Power  units.KW // still to come
	Stage  uint8    // of a work: tasks done, of a request: steps taken
	Stands bool     // waits for money, a permit, a court or neighbours
	Ready  Fan      // of an energy contract: its end
}

// ProjectKind says what a project is.
type ProjectKind uint8

// The kinds of project.
const (
	ProjectWork ProjectKind = iota + 1
	ProjectFirm
	ProjectFlexible
	ProjectWire // a plant's own
	ProjectTurbines
	ProjectBatteries
	ProjectEnergy
	ProjectStage // announced at the start
)

// Projects appends what the company has under way.
func (v View) Projects(list []Project) []Project {
	w := v.w
	for s := w.sc.companies[v.who].siteFrom; s < w.sc.companies[v.who].siteTo; s++ {
		list = w.stageProjects(list, s)
	}
	if w.companies[v.who].Projects == 0 {
		return list
	}
	for at := firstSlot(v.who); at < firstSlot(v.who)+slotsPerCompany; at++ {
		if k := &w.works[at]; k.Site != 0 {
			list = append(list, w.workProject(k))
		}
		if q := &w.requests[at]; q.By != 0 {
			list = append(list, w.requestProject(q))
		}
		if p := &w.plants[at]; p.Site != 0 {
			list = append(list, w.plantProject(p))
		}
		if d := &w.deals[at]; d.Site != 0 {
			list = append(list, Project{Kind: ProjectEnergy, Site: d.Site, Region: w.sc.sites[d.Site].region, Power: d.Power,
				Stands: !d.Live, Ready: Fan{d.End, d.End, d.End}})
		}
	}
	return list
}

// stageProjects appends the announced stages of a site. A date that has passed is
// all that is known of one that is late.
func (w *World) stageProjects(list []Project, s SiteID) []Project {
	for at, to := w.coming(s); at < to; at++ {
		if k, planned := &w.stages[at], w.sc.stages[at].planned; !k.Done {
			list = append(list, Project{Kind: ProjectStage, Site: s, Region: w.sc.sites[s].region, Power: k.Add,
				Stands: k.Halls, Ready: w.fan(planned, stageSigma)})
		}
	}
	return list
}

// stageSigma is the spread of announced dates, on the weeks left (economics 3).
const stageSigma = 0.22

func (w *World) workProject(k *Work) Project {
	p := Project{Kind: ProjectWork, Site: k.Site, Region: w.sc.sites[k.Site].region, Power: k.Power, Stands: k.Stopped,
		Ready: w.fan(k.Expected, taskSpecs[taskShell].greenfield.sigma)}
	for t := taskID(0); t < taskCount; t++ {
		if k.over(t) {
			p.Stage++
		}
	}
	p.Stands = p.Stands || !k.over(taskLand) && !w.landOpen(k)
	return p
}

// stepSigma is how wide the fan of a request is after each of its steps.
var stepSigma = [3]float64{queueSigma, queueSigma * 0.7, queueSigma * 0.4}

func (w *World) requestProject(q *Request) Project {
	kind := ProjectFirm
	switch {
	case q.Private:
		kind = ProjectWire
	case q.Flexible:
		kind = ProjectFlexible
	}
	return Project{Kind: kind, Site: q.Site, Region: q.Region, Power: q.Power - q.Granted, Stage: q.Step,
		Stands: q.Site == 0, Ready: w.fan(q.Expected, stepSigma[min(q.Step, 2)])}
}

func (w *World) plantProject(p *Plant) Project {
	kind := ProjectTurbines
	if p.Battery {
		kind = ProjectBatteries
	}
	return Project{Kind: kind, Site: p.Site, Region: w.sc.sites[p.Site].region, Power: p.Power, Stands: p.Enjoined,
		Ready: w.fan(p.Expected, turbineSpan.sigma)}
}
