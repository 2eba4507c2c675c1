package game

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

func needWindow(t *testing.T) {
	t.Helper()
	if os.Getenv(windowEnv) == "" {
		t.Skip("needs a display: make test-window runs it under Xvfb")
	}
}

// Ten weeks are played with mouse and keys, from the chooser on: orders chosen
// from lists, typed, put on the list and taken off, weeks played one by one, at
// a speed and to a stop. The file that is left plays to the same hash on the
// command line.
func TestTenWeeksByClicksAndKeys(t *testing.T) {
	needWindow(t)
	file := filepath.Join(t.TempDir(), "game.jsonl")
	x := open(t, 1280, 720, "GAME_SCENARIOS=quartet octet", "GAME_FILE="+file, "GAME_HINT=1")
	x.click("scenario/1")
	x.click("scenario/0")
	x.click("company/3")
	x.click("start")
	x.key(ebiten.KeyEnter) // the hint
	x.order(0, "field/1", "750")
	x.click("next")
	x.want("week", 1)
	x.order(0, "field/1", "99000000") // more than can be had: what would pass is taken
	x.click("take")
	x.click("add")
	x.want("queue", 1)
	x.click("drop/0")
	x.want("queue", 0)
	x.click("take") // nothing happens: there is nothing to take
	x.key(ebiten.KeyN)
	x.want("week", 2)
	x.order(2, "field/2", "1200")
	x.key(ebiten.KeyN)
	x.key(ebiten.KeyL)
	x.click("speed4")
	x.step(61)
	x.click("pause")
	if n := x.said.number("week"); n < 4 || n > 7 {
		t.Errorf("after a second at 4× it is week %d", n)
	}
	x.key(ebiten.KeyDigit1)
	x.step(125)
	x.key(ebiten.KeySpace)
	for x.said.number("week") < 10 {
		x.key(ebiten.KeyN)
	}
	x.want("week", 10)
	x.sameOnTheCommandLine("quartet", file)
	t.Logf("a drawn frame costs %d µs of ours, with its tick", x.said.number("cost"))
}

// On every tab an order is chosen by a click and put on the list: from the strip of
// orders, or from a row of a table. The file that is left plays to the same hash on
// the command line.
func TestOrdersFromEveryTab(t *testing.T) {
	needWindow(t)
	file := filepath.Join(t.TempDir(), "game.jsonl")
	x := open(t, 1280, 720, "GAME_SCENARIOS=octet", "GAME_COMPANY=lumen", "GAME_FILE="+file)
	for range 5 {
		x.key(ebiten.KeyN)
	}
	for tab := 1; tab <= 5; tab++ {
		x.key(ebiten.KeyF2 + ebiten.Key(tab))
		if !x.orderFrom("act/") && !x.orderFrom("row/") {
			t.Errorf("nothing can be ordered on tab %d", tab)
		}
		x.key(ebiten.KeyN)
		x.key(ebiten.KeyN) // attention comes back
	}
	x.key(ebiten.KeyN)
	x.sameOnTheCommandLine("octet", file)
}

// orderFrom clicks controls of a page until one of them has put an order into the
// form that can be put on the list, and puts it there.
func (x *window) orderFrom(prefix string) bool {
	before := x.said.number("queue")
	for _, id := range x.said.ids(prefix) {
		if x.said.rect(id).Empty() {
			continue
		}
		x.click(id)
		if list := x.said.ids(id + "/"); len(list) > 0 { // of several orders about a row
			x.click(list[0])
		}
		x.click("take")
		x.click("add")
		if x.said.number("queue") > before {
			return true
		}
	}
	return false
}

// order picks a kind of order, types a number into a field and puts the order on
// the list, if it may be put there.
func (x *window) order(kind int, field, number string) {
	x.t.Helper()
	x.click("kind")
	x.click("kind/" + strconv.Itoa(x.findRow(kind)))
	x.click(field)
	x.write(number)
	before := x.said.number("queue")
	x.click("add")
	if after := x.said.number("queue"); after != before+1 && len(number) < 6 {
		x.t.Errorf("%s in %s of kind %d is not put on the list", number, field, kind)
	}
}

// findRow is the row of the n-th kind in the list that is open, -1 if there are
// not so many: rows of headings are no controls.
func (x *window) findRow(n int) int {
	for row := range 60 {
		if x.said.rect("kind/" + strconv.Itoa(row)).Empty() {
			continue
		}
		if n--; n < 0 {
			return row
		}
	}
	return -1
}

func (x *window) want(what string, n int) {
	x.t.Helper()
	if got := x.said.number(what); got != n {
		x.t.Errorf("%s is %d, not %d", what, got, n)
	}
}

// sameOnTheCommandLine plays a file of orders with the program and compares the
// hash that it prints with that of the window.
func (x *window) sameOnTheCommandLine(scenario, file string) {
	x.t.Helper()
	program := filepath.Join(x.t.TempDir(), "entangle")
	if out, err := exec.Command("go", "build", "-tags", "headless", "-o", program, "../cmd/entangle").CombinedOutput(); err != nil {
		x.t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		x.t.Fatal(err)
	}
	played := regexp.MustCompile(`"played":"([0-9-]+)"`).FindSubmatch(text)
	if played == nil {
		x.t.Fatalf("the file does not say how far it is played:\n%s", text)
	}
	out, err := exec.Command(program, "run", scenario, "--orders", file, "--until", string(played[1])).Output()
	if err != nil {
		x.t.Fatal(err)
	}
	hash := regexp.MustCompile(`hash ([0-9a-f]{16})`).FindSubmatch(out)
	if hash == nil || string(hash[1]) != x.said.get("hash") {
		x.t.Errorf("the window has hash %s, the command line says\n%s", x.said.get("hash"), out)
	}
}

// The screen has something on it, and a pressed button looks pressed.
func TestPixels(t *testing.T) {
	needWindow(t)
	x := open(t, 1280, 720, "GAME_SCENARIOS=quartet", "GAME_COMPANY=falcon")
	at := x.said.rect("speed1").Min.Add(x.said.rect("speed1").Max).Div(2)
	at.Y += 10 // below the text
	before := x.shot("before").RGBAAt(at.X, at.Y)
	x.key(ebiten.KeyDigit1)
	after := x.shot("after").RGBAAt(at.X, at.Y)
	if before == after || before.A != 255 || after.B < after.R {
		t.Errorf("the button looks %v, pressed %v", before, after)
	}
}

// A paused window draws nothing.
func TestPausedWindowDrawsNothing(t *testing.T) {
	needWindow(t)
	x := open(t, 1280, 720, "GAME_SCENARIOS=quartet", "GAME_COMPANY=falcon")
	x.step(10)
	before := x.said.number("drawn")
	x.step(200)
	if after := x.said.number("drawn"); after != before {
		t.Errorf("%d frames are drawn in 200 ticks of pause", after-before)
	}
}
