package sim

import "entangle/sim/units"

// Tier is a kind of people.
type Tier uint8

// The tiers.
const (
	TierResearchers Tier = iota // make models better
	TierEngineers               // port software, design chips
	TierSoftware                // conventional software staff
	TierCount
)

// joinBeats is how many meetings of the market, one in twelve weeks, somebody counts as
// a newcomer.
const joinBeats = 5

// Crew is the people of one tier at a company: old hands, and newcomers hired
// within a year. Row 0 is those at work elsewhere. Heads are whole people.
type Crew struct {
	Old    int64
	New    int64
	Pay    float64          // of old hands, dollars a year
	NewPay float64          // of newcomers, dollars a year
	Joined [joinBeats]int32 // of New, by the meeting at which they came: see slot
	_      [3]uint32        // so that what follows begins where a piece does

	Target   float64 // heads that the company wants
	Open     float64 // places that were open when the market met last
	Quits    int64   // since the start
	OldQuits int64   // of those, by old hands
	Hires    int64
	LaidOff  int64
	Trained  int64  // came through offices of its own
	_        uint64 // so that each row begins where a piece does, see Company
}

// Heads is all people of the tier.
func (k *Crew) Heads() int64 { return k.Old + k.New }

// Team is what a company's people have in common.
type Team struct {
	Morale  float64    // 0 to 100
	Calm    float64    // the morale it returns to
	Gap     [2]float64 // log of outsiders' pay over old hands', as these know it; by tier
	Need    float64    // conventional software staff that its work takes without agents
	Edge    float64    // what a researcher is worth of one elsewhere
	Taken   float64    // points of know-how since the start, brought by newcomers
	Mission float64    // 0 to 1
	Stay    float64    // log units of the odds of leaving
	Exodus  units.Date // until then people leave over a model licensed in
	Learned float64    // points of know-how since the start, by its own research
	Spilled float64    // from the best
	Lean    float64    // how freely its leadership pays, 0 to 10
	Others  int64      // of Staff, in no tier
	Start   float64    // know-how at the start
	Lost    float64    // taken away by leavers
}

// Labour is the market for people, per tier.
type Labour struct {
	Wage   [TierCount]float64 // dollars a year
	First  [TierCount]float64 // at the start; 0: the tier rests
	Tight  [TierCount]float64 // log of open places over people who look, when the market met last
	Told   [TierCount]float64 // wage as last reported
	Heard  [TierCount]float64 // log of the wage over that at the start, as those hear who choose a field
	Enter  [TierCount]float64 // a year, as a share of those in the field
	Growth float64            // that employers elsewhere aim at
	Pool   [TierCount]int64   // between jobs
	Start  [TierCount]int64   // in the field at the start
	Came   [TierCount]int64   // entered since
	Left   [TierCount]int64   // left the field since

	Retrain [TierCount]float64 // of the places left empty, what conventional staff of one's own fill

	Pace    float64 // points of know-how a year
	Team    float64 // of so many researchers
	Compute float64 // with so many thousandths of an H100e
	Spill   float64 // a year
	Began   float64 // know-how of the best at the start
	Load    float64 // log of the conventional staff that work takes, for each log of income
	Bill    float64 // dollars a year of all conventional software staff, 0: no agents
	Agents  float64 // share of its work that agents could do last month
}

// officesPerCompany bounds the offices that a company opens.
const officesPerCompany = 4

// Office is a place where a company hires people whom nobody else reaches.
type Office struct {
	Region RegionID // 0: none
	Tier   Tier
	Opens  units.Date
	Open   bool
	Heads  int32 // to hire there
	Hired  int32
}
