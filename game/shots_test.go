package game

import (
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// TestShots takes pictures of every page, to look at: set ENTANGLE_SHOTS to a
// folder.
func TestShots(t *testing.T) {
	if os.Getenv(windowEnv) == "" || os.Getenv("ENTANGLE_SHOTS") == "" {
		t.Skip("pictures are made by `make shots`")
	}
	scen := os.Getenv("SCEN")
	comp := os.Getenv("COMP")
	if scen == "" {
		scen, comp = "quartet", "harbour"
	}
	for _, lang := range []string{"en", "zh"} {
		for _, size := range [][2]int{{1280, 720}, {1920, 1080}} {
			name := lang + map[int]string{1280: "-720", 1920: "-1080"}[size[0]]
			t.Run(name, func(t *testing.T) {
				x := open(t, size[0], size[1], "GAME_LANG="+lang, "GAME_SCENARIOS=quartet octet")
				x.step(3)
				x.shot(name + "-1-choose")
			})
			t.Run(name, func(t *testing.T) {
				x := open(t, size[0], size[1], "GAME_LANG="+lang, "GAME_SCENARIOS="+scen, "GAME_COMPANY="+comp, "GAME_HINT=1", "GAME_FILE="+t.TempDir()+"/lumen.jsonl")
				x.step(3)
				x.shot(name + "-2-hint")
				x.click("close")
				x.shot(name + "-3-start")
				for range 9 {
					x.key(ebiten.KeyN)
				}
				x.click("add")
				x.click("add")
				x.shot(name + "-4-play")
				x.point("vital/0")
				x.step(40)
				x.shot(name + "-5-tip")
				x.click("kind")
				x.step(30)
				x.shot(name + "-6-kinds")
				x.key(ebiten.KeyEscape)
				x.key(ebiten.KeySlash)
				x.shot(name + "-7-help")
				x.key(ebiten.KeyEscape)
				for range 110 {
					x.key(ebiten.KeyN)
				}
				x.step(3)
				x.shot(name + "-8-end")
			})
		}
	}
}
