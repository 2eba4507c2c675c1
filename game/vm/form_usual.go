package vm

import (
	"entangle/sim"
	"entangle/sim/units"
)

// weeksOfRun is how long a run is trained that one would begin.
const weeksOfRun = 14

// usualOf is the number that most would start from in a field of talent, models,
// capital or organisation, in base units.
func (f *Form) usualOf(name string, mode uint8) (int64, bool) {
	v := f.p.View()
	switch name {
	case "flop":
		return units.FromFloat(weeksOfRun*v.WeekOfTraining(), 1, 1<<40), true
	case "strictness", "boldness":
		return 500_000, true
	case "tests":
		return 4, true
	case "fee":
		return 200_000, true
	case "premium":
		return 100_000, true
	case "extra":
		return max(v.Supply(sim.Supply(mode)).Most/8, 1), true
	case "capacity": // a quarter more than there is
		used := v.Own().Wanted
		return int64(used/4000) * 1000, true
	case "rent":
		return 2_000_000, true // USD an hour, what old chips cost at the start of 2025
	case "weeks":
		switch f.spec().Kind {
		case sim.OrderBook:
			return 156, true
		case sim.OrderBorrow:
			return 156, true
		case sim.OrderWarRoom:
			return 8, true
		}
	case "heads":
		if f.spec().Kind == sim.OrderOpenOffice {
			return 20, true
		}
		return 5, true
	case "severance":
		return 500_000, true
	case "pay", "package":
		return int64(price(units.USD(v.StarMarket().Level))), true
	case "income":
		return int64(twoDigits(float64(v.Trend()))), true
	case "amount":
		if f.spec().Kind == sim.OrderBorrow {
			most, _ := v.Lendable(sim.LoanKind(mode))
			return rounded(most / 2), true
		}
		return rounded(v.Value() / 8), true
	}
	return 0, false
}
