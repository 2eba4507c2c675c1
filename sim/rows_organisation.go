package sim

import "entangle/sim/units"

// Form is how a company is organised.
type Form uint8

// The forms.
const (
	FormNone    Form = iota // organisations do not change
	FormUnits               // units, each with a head who decides
	FormCentral             // one central laboratory, which comes before all others
	FormBeside              // a new laboratory beside the old house
	FormFlat                // few ranks between the leadership and the work
	formCount
)

// groups is how many groups of orders there are, with none.
const groups = int(GroupOrganisation) + 1

// mostFiles is how many investigations a company keeps up at a time.
const mostFiles = 4

// Org is a company's organisation. The company's Bureaucracy is Settled, its
// deputies and, until Calm, the turmoil of a reorganisation.
type Org struct {
	// What orders look at stands together, see Company,
	Form     Form
	Told     uint8         // weeks that orders of the line wait, as last told
	Room     Group         // the war room's area, 0 none
	Half     bool          // half a point is left over in the war room
	Deputies uint8         // areas delegated, a bit per Group
	Acted    [groups]uint8 // orders that each deputy gave since the last week
	Wake     units.Date    // the first day on which something ends, 0 none

	// then the rest.
	Settled float64         // bureaucracy apart from deputies and turmoil
	Base    float64         // the norm of the size and form of the start
	Norm    float64         // as of the last look
	Shift   float64         // of the norm, by the form, in effect
	Lately  float64         // mean of the people over about a quarter
	People  int64           // at the start
	Given   [groups]float64 // attention that orders of each area took, fading over a quarter

	Since  units.Date        // the last reorganisation, 0 never
	Calm   units.Date        // until then it lasts, 0 none
	Closes units.Date        // when the war room does
	Closed units.Date        // when the last one did, 0 never
	Month  [groups]uint8     // orders of each deputy since his last report
	Brief  [groups]units.PPM // how bold he is to be
	Files  [mostFiles]File
}

// File is what a company finds out about another for a time.
type File struct {
	Peer    CompanyID
	Subject Subject
	Until   units.Date
}

// Subject is what an investigation is about.
type Subject uint8

// The subjects.
const (
	SubjectNone Subject = iota
	SubjectCompute
	SubjectPower
	SubjectPeople
	SubjectModels
	SubjectMoney
)
