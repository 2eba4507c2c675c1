//go:build !headless

package main

import (
	"errors"
	"fmt"

	window "entangle/game"
	"entangle/game/ui"
	"entangle/game/vm"
	"entangle/sim"
)

// playWindow opens the window.
func (a *app) playWindow(name string, f *windowFlags) error {
	o, err := a.windowOptions(name, f)
	if err != nil {
		return err
	}
	err = window.Run(a.ctx, o)
	var none *window.NoWindow
	switch {
	case errors.Is(err, window.ErrInterrupted):
		return &exitError{exitInterrupted, errors.New("interrupted: the game is kept up to its last week")}
	case errors.As(err, &none):
		return errNoWindow("there is no display (" + none.Err.Error() + ")")
	}
	return err
}

// windowOptions reads all input and finds what is wrong with it before a window
// is opened.
func (a *app) windowOptions(name string, f *windowFlags) (o ui.Options, err error) {
	o = ui.Options{Lang: a.language(), Hint: true, Seed: f.seed}
	if !f.spoken {
		o.Lang = systemLanguage()
	}
	if !f.seeded {
		o.Seed = 1 + uint64(a.clock().UnixNano()/1e6)%1_000_000
	}
	back, err := a.reopen(&name, f)
	if err != nil {
		return o, err
	}
	if err := a.offers(&o, name); err != nil {
		return o, err
	}
	own := &keeper{a: a, file: f.orders}
	o.Keep = own.next
	switch {
	case back != nil:
		o.Seed, o.Hint = back.Header.Seed, false
		o.Start = &vm.Setup{Name: o.Offers[o.At].Name, Scenario: o.Offers[o.At].SC, Company: back.Company, Seed: o.Seed,
			Keeper: own.next(o.Offers[o.At].Name, back.Header.Company), Resume: back}
	case f.company != "":
		return o, a.startAs(&o, name, f.company)
	case f.orders == "":
		o.Last = a.lastGame(own)
	}
	return o, nil
}

// offers lists the scenarios to choose from: those shipped, and the one named.
func (a *app) offers(o *ui.Options, name string) error {
	names := shipped()
	at := -1
	for i, s := range names {
		if s == name {
			at = i
		}
	}
	if name != "" && at < 0 {
		names, at = append([]string{name}, names...), 0
	}
	for _, s := range names {
		sc, _, err := a.load(s, scenarioFlags{})
		if err != nil {
			return err
		}
		o.Offers = append(o.Offers, vm.Offer{Name: scenarioName(s), SC: sc})
	}
	o.At = max(at, 0)
	return nil
}

// startAs begins a new game at once.
func (a *app) startAs(o *ui.Options, name, company string) error {
	if name == "" {
		return wrongf("--company %s: name the scenario too, like: entangle play quartet --company %s", company, company)
	}
	offer := o.Offers[o.At]
	id, _ := offer.SC.Find(sim.OfCompany, company)
	if id == 0 {
		return unknown("company", company, entityNames(offer.SC, sim.OfCompany), "")
	}
	o.Start = &vm.Setup{Name: offer.Name, Scenario: offer.SC, Company: sim.CompanyID(id), Seed: o.Seed, Keeper: o.Keep(offer.Name, company)}
	return nil
}

// keeper names the files in which games are kept.
type keeper struct {
	a    *app
	file string // of the first game, if it was named
}

// again goes on with a file.
func (k *keeper) again(file string) vm.Keeper {
	return (&keeper{k.a, file}).next("", "")
}

// next is where the next game is kept; the user is told once it is.
func (k *keeper) next(scenario, company string) vm.Keeper {
	file := k.file
	k.file = ""
	if file == "" {
		var err error
		if file, err = newGameFile(scenario, company, k.a.clock()); err != nil {
			fmt.Fprintln(k.a.Err, "the game is not kept:", err)
			return vm.Keeper{}
		}
	}
	told := false
	return vm.Keeper{File: file, Write: func(write writer) error {
		err := writeFile(file, write)
		if err == nil && !told {
			told = true
			fmt.Fprintf(k.a.Err, "the game is kept every week in %s\n", file)
		}
		return err
	}}
}
