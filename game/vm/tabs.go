package vm

import (
	"slices"

	"entangle/sim"
)

// Tab is a page in the middle of the window.
type Tab int

// The tabs.
const (
	TabPower Tab = iota // the map and the chips, which have panels of their own
	TabTalent
	TabModels
	TabMarket
	TabCapital
	TabOrganisation
	TabCount
)

// tabs says how the tabs are called, which orders belong to them and what stands
// on them.
var tabs = [TabCount]struct {
	key    string
	groups []sim.Group
	kinds  []sim.OrderKind // on the screen; nil: all of the groups
	chart  string          // the metric of all companies that goes with it
	screen func(p *Play, picked int32) []Section
}{
	TabPower:        {"power", []sim.Group{sim.GroupCompute, sim.GroupPower}, nil, "compute_running", nil},
	TabTalent:       {"talent", []sim.Group{sim.GroupTalent}, nil, "know_how", (*Play).talent},
	TabModels:       {"models", []sim.Group{sim.GroupModels}, []sim.OrderKind{sim.OrderStartRun, sim.OrderSteerRun, sim.OrderRelease, sim.OrderEnterBenchmark}, "best_model_eci", (*Play).models},
	TabMarket:       {"market", []sim.Group{sim.GroupModels}, []sim.OrderKind{sim.OrderSetPolicy, sim.OrderLicenseModel, sim.OrderGateProgramme}, "revenue_run_rate", (*Play).market},
	TabCapital:      {"capital", []sim.Group{sim.GroupCapital}, nil, "valuation", (*Play).capital},
	TabOrganisation: {"organisation", []sim.Group{sim.GroupOrganisation}, nil, "bureaucracy", (*Play).organisation},
}

// TabName is the name of a tab.
func (p *Play) TabName(t Tab) string { return p.T("tab." + tabs[t].key) }

// AboutTab says what a tab is for, or why there is nothing on it.
func (p *Play) AboutTab(t Tab) string {
	if p.Rests(t) {
		return p.T("tab.rests." + tabs[t].key)
	}
	return p.T("tab.help." + tabs[t].key)
}

// Rests tells whether a tab has nothing to show: the scenario has no such thing.
func (p *Play) Rests(t Tab) bool { return t != TabPower && len(tabs[t].screen(p, 0)) == 0 }

// Screen is what stands on a tab; picked is what the player looks at there.
func (p *Play) Screen(t Tab, picked int32) Screen {
	if tabs[t].screen == nil {
		return Screen{}
	}
	return Screen{tabs[t].screen(p, picked)}
}

// ChartOf is the metric that the chart of a tab begins with.
func (p *Play) ChartOf(t Tab) int { return metric(tabs[t].chart) }

// Charted tells whether a chart can show a metric.
func (p *Play) Charted(name string) (m int, ok bool) {
	m, ok = sim.FindMetric(name)
	return m, ok && p.history.of(m, p.Me) != nil
}

// Action is a kind of order that belongs to a tab, and what it takes.
type Action struct {
	At    int // index in Kinds
	Name  string
	Help  string
	Cost  int64 // points of attention
	Weeks int32 // that it waits in the organisation
}

// Actions lists the orders of a tab.
func (f *Form) Actions(t Tab) (list []Action) {
	for i, s := range f.specs {
		here := slices.Contains(tabs[t].kinds, s.Kind) || tabs[t].kinds == nil && slices.Contains(tabs[t].groups, s.Group)
		if !here || !f.concerns(s.Kind) {
			continue
		}
		cost, weeks := f.p.View().Terms(s.Kind)
		list = append(list, Action{i, f.p.Plain("order." + s.Name), f.p.Plain("order." + s.Name + ".help"), cost, weeks})
	}
	return list
}

// GroupsFrom lists the groups of orders, those of a tab first.
func (f *Form) GroupsFrom(t Tab) []sim.Group {
	first := tabs[t].groups
	list := slices.Clone(first)
	for _, g := range f.Groups() {
		if !slices.Contains(first, g) {
			list = append(list, g)
		}
	}
	return slices.DeleteFunc(list, func(g sim.Group) bool { return !slices.Contains(f.Groups(), g) })
}

// Draft puts an order into the form: what it names and the numbers it has stay,
// the rest is filled in so that it would pass if that is possible.
func (f *Form) Draft(o sim.Order) {
	for i, s := range f.specs {
		if s.Kind != o.Kind {
			continue
		}
		f.at, f.kept, f.asked = i, o, 0
		f.reset(o.Mode)
		f.kept, f.touched = sim.Order{}, true
	}
}
