package vm

import "entangle/sim"

// inForce is the number of a standing policy, for those that have one.
func inForce(own sim.Company, mode uint8) (v int64, ok bool) {
	switch r := &own.Policy; mode {
	case sim.PolicyPrice:
		return (int64(own.Price) + cent/2) / cent * cent, own.Offers > 0
	case sim.PolicyPriceStep:
		return int64(r.PriceStep), own.Offers > 0
	case sim.PolicyCashFloor:
		return int64(r.CashFloor), true
	case sim.PolicyRenew:
		return int64(r.Renew), true
	case sim.PolicyDispatch:
		return int64(r.Dispatch), true
	case sim.PolicySplit:
		return int64(r.Split), true
	case sim.PolicySpotReserve:
		return int64(r.Reserve), true
	case sim.PolicySpotCeiling:
		return int64(r.SpotCeiling), true
	case sim.PolicyBookFloor:
		return int64(r.BookFloor), true
	case sim.PolicyCover:
		return int64(r.Cover), true
	case sim.PolicyPay:
		return int64(r.Pay), r.Pay > 0
	case sim.PolicyGrowth:
		return int64(r.Growth), r.Pay > 0
	case sim.PolicyRaise:
		return int64(r.Match), r.Pay > 0
	case sim.PolicyResearch:
		return int64(r.Research), own.Policy.Research+own.Policy.Training > 0
	case sim.PolicyTraining:
		return int64(r.Training), own.Policy.Research+own.Policy.Training > 0
	}
	return 0, false
}
