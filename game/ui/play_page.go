package ui

import (
	"entangle/game/vm"
	"entangle/sim"
)

// snapshot is what the page of a game shows, reckoned once a change.
type snapshot struct {
	valid   bool
	version int
	vitals  []vm.Vital
	binds   vm.Bottleneck
	rivals  []vm.Rival
	places  []vm.Place
	parts   []vm.Part
	fleet   []vm.FleetRow
	fields  []vm.Field
	screen  vm.Screen
	verdict vm.Verdict
	queue   []vm.Queued
	feed    *leaf
}

// see returns what is to be shown now.
func (a *App) see() *snapshot {
	s := &a.seen
	if s.valid && s.version == a.play.Version() {
		return s
	}
	p := a.play
	*s = snapshot{valid: true, version: p.Version(), feed: s.feed, vitals: p.Vitals(), binds: p.Bottleneck(), rivals: p.Rivals(),
		places: p.Map(), parts: p.Parts(), fleet: p.Fleet(), fields: a.form.Fields(), screen: p.Screen(a.tab, a.looked[a.tab]), verdict: a.form.Verdict(), queue: p.Queued()}
	return s
}

// The widths of the columns and heights of the rows that do not grow, in units.
const (
	leftWidth  = 252
	rightWidth = 360
	topHeight  = 52
	lowHeight  = 176 // chart and fleet
	fleetWidth = 396 // in the least window
	wideFleet  = 520
	noteHeight = 22
	listHeight = 44 // orders for this week, without the rows
	listRow    = 30
)

// buildPlay makes the page of a game.
func (a *App) buildPlay(p *page) {
	k := a.k
	a.seen.valid, a.seen.feed = false, nil
	center := k.column(8, append(append([]item{fixed(tabHeight, a.tabStrip(p))}, a.middle(p)...), fixed(noteHeight, a.noteLine(p)))...)
	companies, height := a.companiesPanel(p)
	body := k.row(8,
		fixed(leftWidth, k.column(8, fixed(height, companies), grows(1, a.vitalsPanel(p)))),
		grows(1, center),
		fixed(rightWidth, k.column(8, grows(1, a.formPanel(p)), fixed(listHeight+listRow*float64(a.listed()), a.queuePanel(p)))))
	p.root = k.box(true, 8, 8, k.rounded(0, 0, night, night), fixed(topHeight, a.topBar(p)), grows(1, body))
}

// pick looks at a company.
func (a *App) pick(c sim.CompanyID) {
	if a.picked == c {
		c = a.play.Me
	}
	a.picked = c
	a.touch()
}

// nextChart turns the chart to the next vital sign.
func (a *App) nextChart() {
	list := a.see().vitals
	for i, v := range list {
		if v.Metric == a.chart {
			a.chart = list[(i+1)%len(list)].Metric
			a.touch()
			return
		}
	}
	a.chart = list[0].Metric
	a.touch()
}
