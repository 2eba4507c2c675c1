//go:build !headless

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"entangle/game/vm"
	"entangle/sim"
	"entangle/sim/session"
)

type writer = func(io.Writer) error

// clock is the time of day.
func (a *app) clock() time.Time {
	if a.now != nil {
		return a.now()
	}
	return time.Now()
}

// reopen reads the game that --orders names, if it is there already. Where no
// scenario is named, the file's own is meant.
func (a *app) reopen(name *string, f *windowFlags) (*session.OrderFile, error) {
	if f.orders == "" {
		return nil, nil
	}
	if f.orders == "-" {
		return nil, wrongf("--orders -: a game is kept in a file; give it a name")
	}
	file, err := os.Open(f.orders)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // a new game will be kept there
	}
	if err != nil {
		return nil, wrongf("--orders %s: %w", f.orders, reason(err))
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() == 0 {
		return nil, nil
	}
	if *name == "" {
		if *name, err = scenarioOf(f.orders); err != nil {
			return nil, err
		}
	}
	sc, _, err := a.load(*name, scenarioFlags{})
	if err != nil {
		return nil, err
	}
	back, err := session.ReadOrders(file, f.orders, sc, scenarioName(*name))
	if err != nil {
		return nil, wrong(err)
	}
	return back, agrees(back, f)
}

// agrees refuses a file of another company or seed than the command line names.
func agrees(back *session.OrderFile, f *windowFlags) error {
	switch h := back.Header; {
	case f.company != "" && f.company != h.Company:
		return wrongf("--company %s: the game in %s is that of %s; leave --company out, or name another file", f.company, f.orders, h.Company)
	case f.seeded && f.seed != h.Seed:
		return wrongf("--seed %d: the game in %s has seed %d; leave --seed out, or name another file", f.seed, f.orders, h.Seed)
	}
	return nil
}

// scenarioOf is the scenario that a file of orders names in its first line. What
// is wrong with the rest is found when it is read in full; for that any scenario
// will do.
func scenarioOf(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", wrongf("--orders %s: %w", file, reason(err))
	}
	defer f.Close()
	line, _ := bufio.NewReader(io.LimitReader(f, session.MaxOrderLine)).ReadBytes('\n')
	var head session.OrderHeader
	if json.Unmarshal(line, &head) != nil || head.Scenario == "" {
		return shipped()[0], nil
	}
	if !slices.Contains(shipped(), head.Scenario) {
		return "", wrongf("%s: the game is one of scenario %q, which is not shipped; give its path, like: entangle play ./%s --orders %s",
			file, head.Scenario, head.Scenario, file)
	}
	return head.Scenario, nil
}

// newGameFile names a file for a new game, in the user's own folder for data.
func newGameFile(scenario, company string, now time.Time) (string, error) {
	dir, err := dataFolder()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "entangle")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", fmt.Errorf("cannot make the folder %s: %w", dir, reason(err))
	}
	return filepath.Join(dir, scenario+"-"+company+"-"+now.Format("20060102-150405")+".jsonl"), nil
}

// dataFolder is where the system keeps a user's data.
func dataFolder() (string, error) {
	if runtime.GOOS != "linux" {
		return os.UserConfigDir()
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}

// entityNames lists the ids of a kind of thing.
func entityNames(sc *sim.Scenario, of sim.Entity) (names []string) {
	for id := range sc.Count(of) {
		names = append(names, entityName(sc, of, int32(id+1)))
	}
	return names
}

// lastGame finds the game that was played last in the user's own folder and is
// not over; nil if there is none that can be read. What is wrong with a file is
// told by play --orders.
func (a *app) lastGame(k *keeper) *vm.Setup {
	dir, err := dataFolder()
	if err != nil {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(dir, "entangle", "*.jsonl"))
	if err != nil {
		return nil
	}
	newest := time.Time{}
	file := ""
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && info.ModTime().After(newest) {
			newest, file = info.ModTime(), name
		}
	}
	name := ""
	back, err := a.reopen(&name, &windowFlags{orders: file})
	if err != nil || back == nil {
		return nil
	}
	sc, _, err := a.load(name, scenarioFlags{})
	if err != nil || back.Header.Played == "" || back.Header.Played >= sc.End().String() {
		return nil
	}
	return &vm.Setup{Name: scenarioName(name), Scenario: sc, Company: back.Company, Seed: back.Header.Seed, Keeper: k.again(file), Resume: back}
}
