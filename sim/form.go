package sim

// What the forms of organisation do. Each is best for somebody: the flat house for
// the small; units for the large house that builds and sells more than it searches;
// the central laboratory for one that lives by research and can let all else wait;
// the new laboratory for a large one whose ranks stifle its research.

// formSpec is what a form does.
type formSpec struct {
	name  string
	shift float64 // of the norm of bureaucracy, in points
	felt  float64 // share of its bureaucracy that research feels
	apart float64 // points of it that research is spared (economics.md 7: 18 for a unit kept apart)
	after float64 // points that the house beside the laboratory feels more: it comes second
}

var formSpecs = [formCount]formSpec{
	FormNone:    {"", 0, 1, 0, 0},
	FormUnits:   {"units", 0, 1, 0, 0},
	FormCentral: {"central", 0, 0.7, 0, 10},
	FormBeside:  {"beside", 6, 1, 18, 0},
	FormFlat:    {"flat", -15, 1, 0, 0},
}

// formNamed is the form of a name, or none.
func formNamed(name string) Form {
	for f := FormUnits; f < formCount; f++ {
		if formSpecs[f].name == name {
			return f
		}
	}
	return FormNone
}

// formShift is what a company's form adds to its norm.
func (w *World) formShift(c CompanyID) float64 { return formSpecs[w.orgs[c].Form].shift }

// formSpan is the attention that a form takes, for what size brings: a laboratory
// beside the house is a second table to sit at; without ranks, what 1,000 people ask
// comes to the top, and twice that from 4,000 on. Heads of units, and of a central
// laboratory, keep it away.
func formSpan(f Form, span int64) int64 { return int64(formSpans[f][span]) }

// formSpans is formSpan by form and by what size brings, of which 1,000 people bring 2.
var formSpans = [formCount][mostSpan + 1]int8{
	FormBeside: {-1, -1, -1, -1, -1},
	FormFlat:   {0, 0, -1, -1, -2},
}

// hurried tells whether an area's orders meet no bureaucracy beyond the house's own: in
// a house with a central laboratory all else comes second.
func (g Group) hurried() bool { return g == GroupTalent || g == GroupModels || g == GroupOrganisation }

// What slows research (economics.md 5): bureaucracy beyond that of a small
// laboratory, and the turmoil of a reorganisation.
const (
	freeResearch    = 0.27
	turmoilResearch = 0.17
)

// researchDrag is how much bureaucracy research feels in excess, 0 to 1: b of the
// growth of know-how in economics.md 5.
func (w *World) researchDrag(c CompanyID) float64 {
	o := &w.orgs[c]
	if o.Form == FormNone {
		return max(0, w.companies[c].Bureaucracy/100-freeResearch)
	}
	drag := max(0, w.feltByResearch(c, o.Form)/100-freeResearch)
	if o.Calm != 0 {
		drag += turmoilResearch
	}
	return drag
}

// feltByResearch is the bureaucracy that research would feel in a form.
func (w *World) feltByResearch(c CompanyID, f Form) float64 {
	return float64(formSpecs[f].felt*w.companies[c].Bureaucracy) - formSpecs[f].apart
}
