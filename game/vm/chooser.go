package vm

import (
	"strconv"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/session"
)

// Offer is a scenario that can be chosen.
type Offer struct {
	Name string // as files call it
	SC   *sim.Scenario
}

// Chooser is the first page: which scenario, and which company.
type Chooser struct {
	Lex     *assets.Lexicon
	Offers  []Offer
	At      int // the scenario chosen
	Company sim.CompanyID
	Seed    uint64
	views   map[int]*session.Session // by offer: the world as it begins
}

// NewChooser starts at the first scenario and its first company.
func NewChooser(lex *assets.Lexicon, offers []Offer, seed uint64) *Chooser {
	return &Chooser{Lex: lex, Offers: offers, Company: 1, Seed: seed, views: map[int]*session.Session{}}
}

// Choose turns to a scenario.
func (c *Chooser) Choose(i int) {
	if i != c.At {
		c.At, c.Company = i, 1
	}
}

// Words tells things of the scenario chosen.
func (c *Chooser) Words() Words { return Words{c.Lex, c.Offers[c.At].SC} }

// ScenarioCard is a scenario as the chooser shows it.
type ScenarioCard struct{ Title, About, Span string }

// Scenarios lists the scenarios.
func (c *Chooser) Scenarios() []ScenarioCard {
	list := make([]ScenarioCard, len(c.Offers))
	for i, o := range c.Offers {
		w := Words{c.Lex, o.SC}
		list[i] = ScenarioCard{w.Pick(o.SC.Title()), w.Pick(o.SC.About()),
			w.T("choose.span", "span", w.Span(), "weeks", strconv.Itoa(o.SC.Weeks()))}
	}
	return list
}

// CompanyCard is a company as the chooser shows it.
type CompanyCard struct {
	ID      sim.CompanyID
	Name    string
	About   string
	Figures []TipLine
	Chosen  bool
}

// cardFigures are the figures of a card.
var cardFigures = []string{"compute_running", "power_energised", "cash"}

// Companies lists the companies of the scenario chosen, each as it sees itself.
func (c *Chooser) Companies() []CompanyCard {
	s := c.session()
	w := c.Words()
	list := make([]CompanyCard, w.SC.Companies())
	for i := range list {
		id := sim.CompanyID(i + 1)
		card := CompanyCard{ID: id, Name: w.Company(id), About: w.Pick(w.SC.AboutOf(id)), Chosen: id == c.Company}
		for _, name := range cardFigures {
			m := metric(name)
			card.Figures = append(card.Figures, TipLine{Text: w.Metric(m), Value: w.Value(m, s.World.View(id).Estimate(m, int32(id)))})
		}
		list[i] = card
	}
	return list
}

// AboutGame tells of a game that can be gone on with.
func AboutGame(lex *assets.Lexicon, s Setup) []TipLine {
	w := Words{lex, s.Scenario}
	return []TipLine{{Text: w.Pick(s.Scenario.Title()), Value: w.Company(s.Resume.Company), Head: true},
		{Text: w.T("choose.left", "date", s.Resume.Header.Played)}, {Text: s.Keeper.File, Dim: true}}
}

// session is the scenario's world as it begins.
func (c *Chooser) session() *session.Session {
	s := c.views[c.At]
	if s == nil {
		s = session.New(c.Offers[c.At].SC)
		s.Reset(c.Seed)
		c.views[c.At] = s
	}
	return s
}
