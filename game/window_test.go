package game

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/png"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/vmhost"
)

// The tests of the window need something to draw on: CI runs them under Xvfb by
// `make test-window`. One test binary is both sides: with guestEnv set it is the
// game, a process without window or display; else, with windowEnv, it is the
// host, which gives the game its clicks and keys and draws its frames.
const (
	guestEnv  = "ENTANGLE_GUEST"
	windowEnv = "ENTANGLE_WINDOW"
)

func TestMain(m *testing.M) {
	if endpoint := os.Getenv(guestEnv); endpoint != "" {
		os.Exit(playGuest(endpoint))
	}
	if os.Getenv(windowEnv) == "" {
		os.Exit(m.Run())
	}
	flag.Parse()
	h := &host{jobs: make(chan func(), 1), done: make(chan int, 1)}
	theHost = h
	go func() { h.done <- m.Run() }()
	ebiten.SetWindowVisible(false)
	ebiten.SetVsyncEnabled(false)
	if err := ebiten.RunGame(h); err != nil {
		fmt.Fprintln(os.Stderr, "no host for the window:", err)
		os.Exit(1)
	}
	os.Exit(h.code)
}

// playGuest is the game's side.
func playGuest(endpoint string) int {
	o, err := guestOptions()
	if err != nil {
		fmt.Fprintln(os.Stderr, "guest:", err)
		return 1
	}
	l, err := NewLoop(context.Background(), o)
	if err == nil {
		ebiten.SetScreenClearedEveryFrame(false)
		err = ebiten.RunGameWithOptions(&reporter{Loop: l}, &ebiten.RunGameOptions{VMGuestEndpoint: endpoint})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "guest:", err)
		return 1
	}
	return 0
}

// host runs the tests' jobs inside Ebitengine's loop, where the session must be
// used.
type host struct {
	jobs chan func()
	done chan int
	code int
}

var theHost *host

func (h *host) Update() error {
	select {
	case f := <-h.jobs:
		f()
	case h.code = <-h.done:
		return ebiten.Termination
	case <-time.After(2 * time.Millisecond):
	}
	return nil
}

func (h *host) Draw(*ebiten.Image) {}

func (h *host) Layout(w, h2 int) (int, int) { return w, h2 }

// onHost runs f inside the host's Update.
func onHost(t *testing.T, f func() error) {
	t.Helper()
	done := make(chan error, 1)
	theHost.jobs <- func() { done <- f() }
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// window is a game under test: its session, its screen and what it says.
type window struct {
	t     *testing.T
	s     *vmhost.GuestSession
	img   *ebiten.Image
	said  *said
	guest *exec.Cmd
	ticks int // that have passed
}

// open starts a game on a screen of a size.
func open(t *testing.T, w, h int, env ...string) *window {
	t.Helper()
	dir, err := os.MkdirTemp("", "w") // the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	listener, err := net.Listen("unix", filepath.Join(dir, "g"))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	endpoint, err := vmhost.EndpointURLFromAddr(listener.Addr())
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	x := &window{t: t, said: newSaid(), guest: exec.Command(self)}
	x.guest.Dir = t.TempDir()
	x.guest.Env = append(append(os.Environ(), guestEnv+"="+endpoint, "DISPLAY="), env...)
	x.guest.Stdout, x.guest.Stderr = x.said, os.Stderr
	if err := x.guest.Start(); err != nil {
		t.Fatal(err)
	}
	x.meet(listener)
	onHost(t, func() error {
		x.img = ebiten.NewImage(w, h)
		return x.s.SetOutsideScreen(x.img)
	})
	t.Cleanup(func() {
		onHost(t, func() error { x.s.Close(); return nil })
		_ = x.guest.Wait() // it ends when its session does
	})
	x.step(4)
	return x
}

// meet waits until the game calls.
func (x *window) meet(listener net.Listener) {
	x.t.Helper()
	listener.(*net.UnixListener).SetDeadline(time.Now().Add(20 * time.Second))
	conn, err := listener.Accept()
	if err != nil {
		x.t.Fatal(err)
	}
	if x.s, err = vmhost.NewGuestSession(conn, &vmhost.NewGuestSessionOptions{IdleTimeout: 2 * time.Minute}); err != nil {
		x.t.Fatal(err)
	}
}

// step lets ticks pass, each with a frame: layout and layers are set in Draw.
// Then it waits until the game has said what it shows.
func (x *window) step(n int) {
	x.t.Helper()
	x.ticks += n
	defer func() { x.said.until(x.t, x.ticks) }()
	onHost(x.t, func() error {
		for range n {
			x.s.AdvanceTicks(1)
			x.s.AdvanceFrame()
			if !x.s.WaitFrame() {
				return fmt.Errorf("the game has ended: %w", errors.Join(x.s.Err()))
			}
		}
		return nil
	})
}

// click moves the mouse to the middle of a control and presses it.
func (x *window) click(id string) {
	x.t.Helper()
	x.point(id)
	onHost(x.t, func() error { x.s.PressMouseButton(ebiten.MouseButtonLeft); return nil })
	x.step(2)
	onHost(x.t, func() error { x.s.ReleaseMouseButton(ebiten.MouseButtonLeft); return nil })
	x.step(4)
}

// point moves the mouse to the middle of a control.
func (x *window) point(id string) {
	x.t.Helper()
	r := x.said.rect(id)
	if r.Empty() {
		x.t.Fatalf("there is no control %q on the page", id)
	}
	at := r.Min.Add(r.Max).Div(2)
	onHost(x.t, func() error { x.s.MoveCursor(float64(at.X), float64(at.Y)); return nil })
	x.step(2)
}

// key presses a key.
func (x *window) key(key ebiten.Key) {
	x.t.Helper()
	onHost(x.t, func() error { x.s.PressKey(key); return nil })
	x.step(2)
	onHost(x.t, func() error { x.s.ReleaseKey(key); return nil })
	x.step(4)
}

// write types a text.
func (x *window) write(text string) {
	x.t.Helper()
	for _, r := range text {
		onHost(x.t, func() error { x.s.TypeRune(r); return nil })
		x.step(2)
	}
}

// shot reads the screen; with ENTANGLE_SHOTS set it is kept in that folder.
func (x *window) shot(name string) *image.RGBA {
	x.t.Helper()
	im := image.NewRGBA(x.img.Bounds())
	x.ticks++
	onHost(x.t, func() error {
		x.s.AdvanceTicks(1)
		x.s.AdvanceFrame()
		if !x.s.WaitFrame() || !x.s.CompositeFrame() {
			return fmt.Errorf("no frame: %w", errors.Join(x.s.Err()))
		}
		x.img.ReadPixels(im.Pix)
		return nil
	})
	dir := os.Getenv("ENTANGLE_SHOTS")
	if dir == "" {
		return im
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		x.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, im); err != nil {
		x.t.Fatal(err)
	}
	return im
}
