//go:build shots

package game

import (
	"strconv"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// TestShots takes pictures of every page in both languages, to look at and for
// the documents: `make shots`.
func TestShots(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		for _, size := range [][2]int{{1280, 720}, {1920, 1080}} {
			name := lang + "-" + strconv.Itoa(size[1])
			t.Run(name, func(t *testing.T) {
				shootChooser(open(t, size[0], size[1], "GAME_LANG="+lang, "GAME_SCENARIOS=octet quartet"), name)
			})
			t.Run(name, func(t *testing.T) {
				shootGame(open(t, size[0], size[1], "GAME_LANG="+lang, "GAME_SCENARIOS=octet", "GAME_COMPANY=falcon",
					"GAME_HINT=1", "GAME_FILE=octet-falcon.jsonl"), name)
			})
			t.Run(name, func(t *testing.T) {
				shootYear(open(t, size[0], size[1], "GAME_LANG="+lang, "GAME_SCENARIOS=2025", "GAME_COMPANY=openai",
					"GAME_FILE=2025-openai.jsonl"), name+"-2025")
			})
		}
	}
}

func shootChooser(x *window, name string) {
	x.click("company/3")
	x.shot(name + "-1-choose")
}

// shootGame plays a year and stops to look.
func shootGame(x *window, name string) {
	x.shot(name + "-2-hint")
	x.click("close")
	x.weeks(30)
	x.shot(name + "-3-play")
	x.point("vital/0")
	x.step(40)
	x.shot(name + "-4-why")
	x.click("field/1")
	x.write("9000000")
	x.shot(name + "-5-refused")
	x.key(ebiten.KeyEscape)
	x.click("take")
	x.click("add")
	x.click("kind")
	x.step(30)
	x.shot(name + "-6-kinds")
	x.key(ebiten.KeyEscape)
	x.key(ebiten.KeySlash)
	x.shot(name + "-7-help")
	x.key(ebiten.KeyEscape)
	x.click("tab/2")
	x.orderFrom("act/") // a run, to look at
	x.click("tab/5")
	x.orderFrom("row/1/0")
	x.weeks(6)
	for i, tab := range []string{"talent", "models", "market", "capital", "organisation"} {
		id := "tab/" + strconv.Itoa(i+1)
		x.click(id)
		x.shot(name + "-" + tab)
		if row := "row/0/1"; !x.said.rect(row).Empty() {
			x.point(row)
			x.step(40)
			x.shot(name + "-" + tab + "-why")
		}
	}
	x.weeks(80)
	x.shot(name + "-8-end")
}

// shootYear plays the real year to its autumn and looks at each page, at people whom one
// must look for further down, and at what happened.
func shootYear(x *window, name string) {
	x.weeks(40)
	for i, tab := range []string{"map", "talent", "models", "market", "capital", "organisation"} {
		x.click("tab/" + strconv.Itoa(i))
		x.shot(name + "-" + tab)
	}
	x.click("tab/1")
	x.point("row/2/1")
	x.step(40)
	x.shot(name + "-talent-why")
	for i := range 4 {
		x.down(8)
		x.shot(name + "-talent-" + strconv.Itoa(i))
	}
	x.click("tab/0")
	for i := range 3 {
		x.key(ebiten.KeyPageUp)
		x.shot(name + "-feed-" + strconv.Itoa(i))
	}
	x.click("tab/2")
	x.orderFrom("act/") // a run
	x.shot(name + "-run")
	x.weeks(8)
	x.shot(name + "-runs")
}

// down turns the wheel over the table that the cursor is at, by so many rows.
func (x *window) down(rows int) {
	x.t.Helper()
	for range rows {
		onHost(x.t, func() error { x.s.ScrollWheel(0, -1); return nil })
		x.step(2)
	}
}

func (x *window) weeks(n int) {
	for range n {
		x.key(ebiten.KeyN)
	}
}
