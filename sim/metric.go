package sim

// Metric is a figure that outputs can ask for. Read gives its value now for an
// entity, in Unit. A flow reads as its running total since the start: over a
// period take the difference. Why lists the parts the value is made of; each is
// a sum unless the term says otherwise.
type Metric struct {
	Name string
	Unit string
	Of   Entity
	Flow bool
	Read func(w *World, id int32) float64
	Why  func(w *World, id int32, t *Terms)
}

// metrics are named as in the facts that runs are scored against, wherever those
// have the thing.
var metrics = [...]Metric{
	{"compute_running", "kH100e", OfCompany, false, readRunning, whyRunning},
	{"compute_used", "kH100e", OfCompany, false, readUsed, whyUsed},
	{"compute_owned", "kH100e", OfCompany, false, readOwned, whyOwned},
	{"compute_rented", "kH100e", OfCompany, false, readRented, whyRented},
	{"compute_let", "kH100e", OfCompany, false, readLet, whyLet},
	{"compute_on_order", "kH100e", OfCompany, false, readOnOrder, whyOnOrder},
	{"compute_sold_total", "kH100e", OfCompany, false, readSold, whySold},
	{"idle_share", "share", OfCompany, false, readIdle, whyIdle},
	{"served_share", "share", OfCompany, false, readServed, whyServed},
	{"price", "USD per H100e-hour", OfCompany, false, readPrice, whyPrice},
	{"best_model_eci", "ECI", OfCompany, false, readQuality, whyQuality},
	{"power_energised", "MW", OfCompany, false, readEnergised, whyEnergised},
	{"power_ai", "MW", OfCompany, false, readPower, whyPower},
	{"power_used", "MW", OfCompany, false, readPowerUsed, whyPowerUsed},
	{"cash", "USD billion", OfCompany, false, readCash, whyCash},
	{"revenue", "USD billion", OfCompany, true, readRevenue, whyRevenue},
	{"revenue_cloud", "USD billion", OfCompany, true, readCloud, whyCloud},
	{"revenue_datacentre", "USD billion", OfCompany, true, readChipSales, whyChipSales},
	{"revenue_run_rate", "USD billion per year", OfCompany, false, readRunRate, whyRunRate},
	{"capex", "USD billion", OfCompany, true, readCapex, whyCapex},
	{"backlog", "USD billion", OfCompany, false, readBacklog, whyBacklog},
	{"site_power", "MW", OfSite, false, readSitePower, whySitePower},
	{"site_idle", "kH100e", OfSite, false, readSiteIdle, whySiteIdle},
	{"list_price", "USD", OfFamily, false, readList, whyLead},
	{"lead_time", "weeks", OfFamily, false, readLead, whyLead},
	{"demand", "kH100e", OfSegment, false, readDemand, whyDemand},
	{"demand_served", "kH100e", OfSegment, false, readDemandServed, whyDemand},
	{"compute_running_total", "kH100e", OfWorld, false, readWorldRunning, whyWorldRunning},
	{"h100_rental_price", "USD per GPU-hour", OfWorld, false, readRental, whyRental},
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
