package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/session"
	"entangle/sim/units"
)

// mostRefused is how many refused orders are told one by one; --json has all.
const mostRefused = 50

// writeRefused lists the orders of the file that the world refused: why, and
// what would have passed.
func (g *game) writeRefused(w io.Writer) error {
	if g.playback == nil || len(g.playback.Refused()) == 0 {
		return nil
	}
	list := g.playback.Refused()
	if _, err := fmt.Fprintln(w, g.labelled(g.ui("refused_orders"), strconv.Itoa(len(list)))); err != nil {
		return err
	}
	for i, r := range list {
		if i == mostRefused {
			_, err := fmt.Fprintln(w, g.ui("more_refused", "n", strconv.Itoa(len(list)-i)))
			return err
		}
		if err := g.writeRefusal(w, &r); err != nil {
			return err
		}
	}
	return nil
}

func (g *game) writeRefusal(w io.Writer, r *session.RefusedOrder) error {
	fmt.Fprintf(w, "%s:%d: %s: %s\n  %s\n", g.flags.orders, r.Line, r.Date,
		chronicle.Order(g.lex, g.sc, r.Order), chronicle.Refusal(g.lex, g.sc, r.Refusal, r.Order))
	switch {
	case r.Late:
		_, err := fmt.Fprintf(w, "  %s\n", g.ui("came_late", "date", r.Came.String()))
		return err
	case r.Alone:
		_, err := fmt.Fprintf(w, "  %s\n", g.ui("others_first"))
		return err
	case r.Passes:
		line, err := orderLine(g.sc, r.Date, r.Near)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "  %s\n", g.ui("would_pass", "line", line))
		return err
	}
	return nil
}

// orderLine is an order as a file of orders has it.
func orderLine(sc *sim.Scenario, date units.Date, o sim.Order) (string, error) {
	var line strings.Builder
	err := session.WriteOrder(&line, sc, date, o)
	return strings.TrimSpace(line.String()), err
}
