package sim

import "entangle/sim/units"

// ReportSetup is what runs are compared with when they are held against facts. It
// changes no run.
type ReportSetup struct {
	KnownTo units.Date    `yaml:"known_to" opt:"" doc:"last day whose facts naive forecasts know; absent: 31 days after the start"`
	Growth  []GrowthSetup `yaml:"growth" opt:"" doc:"growth that naive forecasts expect of series of facts"`
	Beside  []BesideSetup `yaml:"beside" opt:"" doc:"parts of money of facts that the scenario does not play, added to what it does"`
}

// GrowthSetup is the growth that one could expect of a series.
type GrowthSetup struct {
	ID     string `yaml:"id" doc:"short name, unique; the series where series is absent"`
	Series string `yaml:"series" opt:"" doc:"series of facts; absent: that of the id"`
	Of     string `yaml:"of" opt:"" doc:"company whose series it is; absent: all that have no growth of their own"`
	Rate   Figure `yaml:"rate" unit:"share" range:"-990000,100000000" opt:"" doc:"growth a year, of series with a natural zero"`
	Points Figure `yaml:"points" unit:"number" range:"-1000,1000" opt:"" doc:"growth a year in the series' own unit, of series in points"`
}

// BesideSetup is a part of money that the scenario does not play.
type BesideSetup struct {
	ID       string `yaml:"id" doc:"short name, unique"`
	Series   string `yaml:"series" doc:"series of facts, of money"`
	Of       string `yaml:"of" doc:"company whose series it is"`
	Weekly   Figure `yaml:"weekly" unit:"usd" range:"0,1000000000000" opt:"" doc:"of a flow: what it comes to in the first week"`
	Standing Figure `yaml:"standing" unit:"usd" range:"0,100000000000000" opt:"" doc:"of a stock: what it is at the start"`
	Growth   Figure `yaml:"growth" unit:"number" range:"-2,3" opt:"" doc:"yearly log growth; absent: none"`
}
