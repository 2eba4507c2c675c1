package backtest

import "entangle/sim"

// Series says how facts of one name are read off the engine.
type Series struct {
	Name    string
	Unit    string   // that of the metrics; facts may come in another size of it (unit.go)
	Metrics []string // of sim.Metrics, added up; none where the model has no such thing
	Why     string   // the model has no such thing, and why
	Note    string   // how far the two mean the same
}

// series are the facts that go by another name than a metric, or mean something
// else, and those whose meaning needs a word. Every other metric of the engine is
// a series of its own name and unit.
var series = [...]Series{
	{Name: "assistant_users", Unit: "million", Metrics: []string{"assistant_users"}, Note: "of the segments that count people; reports count those of a week or of a month"},
	{Name: "backlog", Unit: "USD billion", Metrics: []string{"backlog"}, Note: "contracts between players only"},
	{Name: "best_model_eci", Unit: "ECI", Metrics: []string{"best_model_eci"}, Note: "of the best model that it serves; scored in points"},
	{Name: "capex", Unit: "USD billion", Metrics: []string{"chips_received", "capex_sites", "capex_own_chips"},
		Note: "chips with server and network when they come, halls, turbines, batteries and grid when paid; reports also count general servers, land and leases"},
	{Name: "compute_lab_used", Unit: "kH100e", Metrics: []string{"compute_lab_used"}, Note: "own and rented, less what is let or sold as bare compute"},
	{Name: "compute_owned", Unit: "kH100e", Metrics: []string{"compute_owned"}, Note: "chips being installed count"},
	{Name: "compute_sold_total", Unit: "kH100e", Metrics: []string{"compute_sold_total"}, Note: "all chips of its own design, wherever they are"},
	{Name: "h100_rental_price", Unit: "USD per GPU-hour", Metrics: []string{"h100_rental_price"}, Note: "mean of the rents in force, an H100e-hour"},
	{Name: "headcount", Unit: "people", Metrics: []string{"researchers", "engineers", "software_staff"}, Note: "people at work on models, chips and conventional software; some reports count a laboratory alone"},
	{Name: "own_silicon_installed", Unit: "kH100e", Metrics: []string{"own_silicon_installed"}, Note: "chips being installed count"},
	{Name: "packaging_capacity", Unit: "thousand wafers per month", Metrics: []string{"packaging_capacity"}, Note: "of advanced packaging, all designers"},
	{Name: "power_ai", Unit: "MW", Metrics: []string{"power_ai"}, Note: "of facilities, cooling included; reports of labs are nearer to what the chips draw"},
	{Name: "revenue_cloud", Unit: "USD billion", Metrics: []string{"cloud_sales"},
		Note: "rent, compute sold by the week and sales to customers who need no model of the company; reports also count what clouds sell beside AI"},
	{Name: "revenue_datacentre", Unit: "USD billion", Metrics: []string{"revenue_datacentre"}, Note: "chips sold, when handed over"},
	{Name: "revenue_run_rate", Unit: "USD billion per year", Metrics: []string{"revenue_run_rate"}, Note: "income of four weeks as a year's"},
	{Name: "site_power", Unit: "MW", Metrics: []string{"site_power"}, Note: "live, cooling included"},
	{Name: "tokens_served", Unit: "trillion", Metrics: []string{"tokens_served"}, Note: "a month; sold to customers alone, and not what its own products read and write unasked"},
	{Name: "valuation", Unit: "USD billion", Metrics: []string{"valuation"}, Note: "what investors think all shares are worth"},
}

// SeriesOf returns the series of a name: a row of the table, or the metric of
// that name.
func SeriesOf(name string) (Series, bool) {
	for _, s := range series {
		if s.Name == name {
			return s, true
		}
	}
	if i, ok := sim.FindMetric(name); ok {
		return Series{Name: name, Unit: sim.Metrics()[i].Unit, Metrics: []string{name}}, true
	}
	return Series{}, false
}

// SeriesNames lists all series: those of the table, and the other metrics.
func SeriesNames() []string {
	var list []string
	for _, s := range series {
		list = append(list, s.Name)
	}
	for _, m := range sim.Metrics() {
		if _, ok := find(m.Name); !ok {
			list = append(list, m.Name)
		}
	}
	return list
}

// Table lists the rows of the table.
func Table() []Series { return append([]Series(nil), series[:]...) }

func find(name string) (at int, ok bool) {
	for i := range series {
		if series[i].Name == name {
			return i, true
		}
	}
	return 0, false
}

// inPoints tells whether a unit has no natural zero, or is a share of something:
// then the distance to the fact is a difference and no ratio.
func inPoints(unit string) bool {
	return unit == "ECI" || unit == "points" || unit == "share" || unit == "stages"
}
