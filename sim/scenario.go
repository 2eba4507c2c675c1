package sim

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entangle/sim/near"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// Scenario is a compiled Setup: names resolved, figures listed. It is shared by
// all worlds that play it and does not change once they do; Clone it before Set.
type Scenario struct {
	setup       Setup
	names       struct{ regions, families, segments, companies, sites, programs, models, people, incidents, choices names }
	weeks       int32
	closing     []bool // by week: it closes a quarter
	fresh       []bool // by week: a quarter has just begun before it, see freshQuarter
	figures     []FigureInfo
	values      []float64 // of the figures, and those that are drawn per run: see list
	ranged      []rangedFigure
	index       map[string]int32
	companies   []companyInfo
	families    []familyInfo
	sites       []siteInfo
	installed   []FamilyID // the families of the chips of the start, as the sites have them one after the other
	plots       []SiteID   // see plot
	forms       *orderForms
	desks       *orderDesks
	paces       *orderPaces
	tabled      *orderPaces // in the weeks that close a quarter
	stages      []stageInfo
	segments    []segmentInfo
	products    []productInfo // [segment][company]
	regions     []regionInfo
	contracts   []contractInfo
	programs    []programInfo
	dealers     []FamilyID            // the first family of each designer
	immature    []FamilyID            // families that ask for software of their own
	immatureSet uint64                // the same, a bit each
	holders     []CompanyID           // by account
	ripeIn      [billWeeks][]FamilyID // the same, by the week of the month: see Family.turn
	packers     []CompanyID           // companies that have booked packaging
	makers      [supplies]CompanyID   // who makes packaging and memory, 0 nobody
	labs        []CompanyID           // companies that make models
	owners      []CompanyID           // who may ever have a model: these, and those that have one from the start
	shops       []CompanyID           // companies that offer something to customers, or may
	selling     []CompanyID           // of these, those whose overheads follow what they sell
	people      []personInfo
	coding      SegmentID // the market of software by agents, 0 none
	incidents   []incidentInfo
	drawnIn     []uint8 // by incident: the week of the month in which it is drawn
	choices     []choiceInfo
	effects     []effectInfo // of all events and choices
	ownSupply   []FamilyID   // families with a supply of their own
	ofWafers    []wafered    // the others: made of packaged wafers
	others      []CompanyID  // those with other business
}

type companyInfo struct {
	key              uint64   // subject of its random streams
	siteFrom, siteTo SiteID   // its sites, from inclusive to exclusive
	grounds          []SiteID // those of them where something can be built
	sold             []SegmentID
	soldFor          [needCount][]SegmentID // of these, by what they need
	serves           uint64                 // the same, a bit each
	closed, models   CompanySet             // who may not rent its compute, and who may not take in its models
	alike            CompanyID              // the first to whom the same sites are open
	home             RegionID               // whose people it employs, 0: that of those who say nothing
	people           []PersonID             // of that home
	orders, designs  uint64                 // families that it may order, if they are sold, and those that it designs, a bit each from 1 on
}

// wafered is a family that is made of packaged wafers.
type wafered struct {
	family   FamilyID
	designer CompanyID
	behind   uint64 // all bits if one of the same designer stands before it, else none
}

type familyInfo struct {
	key      uint64
	designer CompanyID
	first    FamilyID  // the first family of the same designer
	program  ProgramID // that brings it, 0 none
	buyers   CompanySet
	merchant bool // somebody else than its designer may order it
	captive  bool // its designer is on the list of buyers: has it built for himself
}

type siteInfo struct {
	owner  CompanyID
	region RegionID
	plot   bool       // land to build on
	open   CompanySet // to whom it is: who may have something here, its own or rented
	stages [2]int     // its stages, from inclusive to exclusive
}

type regionInfo struct {
	key   uint64
	grows bool       // something can be built here
	open  CompanySet // by whom; and who may rent here
}

// openTo tells whether a company may have something at a site, its own or rented.
func (s *Scenario) openTo(c CompanyID, site SiteID) bool { return s.sites[site].open.Has(c) }

// hiresIn tells whether a company can have an office in a region.
func (s *Scenario) hiresIn(c CompanyID, r RegionID) bool { return s.regions[r].open.Has(c) }

// growsFor tells whether a company can build something in a region.
func (s *Scenario) growsFor(c CompanyID, r RegionID) bool {
	return s.regions[r].grows && s.regions[r].open.Has(c)
}

// sells tells whether a company ever offers something to a segment.
func (s *Scenario) sells(c CompanyID, to SegmentID) bool { return s.companies[c].serves>>to&1 != 0 }

type segmentInfo struct {
	key       uint64
	need      Need
	sellers   []CompanyID
	sellerSet uint64 // the same, modulo 64 a bit each
}

// productInfo says whether a company offers something to a segment, and how.
type productInfo struct {
	users        Figure // people at the start
	planned      bool   // a programme may open it
	offered      bool
	price, reach Figure
	match        Figure // the premium, where it follows the lowest price
}

type stageInfo struct {
	site      SiteID
	planned   units.Date
	add, slip Figure
}

type programInfo struct {
	key            uint64
	owner, partner CompanyID
	family         FamilyID // of a chip
	kind           VentureKind
	segment        SegmentID // of a business
}

type contractInfo struct {
	parties [2]CompanyID
	clauses []clauseInfo
}

type clauseInfo struct {
	kind     ClauseKind
	from, to CompanyID
	family   FamilyID
	site     SiteID
	use      LicenceUse
}

// Clone returns a copy whose figures can be set without touching the original.
func (s *Scenario) Clone() *Scenario {
	c := *s
	c.figures = append([]FigureInfo(nil), s.figures...)
	c.list()
	return &c
}

// list notes what the start of a run reads of the figures. Whatever changes a figure
// has it noted again.
func (s *Scenario) list() {
	s.values, s.ranged = make([]float64, len(s.figures)), nil
	for i := range s.figures {
		f := &s.figures[i]
		if s.values[i] = f.Value; f.Ranged() {
			s.ranged = append(s.ranged, rangedFigure{at: int32(i), subject: f.subject, spread: rng.NewTriangle(f.Low, f.Value, f.High)})
		}
	}
	slices.SortStableFunc(s.ranged, func(a, b rangedFigure) int { return cmp.Compare(a.subject, b.subject) })
	for i := range s.ranged {
		s.ranged[i].first = i == 0 || s.ranged[i].subject != s.ranged[i-1].subject
	}
}

// rangedFigure is a figure that is drawn per run. Those drawn together follow each
// other.
type rangedFigure struct {
	at      int32
	first   bool   // of those drawn together, or it is alone
	subject uint64 // of the stream that draws it
	spread  rng.Triangle
}

// Figures lists every figure in the order of the file format; read only.
func (s *Scenario) Figures() []FigureInfo { return s.figures }

// Figure returns the figure at a path such as "companies.lumen.cash".
func (s *Scenario) Figure(path string) (FigureInfo, error) {
	id, ok := s.index[path]
	if !ok {
		return FigureInfo{}, fmt.Errorf("no figure %q in this scenario; %s", path, s.nearestFigure(path))
	}
	return s.figures[id], nil
}

// Set gives the figure at path one value, in base units, for all runs; its range
// is gone. The value must lie within the bounds of the field.
func (s *Scenario) Set(path string, v float64) error {
	f, err := s.Figure(path)
	if err != nil {
		return err
	}
	if !(f.Min <= v && v <= f.Max) {
		return fmt.Errorf("%s: %s is out of bounds (%s to %s)", path, units.Format(f.Kind, v),
			units.Format(f.Kind, f.Min), units.Format(f.Kind, f.Max))
	}
	at := &s.figures[f.id]
	at.Value, at.Low, at.High = v, v, v
	s.list()
	return nil
}

// Central takes the ranges from all figures, so that each run has central values.
func (s *Scenario) Central() {
	for i := range s.figures {
		s.figures[i].Low, s.figures[i].High = s.figures[i].Value, s.figures[i].Value
	}
	s.list()
}

// Derive notes what was changed in Figures, and checks what follows from several figures
// at once. Call it after Set, before the scenario is played.
func (s *Scenario) Derive() error {
	s.list()
	if wrong := s.contradictions(); len(wrong) > 0 {
		return fmt.Errorf("%s: %s", wrong[0].Path, wrong[0].Message)
	}
	return nil
}

// contradictions finds figures that cannot hold together in any run.
func (s *Scenario) contradictions() (list []Problem) {
	for i := range s.setup.Families {
		f := &s.setup.Families[i]
		if s.figures[f.UnitCost.id].High > s.figures[f.ListPrice.id].Low {
			list = append(list, Problem{"families." + f.ID + ".unit_cost",
				"the designer loses money on each chip where unit_cost reaches above list_price", "raise list_price or lower unit_cost"})
		}
	}
	list = append(append(list, s.overbooked()...), s.programFigures()...)
	for i := range s.setup.Contracts {
		k := &s.setup.Contracts[i]
		for j := range k.Clauses {
			if c := &k.Clauses[j]; c.Kind == "capacity" && s.figures[c.Chips.id].Low > s.chipsAt(c.Site, c.Family) {
				list = append(list, Problem{fmt.Sprintf("contracts.%s.clauses.%d.chips", k.ID, j),
					"more chips are promised than the site holds of this family", "lower chips, or give the site more"})
			}
		}
	}
	return list
}

// chipsAt is the most chips of a family that a site may start with.
func (s *Scenario) chipsAt(site, family string) float64 {
	for i := range s.setup.Sites {
		for _, ch := range s.setup.Sites[i].Chips {
			if s.setup.Sites[i].ID == site && ch.Family == family {
				return s.figures[ch.Count.id].High
			}
		}
	}
	return 0
}

func (s *Scenario) nearestFigure(path string) string {
	paths := make([]string, len(s.figures))
	for i := range s.figures {
		paths[i] = s.figures[i].Path
	}
	return "nearest: " + strings.Join(near.Paths(path, paths, 3), ", ")
}
