package main

import (
	"fmt"
	"io"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/session"
)

// The document of run --json. docs/json.md describes each key.
type (
	runDocument struct {
		Scenario     string             `json:"scenario"`
		Title        string             `json:"title"`
		Engine       string             `json:"engine"`
		Rules        string             `json:"rules"`
		ScenarioHash string             `json:"scenario_hash"`
		Seed         uint64             `json:"seed"`
		Central      bool               `json:"central"`
		Set          []string           `json:"set"`
		Lang         string             `json:"lang"`
		Start        string             `json:"start"`
		Date         string             `json:"date"`
		Weeks        int                `json:"weeks"`
		Hash         string             `json:"hash"`
		HashParts    map[string]string  `json:"hash_parts"`
		OrdersFile   *ordersDocument    `json:"orders_file,omitempty"`
		Units        map[string]string  `json:"units"`
		Standings    []standingDocument `json:"standings"`
		Events       []eventDocument    `json:"events"`
		Counts       countsDocument     `json:"counts"`
	}
	ordersDocument struct {
		Company string            `json:"company"`
		Lines   int               `json:"lines"`
		Refused []refusedDocument `json:"refused"`
		Late    int               `json:"late"`
	}
	refusedDocument struct {
		Line   int    `json:"line"`
		Date   string `json:"date"`
		Order  string `json:"order"`
		Reason string `json:"reason"`
	}
	standingDocument struct {
		Rank    int                `json:"rank"`
		Company string             `json:"company"`
		Title   string             `json:"title"`
		Binding string             `json:"binding_constraint"`
		Values  map[string]float64 `json:"values"`
		Year    map[string]float64 `json:"year"`
	}
	eventDocument struct {
		ID     sim.EventID `json:"id"`
		Cause  sim.EventID `json:"cause"`
		Date   string      `json:"date"`
		Kind   string      `json:"kind"`
		By     string      `json:"by"`
		Peer   string      `json:"peer"`
		Ref    string      `json:"ref"`
		Qty    int64       `json:"qty"`
		Amount int64       `json:"amount"`
		Impact float64     `json:"impact"`
		Gain   int8        `json:"gain"`
		More   int         `json:"more"`
		Text   string      `json:"text"`
	}
	countsDocument struct {
		Events  sim.EventID              `json:"events"`
		Orders  int64                    `json:"orders"`
		Refused int64                    `json:"refused"`
		Kinds   map[string]kindsDocument `json:"kinds"`
	}
	kindsDocument struct {
		Orders  int64 `json:"orders"`
		Refused int64 `json:"refused"`
	}
)

// writeJSON writes the report as one document. Keys have a fixed order and
// numbers the fewest digits that identify them, so that equal runs give equal
// bytes.
func (g *game) writeJSON(w io.Writer) error {
	return experiment.WriteJSON(w, g.document())
}

func (g *game) document() runDocument {
	w := g.world()
	d := runDocument{Scenario: g.name, Title: g.text(g.sc.Title()), Engine: sim.Engine, Rules: sim.Rules(),
		ScenarioHash: g.pack.Hash(), Seed: g.seed, Central: g.flags.Central, Set: append([]string{}, g.flags.Set...),
		Lang: g.lex.Lang, Start: g.sc.Start().String(), Date: w.Date().String(), Weeks: int(w.Head().Tick),
		HashParts: map[string]string{}, Units: map[string]string{}}
	hash := w.Hash()
	d.Hash = fmt.Sprintf("%016x", hash.Sum())
	for i, part := range sim.Parts() {
		d.HashParts[part] = fmt.Sprintf("%016x", hash[i])
	}
	for _, m := range sim.Metrics() {
		if m.Of == sim.OfCompany {
			d.Units[m.Name] = m.Unit
		}
	}
	for _, s := range session.Standings(w) {
		d.Standings = append(d.Standings, g.standingDocument(s))
	}
	d.Events = []eventDocument{}
	for _, h := range g.highlights.Top(topEvents) {
		d.Events = append(d.Events, g.eventDocument(h))
	}
	d.Counts = g.counts()
	if g.orders != nil {
		d.OrdersFile = g.ordersDocument()
	}
	return d
}

func (g *game) standingDocument(s session.Standing) standingDocument {
	d := standingDocument{Rank: s.Rank, Company: entityName(g.sc, sim.OfCompany, int32(s.Company)),
		Title: g.company(s.Company), Binding: g.world().Hold(s.Company).Name(), Values: map[string]float64{}, Year: map[string]float64{}}
	for i, m := range sim.Metrics() {
		if m.Of != sim.OfCompany {
			continue
		}
		d.Values[m.Name] = s.Values[i]
		if m.Flow {
			d.Year[m.Name] = g.year.Read(i, s.Company)
		}
	}
	return d
}

func (g *game) eventDocument(h session.Highlight) eventDocument {
	e := h.Event
	return eventDocument{ID: e.ID, Cause: e.Cause, Date: h.Date.String(), Kind: e.Kind.Spec().Name,
		By: entityName(g.sc, sim.OfCompany, int32(e.By)), Peer: entityName(g.sc, sim.OfCompany, int32(e.Peer)),
		Ref: entityName(g.sc, e.Ref.Of, e.Ref.ID), Qty: e.Qty, Amount: e.Amount, Impact: h.Impact,
		Gain: h.Gain(), More: h.More, Text: g.sentence(h)}
}

func (g *game) counts() countsDocument {
	d := countsDocument{Events: g.world().Head().NextEvent, Orders: g.tally.Orders, Refused: g.tally.Refused,
		Kinds: map[string]kindsDocument{}}
	for i, k := range g.tally.Kinds {
		d.Kinds[sim.OrderSpecs()[i].Name] = kindsDocument(k)
	}
	return d
}

func (g *game) ordersDocument() *ordersDocument {
	d := &ordersDocument{Company: g.orders.Header.Company, Lines: len(g.orders.Lines), Refused: []refusedDocument{}, Late: g.playback.Left()}
	for _, r := range g.playback.Refused() {
		d.Refused = append(d.Refused, refusedDocument{r.Line, r.Date.String(), r.Order.Kind.Spec().Name, r.Refusal.Reason.Spec().Name})
	}
	return d
}
