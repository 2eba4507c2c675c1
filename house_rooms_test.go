package house

import (
	"slices"
	"strings"
)

// room says what a package may import of this module.
type room struct {
	imports []string // folders; "*" is any, a trailing "/..." takes all below
	must    bool     // the package must exist
}

// Groups of folders that stand on the right of the arrows.
var (
	bricks  = []string{"sim/units", "sim/rng", "sim/detmath", "sim/near"}
	world   = slices.Concat(bricks, []string{"sim", "sim/market"})
	playing = slices.Concat(world, []string{"sim/policy", "sim/chronicle", "assets"})
	running = slices.Concat(playing, []string{"sim/session", "sim/record", "sim/experiment"})
)

// rooms is the plan of the house: cmd → game → experiment → record → session →
// policy, chronicle → sim → market, units, rng, detmath. A package that is not
// listed breaks the rule: give it a line here, which is a decision.
var rooms = map[string]room{
	"sim/units":   {must: true},
	"sim/near":    {must: true}, // guesses misspelt names; knows no other room
	"sim/detmath": {must: true},
	"sim/rng":     {imports: []string{"sim/detmath"}, must: true},
	"sim/market":  {imports: []string{"sim/units", "sim/detmath"}, must: true},
	"sim":         {imports: slices.Concat(bricks, []string{"sim/market"}), must: true},

	"sim/scenario":   {imports: []string{"sim", "sim/units", "sim/near"}, must: true},
	"sim/policy":     {imports: slices.Concat(bricks, []string{"sim"}), must: true},
	"sim/chronicle":  {imports: []string{"sim", "sim/units", "assets"}},
	"sim/session":    {imports: playing},
	"sim/record":     {imports: slices.Concat(playing, []string{"sim/session"})},
	"sim/experiment": {imports: slices.Concat(playing, []string{"sim/session", "sim/record"})},
	"sim/backtest":   {imports: slices.Concat(running, []string{"sim/scenario", "sim/chart"})},
	"sim/chart":      {imports: []string{"sim/units", "assets/fonts"}}, // draws; knows no world

	"game":     {imports: slices.Concat(running, []string{"game/..."}), must: true},
	"game/...": {imports: slices.Concat(running, []string{"game/...", "assets/fonts"})},
	"cmd/...":  {imports: []string{"*"}},

	"assets":        {},
	"assets/...":    {},
	"scenarios":     {},
	"scenarios/...": {},

	// What measures the engine: the frozen yardstick knows nothing of the
	// project, and only what measures knows the yardstick.
	"sim/kernel": {},
	"sim/bench":  {imports: slices.Concat(running, []string{"sim/scenario", "scenarios", "sim/kernel"})},
}

// roomOf finds the row for a folder: its own, or the nearest one above that
// ends in "/...".
func roomOf(dir string) (room, bool) {
	if r, ok := rooms[dir]; ok {
		return r, true
	}
	for up := dir; strings.Contains(up, "/"); {
		up = up[:strings.LastIndex(up, "/")]
		if r, ok := rooms[up+"/..."]; ok {
			return r, true
		}
	}
	return room{}, false
}

// allows tells whether the room may import a folder of the module.
func (r room) allows(dir string) bool {
	for _, p := range r.imports {
		above, all := strings.CutSuffix(p, "/...")
		if p == "*" || p == dir || all && strings.HasPrefix(dir, above+"/") {
			return true
		}
	}
	return false
}

// checkArrows keeps imports inside the module to the plan.
func checkArrows(p *pkg, say complainer) {
	r, ok := roomOf(p.dir)
	if !ok {
		say(p.files[0].Name, "package %s has no room: add it to the table of rooms", p.dir)
	}
	for _, f := range p.files {
		for name, spec := range f.imports() {
			dir, ours := strings.CutPrefix(name, module+"/")
			if ours && ok && !r.allows(dir) {
				say(spec, "%s may not import %s: the arrows point the other way", p.dir, dir)
			}
		}
	}
}
