package sim

// TalentSetup is the market for people that all companies share. Absent: nobody
// is hired and nobody quits.
type TalentSetup struct {
	Researchers TierSetup `yaml:"researchers" opt:"" doc:"people who make models better"`
	Engineers   TierSetup `yaml:"engineers" opt:"" doc:"people who port software and design chips"`
	Software    TierSetup `yaml:"software" opt:"" doc:"conventional software staff"`
	Pace        Figure    `yaml:"know_pace" unit:"number" range:"0,50" opt:"" doc:"index points of know-how a year that know_team researchers with know_compute add for the company that knows most at the start"`
	Team        Figure    `yaml:"know_team" unit:"number" range:"1,1000000" opt:"" doc:"researchers of that company; needed with know_pace"`
	Compute     Figure    `yaml:"know_compute" unit:"h100e" range:"1000,10000000000000" opt:"" doc:"compute of that company at work on research and training; needed with know_pace"`
	Spill       Figure    `yaml:"spill" unit:"number" range:"0,5" opt:"" doc:"share of the distance to the best that know-how spills over in a year; absent: none"`
	Workload    Figure    `yaml:"software_load" unit:"number" range:"0,2" opt:"" doc:"log of the conventional software staff that a company's work takes, for each log of its income over that of the start; needs the run_rate of a company; absent: 0"`
	WageBill    Figure    `yaml:"wage_bill" unit:"usd" range:"1000000,100000000000000" opt:"" doc:"yearly pay of all conventional software staff that agents could replace; absent: they replace nobody"`
}

// TierSetup is one kind of people.
type TierSetup struct {
	Pay       Figure `yaml:"pay" unit:"usd" range:"1000,1000000000" opt:"" doc:"market pay a year at the start; absent: nobody of this kind is counted"`
	Elsewhere Figure `yaml:"elsewhere" unit:"number" range:"0,1000000000" opt:"" doc:"people at work with employers who do not play"`
	Entrants  Figure `yaml:"entrants" unit:"share" range:"0,2000000" opt:"" doc:"people who enter the field in a year, as a share of those in it"`
	Growth    Figure `yaml:"growth" unit:"share" range:"-1000000,3000000" opt:"" doc:"yearly growth that employers who do not play aim at"`
	Retrain   Figure `yaml:"retrain" unit:"share" range:"0,1000000" opt:"" doc:"of the places that a meeting of the market leaves empty, what companies fill with conventional software staff of their own, who learn the trade; needs software.pay; absent: none"`
}

// PeopleSetup is who works for a company, where the scenario has a market for
// talent.
type PeopleSetup struct {
	Researchers Figure `yaml:"researchers" unit:"number" range:"0,1000000" opt:"" doc:"of staff, people who make models better"`
	Software    Figure `yaml:"software" unit:"number" range:"0,10000000" opt:"" doc:"conventional software staff, beside staff"`
	Pay         Figure `yaml:"pay" unit:"share" range:"200000,5000000" opt:"" doc:"pay over the market's; absent: 100 %"`
	Growth      Figure `yaml:"growth" unit:"share" range:"-1000000,3000000" opt:"" doc:"yearly growth of researchers and engineers that it aims at; absent: 10 %"`
	Mission     Figure `yaml:"mission" unit:"share" range:"0,1000000" opt:"" doc:"how much people believe in what it is for; absent: 50 %"`
	Morale      Figure `yaml:"morale" unit:"share" range:"0,1000000" opt:"" doc:"of its people; absent: 60 %"`
	Stickiness  Figure `yaml:"stickiness" unit:"number" range:"-3,3" opt:"" doc:"what place, vesting and notice hold people back, in log units of the odds of leaving; absent: 0"`
	Edge        Figure `yaml:"edge" unit:"share" range:"100000,5000000" opt:"" doc:"what one of its researchers finds out over what others do; absent: 100 %"`
	Lean        Figure `yaml:"lean" unit:"number" range:"0,10" opt:"" doc:"how freely the built-in leadership pays for people; absent: 5"`
}
