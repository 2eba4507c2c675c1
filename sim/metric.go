package sim

// Metric is a figure that outputs can ask for. Read gives its value now for an
// entity, in Unit. A flow reads as its running total since the start: over a
// period take the difference. Why lists what the value is made of: parts that add
// up for amounts, what it was reckoned from for prices and shares.
type Metric struct {
	Name string
	Unit string
	Of   Entity
	Flow bool
	Read func(w *World, id int32) float64
	Why  func(w *World, id int32, t *Terms)
	All  func(w *World, out []float64) // Read for ids 1, 2, ... at once, where that is cheaper; or nil
}

// metrics are named as in the facts that runs are scored against, wherever those
// have the thing.
var metrics = [...]Metric{
	{"compute_running", "kH100e", OfCompany, false, readRunning, whyRunning, nil},
	{"compute_used", "kH100e", OfCompany, false, readUsed, whyUsed, nil},
	{"compute_effective", "kH100e", OfCompany, false, readEffective, whyEffective, nil},
	{"compute_spot", "kH100e", OfCompany, false, readSpotOf, whySpotOf, nil},
	{"compute_owned", "kH100e", OfCompany, false, readOwned, whyOwned, nil},
	{"compute_rented", "kH100e", OfCompany, false, readRented, whyRented, nil},
	{"compute_let", "kH100e", OfCompany, false, readLet, whyLet, nil},
	{"compute_on_order", "kH100e", OfCompany, false, readOnOrder, whyOnOrder, nil},
	{"compute_sold_total", "kH100e", OfCompany, false, readSold, whySold, nil},
	{"idle_share", "share", OfCompany, false, readIdle, whyIdle, nil},
	{"served_share", "share", OfCompany, false, readServed, whyServed, nil},
	{"price", "USD per H100e-hour", OfCompany, false, readPrice, whyPrice, nil},
	{"best_model_eci", "ECI", OfCompany, false, readQuality, whyQuality, nil},
	{"attention", "points", OfCompany, false, readAttention, whyAttention, nil},
	{"bureaucracy", "points", OfCompany, false, readBureaucracy, whyBureaucracy, nil},
	{"shadow_power", "USD", OfCompany, false, readShadow(ResourcePower), whyShadow(ResourcePower), nil},
	{"shadow_chips", "USD", OfCompany, false, readShadow(ResourceChips), whyShadow(ResourceChips), nil},
	{"shadow_cash", "USD", OfCompany, false, readShadow(ResourceCash), whyShadow(ResourceCash), nil},
	{"shadow_attention", "USD", OfCompany, false, readShadow(ResourceAttention), whyShadow(ResourceAttention), nil},
	{"power_energised", "MW", OfCompany, false, readEnergised, whyEnergised, nil},
	{"power_ai", "MW", OfCompany, false, readPower, whyPower, allPower},
	{"power_used", "MW", OfCompany, false, readPowerUsed, whyPowerUsed, nil},
	{"power_under_construction", "MW", OfCompany, false, readUnderway, whyUnderway, nil},
	{"power_queued", "MW", OfCompany, false, readQueued, whyQueued, nil},
	{"power_turbines", "MW", OfCompany, false, readTurbines, whyTurbines, nil},
	{"power_unpermitted", "MW", OfCompany, false, readDirty, whyDirty, nil},
	{"power_cost", "USD billion", OfCompany, true, readPowerCost, whyPowerCost, nil},
	{"power_bill", "USD billion per year", OfCompany, false, readPowerBill, whyPowerBill, nil},
	{"capex_sites", "USD billion", OfCompany, true, readSiteCapex, whySiteCapex, nil},
	{"injunctions", "count", OfCompany, true, readInjunctions, whyInjunctions, nil},
	{"cash", "USD billion", OfCompany, false, readCash, whyCash, nil},
	{"revenue", "USD billion", OfCompany, true, readRevenue, whyRevenue, nil},
	{"revenue_cloud", "USD billion", OfCompany, true, readCloud, whyCloud, nil},
	{"revenue_datacentre", "USD billion", OfCompany, true, readChipSales, whyChipSales, nil},
	{"revenue_run_rate", "USD billion per year", OfCompany, false, readRunRate, whyRunRate, nil},
	{"fleet_value", "USD billion", OfCompany, false, readFleetValue, whyFleetValue, nil},
	{"capex", "USD billion", OfCompany, true, readCapex, whyCapex, nil},
	{"backlog", "USD billion", OfCompany, false, readBacklog, whyBacklog, allBacklogs},
	{"site_power", "MW", OfSite, false, readSitePower, whySitePower, nil},
	{"site_idle", "kH100e", OfSite, false, readSiteIdle, whySiteIdle, nil},
	{"energy_price", "USD per MWh", OfRegion, false, readEnergyPrice, whyEnergyPrice, nil},
	{"tolerance", "share", OfRegion, false, readTolerance, whyTolerance, nil},
	{"queue_wait", "weeks", OfRegion, false, readQueueWait, whyQueueWait, nil},
	{"queue_power", "MW", OfRegion, false, readQueuePower, whyQueuePower, nil},
	{"list_price", "USD", OfFamily, false, readList, whyLead, nil},
	{"lead_time", "weeks", OfFamily, false, readLead, whyLead, nil},
	{"demand", "kH100e", OfSegment, false, readDemand, whyDemand, nil},
	{"demand_served", "kH100e", OfSegment, false, readDemandServed, whyDemand, nil},
	{"compute_running_total", "kH100e", OfWorld, false, readWorldRunning, whyWorldRunning, nil},
	{"programme_stage", "stages", OfProgram, false, readStage, whyStage, nil},
	{"programme_weeks", "weeks", OfProgram, false, readStageWeeks, whyStageWeeks, nil},
	{"programme_spent", "USD billion", OfProgram, false, readProgramSpent, whyProgramSpent, nil},
	{"hype", "points", OfCompany, false, readHype, whyHype, nil},
	{"programme_odds", "share", OfProgram, false, readOdds, whyOdds, nil},
	{"agents_share", "share", OfWorld, false, readAgents, whyAgents, nil},
	{"spot_price", "USD per GPU-hour", OfWorld, false, readSpot, whySpot, nil},
	{"spot_volume", "kH100e", OfWorld, false, readSpotVolume, whySpotVolume, nil},
	{"packaging_use", "share", OfWorld, false, readPackaging, whyPackaging, nil},
	{"memory_use", "share", OfWorld, false, readMemory, whyMemory, nil},
	{"h100_rental_price", "USD per GPU-hour", OfWorld, false, readRental, whyRental, nil},

	// talent
	{"researchers", "people", OfCompany, false, readHeads(TierResearchers), whyHeads(TierResearchers), nil},
	{"engineers", "people", OfCompany, false, readHeads(TierEngineers), whyHeads(TierEngineers), nil},
	{"software_staff", "people", OfCompany, false, readHeads(TierSoftware), whyHeads(TierSoftware), nil},
	{"quits", "people", OfCompany, true, readQuits, whyQuits, nil},
	{"quits_old", "people", OfCompany, true, readOldQuits, whyOldQuits, nil},
	{"hires", "people", OfCompany, true, readHires, whyHires, nil},
	{"pay_researchers", "USD million per year", OfCompany, false, readResearcherPay, whyResearcherPay, nil},
	{"payroll", "USD billion per year", OfCompany, false, readPayroll, whyPayroll, nil},
	{"morale", "points", OfCompany, false, readMorale, whyMorale, nil},
	{"know_how", "ECI", OfCompany, false, readKnow, whyKnow, nil},
	{"know_how_per_head", "ECI per 1000", OfCompany, false, readKnowPerHead, whyKnowPerHead, nil},
	{"know_lost", "ECI", OfCompany, true, readKnowLost, whyKnowLost, nil},
	{"wage_researchers", "USD million per year", OfWorld, false, readWage, whyWage, nil},

	// Models.
	{"research_compute", "kH100e", OfCompany, false, readResearch, whyResearch, nil},
	{"training_compute", "kH100e", OfCompany, false, readTraining, whyTraining, nil},
	{"models_released", "count", OfCompany, true, readReleased, whyReleased, nil},
	{"run_flop", "1e24 FLOP", OfCompany, true, readRunFlop, whyRunFlop, nil},
	{"run_progress", "share", OfCompany, false, readProgress, whyProgress, nil},
	{"expected_model_eci", "ECI", OfCompany, false, readExpected, whyExpected, nil},
	{"frontier", "ECI", OfWorld, false, readFrontier, whyFrontier, nil},
	{"open_frontier", "ECI", OfWorld, false, readOpen, whyOpen, nil},
	{"inference_cost", "share", OfWorld, false, readCost, whyCost, nil},
	// Stars.
	{"stars", "people", OfCompany, false, readStars, whyStars, nil},
	{"star_bill", "USD million per year", OfCompany, false, readStarBill, whyStarBill, nil},
	{"star_pay", "USD million per year", OfWorld, false, readStarPay, whyStarPay, nil},
	{"person_pay", "USD million per year", OfPerson, false, readPersonPay, whyPersonPay, nil},
	{"person_stay", "share", OfPerson, false, readPersonStay, whyPersonStay, nil},

	// capital
	{"valuation", "USD billion", OfCompany, false, readValuation, whyValuation, nil},
	{"debt", "USD billion", OfCompany, false, readDebt, whyDebt, nil},
	{"interest", "USD billion", OfCompany, true, readInterest, whyInterest, nil},
	{"equity_raised", "USD billion", OfCompany, true, readRaised, whyRaised, nil},
	{"owners_share", "share", OfCompany, false, readOwners, whyOwners, nil},
	{"profit", "USD billion", OfCompany, true, readProfit, whyProfit, nil},
	{"ebitda", "USD billion per year", OfCompany, false, readEBITDA, whyEBITDA, nil},
	{"guidance_gap", "share", OfCompany, false, readGuidanceGap, whyGuidanceGap, nil},
	{"sentiment", "share", OfWorld, false, readSentiment, whySentiment, nil},

	// Organisation.
	{"bureaucracy_norm", "points", OfCompany, false, readNorm, whyNorm, nil},
	{"deputies", "count", OfCompany, false, readDeputies, whyDeputies, nil},
	{"research_drag", "points", OfCompany, false, readDrag, whyDrag, nil},

	// Customers.
	{"trust", "points", OfCompany, false, readTrust, whyTrust, nil},
	{"segment_price", "USD per H100e-hour", OfSegment, false, readSegmentPrice, whySegmentPrice, nil},
	{"segment_revenue", "USD billion", OfSegment, true, readSegmentRevenue, whySegmentRevenue, nil},
	{"price_like_quality", "USD per H100e-hour", OfWorld, false, readLikePrice, whyLikePrice, nil},
	{"use_total", "kH100e", OfWorld, false, readUseTotal, whyUseTotal, nil},

	// Facts.
	{"cloud_sales", "USD billion", OfCompany, true, readCloudSales, whyCloudSales, nil},
	{"chips_received", "USD billion", OfCompany, true, readChipsHad, whyChipsHad, nil},
	{"capex_own_chips", "USD billion", OfCompany, true, readOwnChips, whyOwnChips, nil},
	{"compute_lab_used", "kH100e", OfCompany, false, readLabUsed, whyLabUsed, nil},
	{"assistant_users", "million", OfCompany, false, readUsers, whyUsers, nil},
	{"segment_users", "million", OfSegment, false, readSegmentUsers, whySegmentUsers, nil},
	{"tokens_served", "trillion", OfCompany, false, readTokens, whyTokens, nil},
	{"own_silicon_installed", "kH100e", OfCompany, false, readOwnSilicon, whyOwnSilicon, nil},
	{"compute_awaited", "kH100e", OfCompany, false, readAwaited, whyAwaited, nil},
	{"compute_pledged", "kH100e", OfCompany, false, readPledged, whyPledged, nil},
	{"deferred_revenue", "USD billion", OfCompany, false, readDeferred, whyDeferred, allDeferred},
	{"packaging_coming", "thousand wafers per month", OfWorld, false, readPackersComing, whyPackersComing, nil},
	{"packaging_booked", "weeks", OfWorld, false, readBooked(SupplyPackaging), whyBooked(SupplyPackaging), nil},
	{"packaging_price", "share", OfWorld, false, readSupplyPrice(SupplyPackaging), whySupplyPrice(SupplyPackaging), nil},
	{"memory_capacity", "million GB per month", OfWorld, false, readMemoryCapacity, whyMemoryCapacity, nil},
	{"memory_coming", "million GB per month", OfWorld, false, readMemoryComing, whyMemoryComing, nil},
	{"memory_booked", "weeks", OfWorld, false, readBooked(SupplyMemory), whyBooked(SupplyMemory), nil},
	{"memory_price", "share", OfWorld, false, readSupplyPrice(SupplyMemory), whySupplyPrice(SupplyMemory), nil},
	{"revenue_supply", "USD billion", OfCompany, true, readSupplySales, whySupplySales, nil},
	{"capex_supply", "USD billion", OfCompany, true, readSupplyCapex, whySupplyCapex, nil},
	{"packaging_capacity", "thousand wafers per month", OfWorld, false, readPackers, whyPackers, nil},

	// Events from outside.
	{"outside_cost", "USD billion", OfCompany, true, readOutsideCost, whyOutsideCost, nil},
	{"outside_open", "count", OfCompany, false, readOutsideOpen, whyOutsideOpen, nil},
	{"event_count", "count", OfIncident, true, readEventCount, whyEventCount, nil},
}

// Metrics lists every metric.
func Metrics() []Metric {
	list := metrics
	return list[:]
}

// FindMetric returns the index in Metrics of the metric of a name, or false.
func FindMetric(name string) (index int, ok bool) {
	for i := range metrics {
		if metrics[i].Name == name {
			return i, true
		}
	}
	return 0, false
}

// Count returns how many entities of a kind a scenario has; ids run from 1.
func (s *Scenario) Count(of Entity) int {
	switch of {
	case OfWorld:
		return 1
	case OfCompany:
		return s.Companies()
	case OfRegion:
		return s.Regions()
	case OfFamily:
		return s.Families()
	case OfSegment:
		return s.Segments()
	case OfSite:
		return s.Sites()
	case OfProgram:
		return len(s.programs) - 1
	case OfModel:
		return len(s.names.models.ids) - 1
	case OfPerson:
		return len(s.names.people.ids) - 1
	case OfIncident:
		return len(s.names.incidents.ids) - 1
	case OfChoice:
		return len(s.names.choices.ids) - 1
	}
	return 0
}

// Scales from base units to those of the metrics.
const (
	kilo    = 1e6 // thousandths of an H100e in a kH100e
	billion = 1e9
	mega    = 1e3 // kW in a MW
	micro   = 1e6
)
