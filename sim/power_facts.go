package sim

import "entangle/sim/units"

// What building takes, from the design's economics, section 3 (Sites, Own
// generation): weeks with their ranges and dollars per kilowatt. [F] rests on a
// figure in the facts, [D] is derived from such, [C] is a choice.

// span is a wait in weeks: median, spread of its log, least and most.
type span struct {
	median, sigma float64
	least, most   int64
}

// taskSpec is one task of a work, on open land and in a bare hall.
type taskSpec struct {
	greenfield, hall span
	usual            [2]int32     // their medians in whole weeks
	perKW            units.USD    // in all
	weekly           [2]units.USD // of it in each usual week
}

// taskSpecs: weeks [U, D from Abilene 13 months, New Carlisle 12.5, Colossus 4 in
// an old factory (F)], dollars [D: 10 M USD per MW, 8-13]. The spread of each is
// what puts its range at the 5th and 95th percentile.
var taskSpecs = [taskCount]taskSpec{
	taskLand:  {span{12, 0.50, 4, 30}, span{2, 0.30, 1, 6}, [2]int32{12, 2}, 300, [2]units.USD{25, 150}},
	taskShell: {span{40, 0.25, 26, 60}, span{8, 0.25, 5, 14}, [2]int32{40, 8}, 6000, [2]units.USD{150, 750}},
	taskIron:  {span{30, 0.40, 20, 100}, span{10, 0.30, 6, 26}, [2]int32{30, 10}, 1500, [2]units.USD{50, 150}},
	taskFit:   {span{10, 0.29, 6, 16}, span{5, 0.29, 3, 9}, [2]int32{10, 5}, 2000, [2]units.USD{200, 400}},
}

// workKind is what a work starts from.
type workKind uint8

const (
	workGreenfield workKind = iota // open land
	workExtension                  // beside halls of the company: the land is its own
	workHall                       // in a bare hall
	workKinds
)

// fast tells whether a task goes as in a bare hall. Who extends a site has the
// land already, and the rest like anybody.
func (t taskID) fast(k workKind) bool { return k == workHall || k == workExtension && t == taskLand }

// of is how long a task takes for a kind of work.
func (t taskID) of(k workKind) span {
	if t.fast(k) {
		return taskSpecs[t].hall
	}
	return taskSpecs[t].greenfield
}

// pace is how a task usually goes, for those who plan and pay.
type pace struct {
	usual  int32     // whole weeks
	weekly units.USD // what a kW costs in each of them
}

// paces are those of all tasks, by kind of work.
var paces = tablePaces()

func tablePaces() (all [workKinds][taskCount]pace) {
	for k := range all {
		for t := range all[k] {
			s, at := taskSpecs[t], 0
			if taskID(t).fast(workKind(k)) {
				at = 1
			}
			all[k][t] = pace{s.usual[at], s.weekly[at]}
		}
	}
	return all
}

type taskID int

const (
	// landTolerance is what the neighbours must bear for land and permits: below
	// it zoning boards vote against (economics 3).
	landTolerance = 0.35

	workPerKW = 300 + 6000 + 1500 + 2000 // dollars for all tasks together

	gridDeposit = 50  // dollars per kW at filing [M: Texas asks 50 thousand dollars per MW]
	gridPerKW   = 200 // dollars per kW in all, the deposit counts (economics 3)
	// depositBack is the share of a deposit that who withdraws gets back [C: the
	// studies it paid for are done].
	depositBack = units.One / 2

	queueSigma = 0.5 // economics 3
	// flexibleQueue is the part of the wait that remains for load that can be cut
	// at peaks [C: new lines and plants are dimensioned for the peak; offers of
	// 2025 name half the wait and more].
	flexibleQueue = 0.6
	// peakOdds is how often in a week the grid is short where load grows no faster
	// than headroom: 5 % of weeks (play.md event 7).
	peakOdds = 0.05
	// peakCut is what it then takes of flexible load, over the week, where a scenario says
	// nothing else [M: a study of Duke
	// University of February 2025 has room for whoever is cut for 0.25 to 1 % of a year's
	// energy, some hours at a time; a fifth of one week in twenty is 1 %].
	peakCut units.PPM = 200_000
	// lapseWeeks is how long a request that was granted waits for a site.
	lapseWeeks = 26

	turbinePerKW   = 2000 // dollars [F: 1300-2400]
	turbinePrice   = units.Price(85 * microUSD)
	turbineShare   = 600_000 // of a site's halls
	batteryPerKW   = 1000    // dollars [M: four hours at 250 dollars per kWh]
	batteryShare   = 150_000 // of a site's grid power
	batteryMost    = units.KW(150_000)
	nuclearPrice   = units.Price(90 * microUSD)
	nuclearAhead   = 104 // weeks: 2027 or later for who signs in 2025 (economics 3)
	gasPrice       = units.Price(75 * microUSD)
	gasAhead       = 65      // weeks [F: engines 12 to 18 months]
	blockPremium   = 80_000  // over today's price [C: what sellers of fixed prices take for the risk]
	dealCover      = 13      // weeks of payments that a seller wants to see in cash
	bonusShare     = 30_000  // of energy, for a promise on water [C: dry cooling]
	billsShare     = 50_000  // of energy, for a promise on bills [C: a tariff of its own]
	pricePush      = 0.35    // economics 3, on load growth over 0.7 of headroom
	pricePushFrom  = 0.7     //
	startTolerance = 600_000 // where a scenario says nothing: the middle of economics 3's table
)

var (
	turbineSpan = span{17, 0.25, 12, 30} // economics 3
	batterySpan = span{26, 0.25, 18, 40} // [C]
	gasSpan     = span{gasAhead, 0.12, 52, 78}
	nuclearSpan = span{nuclearAhead, 0.2, 78, 208}
	// permitSpan is a permit that is applied for in time [M: applied for in January
	// 2025 in Memphis; F: granted on 2 July].
	permitSpan = span{26, 0.40, 12, 60}
	// latePermit is one that who started without it gets round to [D: a year from
	// the turbines of mid-2024 to the permit of July 2025 in Memphis].
	latePermit = span{52, 0.30, 30, 104}
	// courtPermit is a permit under an injunction (economics 3).
	courtPermit = span{20, 0.40, 8, 52}
)

// What neighbours make of turbines, a week (economics 3), in a region like that of
// Memphis: see felt.
const (
	dirtyPer100MW = 0.0016
	cleanPer100MW = 0.0003
	recovery      = 0.002
	// loadCost is for new load as large as what the grid adds in a year, see feelLoad [C: some
	// 98 billion dollars of projects stopped or put off in one quarter of 2025 by those who
	// live beside them, after 64 in two years, from memory of Data Center Watch; a region that
	// starts between protest and suits comes nearer to suits].
	loadCost       = 0.1
	promiseBroken  = 0.05
	giftPer100M    = 0.03
	promiseGain    = 0.02 // of a promise itself [C: less than 100 M dollars of gifts]
	protestBelow   = 0.6
	protestRate    = 0.5
	protestCost    = 0.005 // of tolerance, for each that marches [C: three weeks of 100 MW]
	suitBelow      = 0.5
	suitRate       = 0.3
	injunctionRate = 0.012 // per 400 MW without a permit
	suitRests      = 8     // weeks without dirty turbines after which a suit is dropped [C]
)
