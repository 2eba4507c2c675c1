package sim

// StarsSetup is what a world with named people needs to know of their market.
type StarsSetup struct {
	MarketPay Figure `yaml:"market_pay" unit:"usd" range:"100000,10000000000" opt:"" doc:"pay a year that the market gives a star of middling know-how at the start; needed with people"`
}

// PersonSetup is a person whom companies court by name, with the team around him.
type PersonSetup struct {
	ID       string `yaml:"id" doc:"short name, unique"`
	Title    Text   `yaml:"title" doc:"name shown to people"`
	Role     Text   `yaml:"role" opt:"" doc:"what the person does"`
	Employer string `yaml:"employer" opt:"" doc:"company that employs the person; absent: none"`
	Home     string `yaml:"home" opt:"" doc:"region whose companies the person works for; absent: the home of the employer at the start"`
	Team     Figure `yaml:"team" unit:"number" range:"1,1000" doc:"people who work with this person; know-how held grows with the root of it"`
	Pay      Figure `yaml:"pay" unit:"usd" range:"10000,10000000000" opt:"" doc:"pay a year; needed with employer"`
	Vest     Figure `yaml:"vest" unit:"weeks" range:"0,208" opt:"" doc:"weeks until shares granted by the employer vest, which leaving forfeits; absent: none"`
	Since    Figure `yaml:"since" unit:"weeks" range:"0,1040" opt:"" doc:"weeks with the employer at the start; absent: four years"`
	Stake    Figure `yaml:"stake" unit:"usd" range:"0,1000000000000" opt:"" doc:"what the first to employ the person pays the owners of a company, laboratory or fund of the person's own, which is left for it; only without employer; absent: nothing"`
	Compute  Figure `yaml:"compute" unit:"number" range:"0,10" opt:"" doc:"how much compute per head counts with this person; absent: 5"`
	Mission  Figure `yaml:"mission" unit:"number" range:"0,10" opt:"" doc:"how much the mission counts; absent: 5"`
	Money    Figure `yaml:"money" unit:"number" range:"0,10" opt:"" doc:"how much pay counts; absent: 5"`
	Power    Figure `yaml:"power" unit:"number" range:"0,10" opt:"" doc:"how much a mandate counts; absent: 5"`
}
