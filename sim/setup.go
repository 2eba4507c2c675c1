package sim

import "entangle/sim/units"

// Setup is a scenario as its author wrote it: names instead of ids, nothing
// resolved yet. It is plain data, filled by package scenario from YAML or by
// hand in tests, and turned into a Scenario by Compile.
//
// The struct tags are the single description of the file format. They drive
// the decoder, the checks of single values, `scenario export`, Scenario.Set and
// the documentation:
//
//	yaml:"cash"   key in the file; "-" is not read from it
//	unit:"usd"    unit of a Figure (units.Kinds lists them)
//	range:"0,"    inclusive bounds of a Figure in base units; either may be empty
//	opt:""        the key may be absent
//	doc:"..."     one line of help, shown by errors and documentation
//
// A list whose element type has a field `yaml:"id"` is keyed by that id in
// paths, overlays and Set: companies.lumen.cash. Other lists are keyed by
// position from 0: sites.quay.stages.0.add.
type Setup struct {
	Format    int             `yaml:"format" doc:"version of the file format: 1"`
	Title     Text            `yaml:"title" doc:"name shown to people"`
	About     Text            `yaml:"about" opt:"" doc:"a few sentences on what is at stake"`
	Start     units.Date      `yaml:"start" doc:"first day"`
	End       units.Date      `yaml:"end" doc:"first day after; a whole number of weeks after start"`
	Switches  Switches        `yaml:"switches" opt:"" doc:"mechanics that can be turned off"`
	Constants Constants       `yaml:"constants" doc:"figures of the world that belong to nobody"`
	Packaging PackagingSetup  `yaml:"packaging" opt:"" doc:"advanced packaging that designers share"`
	Memory    MemorySetup     `yaml:"memory" opt:"" doc:"memory that designers share"`
	Talent    TalentSetup     `yaml:"talent" opt:"" doc:"market for people that all companies share"`
	Regions   []RegionSetup   `yaml:"regions" doc:"where power is bought"`
	Families  []FamilySetup   `yaml:"families" doc:"chip families"`
	Segments  []SegmentSetup  `yaml:"segments" doc:"markets of customers"`
	Companies []CompanySetup  `yaml:"companies" doc:"who plays"`
	Sites     []SiteSetup     `yaml:"sites" doc:"data centres"`
	Programs  []ProgramSetup  `yaml:"programmes" opt:"" doc:"programmes for chips of one's own and for businesses"`
	Models    ModelsSetup     `yaml:"models" opt:"" doc:"how compute, data and know-how become models"`
	Capital   CapitalSetup    `yaml:"capital" opt:"" doc:"those who invest and lend"`
	Bookings  BookingsSetup   `yaml:"bookings" opt:"" doc:"contracts for capacity still to be built"`
	Contracts []ContractSetup `yaml:"contracts" opt:"" doc:"what was signed before the start"`
	Stars     StarsSetup      `yaml:"stars" opt:"" doc:"market of named people"`
	People    []PersonSetup   `yaml:"people" opt:"" doc:"people whom companies court by name"`
	Events    []IncidentSetup `yaml:"events" opt:"" doc:"events from outside: rules, courts, tariffs, outages"`

	Organisation OrganisationSetup `yaml:"organisation" opt:"" doc:"how organisations change; absent: they do not"`

	Report ReportSetup `yaml:"report" opt:"" doc:"what runs are compared with when they are held against facts; changes no run"`
}

// Text is a sentence in each of the game's languages.
type Text struct {
	En string `yaml:"en" doc:"English"`
	Zh string `yaml:"zh" doc:"Simplified Chinese"`
}

// Switches turn mechanics off, for ablation. A file that is silent leaves all on.
type Switches struct {
	PowerLimit   Toggle `yaml:"power_limit" opt:"" doc:"chips need energised power to run"`
	Installation Toggle `yaml:"installation" opt:"" doc:"delivered chips wait to be installed"`
	Rationing    Toggle `yaml:"rationing" opt:"" doc:"prepayment moves a buyer up the queue for scarce chips"`
	ListPrice    Toggle `yaml:"list_price" opt:"" doc:"list prices follow lead times"`
	Slips        Toggle `yaml:"slips" opt:"" doc:"stages of sites come later than announced"`
	Overflow     Toggle `yaml:"overflow" opt:"" doc:"customers turned away try another provider"`
	Attention    Toggle `yaml:"attention" opt:"" doc:"leadership can give only so many orders a week"`
	Bureaucracy  Toggle `yaml:"bureaucracy" opt:"" doc:"orders of the line wait in large organisations"`
	Packaging    Toggle `yaml:"packaging" opt:"" doc:"packaging and memory cap what designers build"`
	Deposits     Toggle `yaml:"deposits" opt:"" doc:"designers ask for deposits while the queue is long"`
	Software     Toggle `yaml:"software" opt:"" doc:"chips do less while the software for them is immature"`
	Spot         Toggle `yaml:"spot" opt:"" doc:"spare compute is sold by the week on a spot market"`
	Ageing       Toggle `yaml:"ageing" opt:"" doc:"chips lose resale value with age"`
	SiliconSlips Toggle `yaml:"silicon_slips" opt:"" doc:"stages of own-chip programmes take longer than planned"`
	Queue        Toggle `yaml:"queue" opt:"" doc:"requests for grid power wait in line"`
	Builders     Toggle `yaml:"builders" opt:"" doc:"contractors and transformers are scarce"`
	Tolerance    Toggle `yaml:"tolerance" opt:"" doc:"neighbours protest, sue and have turbines stopped"`
	EnergyPrice  Toggle `yaml:"energy_price" opt:"" doc:"the price of energy follows the growth of load"`
	Curtailment  Toggle `yaml:"curtailment" opt:"" doc:"flexible load is cut when the grid is short"`

	// talent
	TalentMarket Toggle `yaml:"talent_market" opt:"" doc:"people quit and are hired"`
	Envy         Toggle `yaml:"envy" opt:"" doc:"old hands mind what outsiders are paid"`
	KnowHow      Toggle `yaml:"know_how" opt:"" doc:"know-how goes with those who leave"`
	Agents       Toggle `yaml:"agents" opt:"" doc:"agents replace conventional software staff"`
	Exodus       Toggle `yaml:"exodus" opt:"" doc:"people leave a company that licenses in its core model"`

	// Models.
	Training       Toggle `yaml:"training" opt:"" doc:"runs make models out of compute and know-how"`
	Disappointment Toggle `yaml:"disappointment" opt:"" doc:"runs may bring much less than expected, large ones more often"`
	Delays         Toggle `yaml:"delays" opt:"" doc:"runs stand still for weeks now and then"`
	Gaming         Toggle `yaml:"gaming" opt:"" doc:"what boards show moves customers, also where it is not true"`
	DataWall       Toggle `yaml:"data_wall" opt:"" doc:"good data runs out for the largest runs"`
	Distilling     Toggle `yaml:"distilling" opt:"" doc:"small models learn from large ones and are cheaper to serve"`
	Refining       Toggle `yaml:"refining" opt:"" doc:"models on offer take in what has been learnt since they were made"`
	// Stars.
	Stars     Toggle `yaml:"stars" opt:"" doc:"named people can be courted, threaten and leave"`
	Vesting   Toggle `yaml:"vesting" opt:"" doc:"shares that leaving forfeits hold named people"`
	Boomerang Toggle `yaml:"boomerang" opt:"" doc:"named people who regret a move go back"`
	Followers Toggle `yaml:"followers" opt:"" doc:"part of the team follows a named person who leaves"`

	// capital
	Rounds     Toggle `yaml:"rounds" opt:"" doc:"companies can sell new shares"`
	Debt       Toggle `yaml:"debt" opt:"" doc:"companies can borrow"`
	Sentiment  Toggle `yaml:"sentiment" opt:"" doc:"investors are now hopeful, now afraid"`
	Guidance   Toggle `yaml:"guidance" opt:"" doc:"results are compared with what was promised or expected"`
	Insolvency Toggle `yaml:"insolvency" opt:"" doc:"who cannot pay for weeks goes under, and its chips are sold"`

	// Customers.
	PriceMatch Toggle `yaml:"price_match" opt:"" doc:"prices follow the lowest of like quality where a company has said so, and open weights are sold for what their use costs and a margin"`
	Hosting    Toggle `yaml:"hosting" opt:"" doc:"open weights and licensed models can be hosted for customers who take any model"`
	Trust      Toggle `yaml:"trust" opt:"" doc:"customers go by the public's trust, which outages and scandals lower"`
	Licences   Toggle `yaml:"licences" opt:"" doc:"companies license models that others let them host"`

	// Programmes.
	Ventures Toggle `yaml:"ventures" opt:"" doc:"business programmes can be funded"`

	Bookings Toggle `yaml:"bookings" opt:"" doc:"capacity that is still to be built is booked"`

	// Organisation.
	BureaucracyDrift Toggle `yaml:"bureaucracy_drift" opt:"" doc:"bureaucracy goes to a norm of size, hiring and form"`
	Forms            Toggle `yaml:"forms" opt:"" doc:"companies reorganise"`
	Deputies         Toggle `yaml:"deputies" opt:"" doc:"areas can be delegated"`
	WarRooms         Toggle `yaml:"war_rooms" opt:"" doc:"a war room makes orders of an area cheap and others dear"`
	Expansion        Toggle `yaml:"expansion" opt:"" doc:"makers of packaging and memory build more of it"`
	Fog              Toggle `yaml:"fog" opt:"" doc:"rivals' figures are known with an error"`

	Outside Toggle `yaml:"outside" opt:"" doc:"events from outside happen: rules, courts, tariffs, outages"`
}

// Toggle is a switch; its zero value is on.
type Toggle uint8

// The two positions of a Toggle.
const (
	On Toggle = iota
	Off
)

// Constants are the figures of a world that belong to no single row.
type Constants struct {
	Load           Figure `yaml:"load" unit:"share" range:"0,1000000" doc:"mean power draw of a running chip, as a share of its rated draw"`
	MoveWeeks      Figure `yaml:"move_weeks" unit:"weeks" range:"1,12" doc:"weeks that moved chips are out of use"`
	GraceWeeks     Figure `yaml:"grace_weeks" unit:"weeks" range:"1,26" doc:"weeks of missed payment after which a contract is ended"`
	MaxTerm        Figure `yaml:"max_term" unit:"weeks" range:"4,520" doc:"longest rental"`
	MinPrepaid     Figure `yaml:"min_prepaid" unit:"share" range:"0,1000000" doc:"smallest share of a chip order paid at signing"`
	TargetLead     Figure `yaml:"target_lead" unit:"weeks" range:"1,104" doc:"lead time at which list prices stand still"`
	ListPriceSpeed Figure `yaml:"list_price_speed" unit:"number" range:"0,2" doc:"yearly log change of a list price per log unit of lead time over target_lead"`
	Loyalty        Figure `yaml:"loyalty" unit:"number" range:"0,10" opt:"" doc:"weight in the queue for chips that two years of unbroken purchase add to the 1 of a new buyer; absent: none"`
	SpotWeeks      Figure `yaml:"spot_weeks" unit:"weeks" range:"1,104" opt:"" doc:"weeks over which the mean of the spot price is formed that contracts are held against; absent: there is no spot market"`
	DepositLead    Figure `yaml:"deposit_lead" unit:"weeks" range:"1,520" opt:"" doc:"lead time above which designers ask for deposit_share; absent: never"`
	DepositShare   Figure `yaml:"deposit_share" unit:"share" range:"0,1000000" opt:"" doc:"share of the price that orders must have paid in advance while the lead time is above deposit_lead"`
	Intake         Figure `yaml:"intake" unit:"kw" range:"10,10000000" opt:"" doc:"facility power of the chips that the crews of a site can take in within a week; what is ordered for it comes no faster; absent: any"`
	FitOut         Figure `yaml:"fit_out" unit:"kw" range:"100,10000000" opt:"" doc:"power of the halls of a site that are handed over within a week; of a larger work the rest comes by and by; absent: all at once"`
	OrderCap       Figure `yaml:"order_cap" unit:"weeks" range:"1,520" doc:"most weeks of a family's supply that a designer books ahead"`
}

// RegionSetup is a place with a power price.
type RegionSetup struct {
	ID          string `yaml:"id" doc:"short name, unique"`
	Title       Text   `yaml:"title" doc:"name shown to people"`
	EnergyPrice Figure `yaml:"energy_price" unit:"usd_per_mwh" range:"0,10000000000" doc:"price of energy"`

	Headroom     Figure   `yaml:"headroom" unit:"kw" range:"1000,1000000000" opt:"" doc:"power that the grid can add in a year; absent: nothing can be built here"`
	QueueWeeks   Figure   `yaml:"queue_weeks" unit:"weeks" range:"1,520" opt:"" doc:"median wait of a firm request for grid power where as much is asked in a year as headroom adds; half of it in an empty line; needed with headroom"`
	Tolerance    Figure   `yaml:"tolerance" unit:"share" range:"0,1000000" opt:"" doc:"what the neighbours bear, at the start; absent: 60 %"`
	NeedsSite    Toggle   `yaml:"needs_site" opt:"" doc:"the grid takes no request without a site"`
	Contractors  Figure   `yaml:"contractors" unit:"kw" range:"1000,1000000000" opt:"" doc:"shells that contractors can start in a year; absent: any number"`
	Transformers Figure   `yaml:"transformers" unit:"kw" range:"1000,1000000000" opt:"" doc:"transformers that can be had in a year; absent: any number"`
	Turbines     Figure   `yaml:"turbines" unit:"kw" range:"0,1000000000" opt:"" doc:"turbines that suppliers bring in a year; absent: none"`
	Reserve      Figure   `yaml:"reserve_margin" unit:"share" range:"0,1000000" opt:"" doc:"power that the grid has beyond its peak, as a share of it; it prices capacity by auction; absent: it does not"`
	PeakLoad     Figure   `yaml:"peak_load" unit:"kw" range:"1000,10000000000" opt:"" doc:"peak load of the grid at the start; needed with reserve_margin"`
	PeakCut      Figure   `yaml:"peak_cut" unit:"share" range:"10000,1000000" opt:"" doc:"part of flexible load that is lost in a week in which the grid is short; absent: 20 %"`
	OpenTo       []string `yaml:"open_to" opt:"" doc:"companies that may build here, ask its grid for power, open an office or rent from now on what stands here; absent: all"`
	Nuclear      Figure   `yaml:"nuclear" unit:"kw" range:"0,1000000000" opt:"" doc:"nuclear power on offer under long contracts; absent: none"`
}

// FamilySetup is a chip family and how much of it is built.
type FamilySetup struct {
	ID        string   `yaml:"id" doc:"short name, unique"`
	Title     Text     `yaml:"title" doc:"name shown to people"`
	Designer  string   `yaml:"designer" doc:"company that designs and sells it"`
	SoldTo    []string `yaml:"sold_to" opt:"" doc:"companies that may order it; absent: all"`
	H100e     Figure   `yaml:"h100e" unit:"h100e" range:"1,100000" doc:"speed of one chip in H100-equivalents"`
	Draw      Figure   `yaml:"draw" unit:"watts" range:"1,100000" doc:"IT power of one chip with its share of server and network"`
	ListPrice Figure   `yaml:"list_price" unit:"usd" range:"100,1000000000" doc:"price of one chip with its share of server and network"`
	UnitCost  Figure   `yaml:"unit_cost" unit:"usd" range:"0,1000000000" doc:"what the designer pays to have one built"`
	Supply    Figure   `yaml:"supply" unit:"chips" range:"0,10000000" opt:"" doc:"chips that can be built in a week; needed without chips_per_wafer"`
	Growth    Figure   `yaml:"growth" unit:"number" range:"-2,3" opt:"" doc:"yearly log growth of supply; needed with it"`
	Noise     Figure   `yaml:"noise" unit:"number" range:"0,0.5" opt:"" doc:"weekly standard deviation of the log of supply; needed with it"`
	Memory    Figure   `yaml:"noise_weeks" unit:"weeks" range:"2,208" opt:"" doc:"weeks over which a supply shock fades; needed with it"`
	PerWafer  Figure   `yaml:"chips_per_wafer" unit:"number" range:"0.1,1000" opt:"" doc:"good chips from a packaged wafer; then packaging and not supply says how many are built"`
	Maturity  Figure   `yaml:"maturity" unit:"number" range:"0,5" opt:"" doc:"penalty of immature software: what a company's work takes more of it at the start; use and engineers make it fall; absent: none"`
	AtHome    Figure   `yaml:"maturity_home" unit:"number" range:"0,5" opt:"" doc:"the same for its designer; absent: none"`
	GB        Figure   `yaml:"memory_gb" unit:"number" range:"1,10000" opt:"" doc:"GB of stacked memory in one chip; needed with chips_per_wafer where memory.capacity is given, and without effect where it is not"`
}

// SegmentSetup is a market of customers who buy served compute by the hour.
type SegmentSetup struct {
	ID         string `yaml:"id" doc:"short name, unique"`
	Title      Text   `yaml:"title" doc:"name shown to people"`
	Potential  Figure `yaml:"potential" unit:"h100e" range:"0,10000000000000" doc:"compute that all customers together could use at the start"`
	Growth     Figure `yaml:"growth" unit:"number" range:"-2,4" doc:"yearly log growth of the potential"`
	Noise      Figure `yaml:"noise" unit:"number" range:"0,0.5" doc:"weekly standard deviation of the log of the potential"`
	Memory     Figure `yaml:"noise_weeks" unit:"weeks" range:"2,208" doc:"weeks over which a demand shock fades"`
	Reference  Figure `yaml:"reference_price" unit:"usd_per_gpu_hour" range:"10000,100000000" doc:"price per H100e-hour at which price neither attracts nor repels"`
	Elasticity Figure `yaml:"elasticity" unit:"number" range:"0,10" doc:"weight of the log of price in a customer's choice"`
	Depth      Figure `yaml:"depth" unit:"number" range:"0,3" opt:"" doc:"by how much a customer uses more where the price is lower by one log unit, in log units; absent: he uses the same"`
	Standard   Figure `yaml:"reference_quality" unit:"number" range:"0,200" doc:"quality at which quality neither attracts nor repels"`
	Taste      Figure `yaml:"taste" unit:"number" range:"0,2" doc:"weight of one point of quality in a customer's choice"`
	Patience   Figure `yaml:"patience" unit:"number" range:"0,10" doc:"weight of last week's served share in a customer's choice"`
	Stay       Figure `yaml:"stay" unit:"number" range:"-10,10" doc:"appeal of buying from nobody, in the same log units"`
	Needs      string `yaml:"needs" opt:"" doc:"what a provider needs: model, hosting (any model that it may run) or compute (nothing but compute); absent: model"`
	Inertia    Figure `yaml:"inertia" unit:"weeks" range:"1,104" opt:"" doc:"weeks over which customers move to what they like better; absent: at once"`
	Trust      Figure `yaml:"trust" unit:"number" range:"0,5" opt:"" doc:"weight of 50 points of the public's trust in a customer's choice; absent: none"`
	Anchor     Figure `yaml:"anchor" unit:"number" range:"0,1" opt:"" doc:"how far in four weeks the price that customers think right moves towards the lowest of like quality; absent: it stays"`
	People     Figure `yaml:"people" unit:"number" range:"1,100000000000" opt:"" doc:"people who may come to use it at all, each counted with every provider that he uses; absent: nobody counts people"`
	Spread     Figure `yaml:"spread" unit:"number" range:"0,20" opt:"" doc:"yearly log growth of the number of people that those who use it bring, while they are few; needed with people, and then growth is that of what one of them uses"`
	Tokens     Figure `yaml:"tokens" unit:"number" range:"1,1000000000000" opt:"" doc:"tokens that an H100e-hour of use makes at the start; absent: what it makes are no tokens"`
}

// CompanySetup is one company at the start.
type CompanySetup struct {
	ID          string         `yaml:"id" doc:"short name, unique"`
	Title       Text           `yaml:"title" doc:"name shown to people"`
	About       Text           `yaml:"about" opt:"" doc:"what it is and what it fears"`
	Home        string         `yaml:"home" opt:"" doc:"region whose people it employs: named people of another home do not work for it, nor those of this one for others; absent: it is at home where the others are who say nothing"`
	Ranked      Toggle         `yaml:"ranked" opt:"" doc:"off: it stands for many companies and has no place in the standings"`
	Cash        Figure         `yaml:"cash" unit:"usd" range:"0,10000000000000" doc:"cash at the start"`
	Overhead    Figure         `yaml:"overhead" unit:"usd" range:"0,1000000000000" doc:"weekly cost that is neither power, rent nor chips"`
	Selling     Figure         `yaml:"selling" unit:"share" range:"0,1000000" opt:"" doc:"of what customers pay for its products, what selling, support and payment cost, beside overhead; absent: nothing"`
	SelfBuild   Figure         `yaml:"self_build" unit:"share" range:"0,1000000" opt:"" doc:"of what the halls of its announced stages cost, what it pays itself, by the month while they are built; the rest is paid, or built by others who let it and in overhead; absent: nothing"`
	Staff       Figure         `yaml:"staff" unit:"number" range:"0,10000000" doc:"people working on AI; they bring attention: 3 points a week, and one more for 500, 1,000, 2,000 and 4,000 people"`
	Bureaucracy Figure         `yaml:"bureaucracy" unit:"number" range:"0,100" doc:"how slow the organisation is; every 20 points make an order of the line wait a week"`
	Quality     Figure         `yaml:"quality" unit:"number" range:"0,200" opt:"" doc:"quality of its model in index points; absent: it serves no customers"`
	Price       Figure         `yaml:"price" unit:"usd_per_gpu_hour" range:"10000,100000000" opt:"" doc:"start price per H100e-hour served; needed with quality"`
	Products    []ProductSetup `yaml:"products" opt:"" doc:"the segments it serves; absent: a company with quality serves all that need a model"`
	Trust       Figure         `yaml:"trust" unit:"number" range:"0,100" opt:"" doc:"the public's trust in it; absent: 50"`
	WaferShare  Figure         `yaml:"packaging_share" unit:"share" range:"0,1000000" opt:"" doc:"share of the world's packaging that it has booked as a designer; all together have 100 % at most"`
	Engineers   Figure         `yaml:"engineers" unit:"number" range:"0,1000000" opt:"" doc:"engineers who can port software and design chips; absent: none"`
	Elsewhere   Figure         `yaml:"maturity_elsewhere" unit:"number" range:"0,5" opt:"" doc:"penalty of immature software at the start on chips of others' design, of a company that wrote its own for chips of its own; absent: what each family says"`
	Policies    PolicySetup    `yaml:"policies" opt:"" doc:"standing policies at the start"`
	Models      LabSetup       `yaml:"models" opt:"" doc:"what it has as a maker of models"`
	Finance     FinanceSetup   `yaml:"finance" opt:"" doc:"how it is financed; needs capital"`
	Temperament Temperament    `yaml:"temperament" doc:"how the built-in leadership leans, 0 to 10"`
	ClosedTo    []string       `yaml:"closed_to" opt:"" doc:"companies that may not rent or book its compute; absent: none"`
	People      PeopleSetup    `yaml:"talent" opt:"" doc:"its people, where there is a market for talent"`

	Organised CompanyForm `yaml:"organisation" opt:"" doc:"how it is organised at the start"`
}

// PolicySetup gives a company's standing policies at the start.
type PolicySetup struct {
	CashFloor Figure `yaml:"cash_floor" unit:"usd" range:"0,10000000000000" opt:"" doc:"cash that new commitments must leave"`
	PriceStep Figure `yaml:"price_step" unit:"share" range:"0,50000" opt:"" doc:"largest weekly change of the price by the price rule"`
	Renew     Figure `yaml:"renew" unit:"share" range:"0,1000000" opt:"" doc:"share of a lapsing rental that is renewed by itself"`
	Dispatch  Figure `yaml:"dispatch" unit:"share" range:"0,1000000" opt:"" doc:"share of own turbines put to work; absent: all"`
	Research  Figure `yaml:"research" unit:"share" range:"0,1000000" opt:"" doc:"share of the compute at hand that is kept for research and training; absent: none"`
	Training  Figure `yaml:"training" unit:"share" range:"0,1000000" opt:"" doc:"share of research that goes to runs while one is in training; absent: none"`
	Keep      Figure `yaml:"keep" unit:"share" range:"0,1000000" opt:"" doc:"share of the own compute and the rented that the built-in leadership never lets; absent: none"`
}

// Temperament leans a built-in strategy; each runs 0 to 10.
type Temperament struct {
	Risk     Figure `yaml:"risk" unit:"number" range:"0,10" doc:"how far ahead of certain need it commits"`
	Patience Figure `yaml:"patience" unit:"number" range:"0,10" doc:"how long it waits for a better price"`
	Hedge    Figure `yaml:"hedge" unit:"number" range:"0,10" doc:"how evenly it spreads over suppliers"`
	Thrift   Figure `yaml:"thrift" unit:"number" range:"0,10" doc:"how much cash it keeps and how hard it bargains"`
	Pay      Figure `yaml:"pay" unit:"number" range:"0,10" opt:"" doc:"how far above the market it pays for people; absent: 5"`
}

// SiteSetup is a data centre.
type SiteSetup struct {
	ID           string       `yaml:"id" doc:"short name, unique"`
	Title        Text         `yaml:"title" doc:"name shown to people"`
	Owner        string       `yaml:"owner" doc:"company that owns it"`
	Region       string       `yaml:"region" doc:"region whose power it buys"`
	Energised    Figure       `yaml:"energised" unit:"kw" range:"0,1000000000" doc:"facility power live at the start"`
	PUE          Figure       `yaml:"pue" unit:"share" range:"1000000,3000000" doc:"facility power over IT power"`
	InstallWeeks Figure       `yaml:"install_weeks" unit:"weeks" range:"0,15" doc:"weeks from delivery to a chip that can run"`
	Turbines     Figure       `yaml:"turbines" unit:"kw" range:"0,1000000000" opt:"" doc:"of energised, made by turbines on the site that have no permit yet"`
	Halls        Figure       `yaml:"halls" unit:"kw" range:"0,1000000000" opt:"" doc:"bare halls without power that could be fitted out"`
	Stages       []StageSetup `yaml:"stages" opt:"" doc:"power that is being built"`
	Chips        []ChipsSetup `yaml:"chips" opt:"" doc:"installed chips at the start"`

	plot bool // land that a company may build on: added by Compile
}

// StageSetup is a block of power under construction.
type StageSetup struct {
	Date units.Date `yaml:"date" doc:"announced date"`
	Add  Figure     `yaml:"add" unit:"kw" range:"0,1000000000" doc:"facility power it adds"`
	Slip Figure     `yaml:"slip" unit:"weeks" range:"0,208" doc:"weeks it comes late"`
}

// ChipsSetup is a batch of installed chips.
type ChipsSetup struct {
	Family string `yaml:"family" doc:"chip family"`
	Count  Figure `yaml:"count" unit:"chips" range:"0,100000000" doc:"accelerators"`
	Age    Figure `yaml:"age" unit:"weeks" range:"0,520" opt:"" doc:"weeks they have been at work, which lower what brokers pay; absent: 0"`
}

// ContractSetup is a contract signed before the start.
type ContractSetup struct {
	ID      string        `yaml:"id" doc:"short name, unique"`
	Parties []string      `yaml:"parties" doc:"the companies bound by it"`
	Start   units.Date    `yaml:"start" doc:"first day"`
	End     units.Date    `yaml:"end" doc:"first day after it"`
	Clauses []ClauseSetup `yaml:"clauses" doc:"what is owed"`
}

// ClauseSetup is one duty of a contract. Which fields a kind uses is in
// ClauseSpecs; the others must be absent.
type ClauseSetup struct {
	Kind    string `yaml:"kind" doc:"pay, capacity, deliver, licence or booking"`
	From    string `yaml:"from" doc:"company that owes"`
	To      string `yaml:"to" doc:"company that is owed"`
	Family  string `yaml:"family" opt:"" doc:"chip family (capacity, deliver); the only one that will do (booking)"`
	Site    string `yaml:"site" opt:"" doc:"site that provides (capacity) or receives (deliver); the only one that will do (booking)"`
	Chips   Figure `yaml:"chips" unit:"chips" range:"1,100000000" opt:"" doc:"accelerators (capacity, deliver)"`
	Weekly  Figure `yaml:"weekly" unit:"usd" range:"0,1000000000000" opt:"" doc:"fixed payment a week (pay)"`
	Rent    Figure `yaml:"rent" unit:"usd_per_gpu_hour" range:"1,100000000" opt:"" doc:"payment per H100e-hour of the contract's capacity (pay)"`
	PerChip Figure `yaml:"per_chip" unit:"usd" range:"0,1000000000" opt:"" doc:"payment per chip of the contract's deliveries (pay)"`
	Prepaid Figure `yaml:"prepaid" unit:"share" range:"0,1000000" opt:"" doc:"share of per_chip, or of the rent of a booking, that was paid at signing (pay)"`
	Fee     Figure `yaml:"fee" unit:"share" range:"0,600000" opt:"" doc:"payment in shares of what is taken in with the models of the contract's licence (pay)"`
	Use     string `yaml:"use" opt:"" doc:"what the models may be used for: host them for customers who take any model, or core of all own products (licence)"`
	Credit  Figure `yaml:"credit" unit:"share" range:"0,2000000" opt:"" doc:"payment in shares of the rent of what the contract's booking lacks, by the one who is late (pay)"`

	Compute Figure `yaml:"compute" unit:"h100e" range:"1000000,1000000000000" opt:"" doc:"what will be handed over (booking)"`
	Steps   Figure `yaml:"steps" unit:"number" range:"1,60" opt:"" doc:"equal parts in which it is (booking); absent: all at once"`
	Every   Figure `yaml:"every" unit:"weeks" range:"1,104" opt:"" doc:"weeks between them (booking)"`
	Slip    Figure `yaml:"slip" unit:"weeks" range:"0,104" opt:"" doc:"weeks by which the days move on which it is (booking); absent: none"`
	Take    Figure `yaml:"take_or_pay" unit:"share" range:"0,1000000" opt:"" doc:"share of the rent of what was not handed over that leaving costs (booking)"`
	Exit    Figure `yaml:"exit" unit:"weeks" range:"1,208" opt:"" doc:"weeks late after which leaving what was not handed over is free (booking); absent: never"`
}
