package sim

// PackagingSetup is the world's capacity for advanced packaging, which all
// designers whose families say chips_per_wafer share. Absent: each family has a
// supply of its own.
type PackagingSetup struct {
	Capacity Figure     `yaml:"capacity" unit:"number" range:"0,10000000" opt:"" doc:"wafers a week that the world can package at the start"`
	Growth   Figure     `yaml:"growth" unit:"number" range:"-2,3" opt:"" doc:"yearly log growth of capacity; absent: 0"`
	Noise    Figure     `yaml:"noise" unit:"number" range:"0,0.5" opt:"" doc:"weekly standard deviation of the log of capacity; absent: 0"`
	Memory   Figure     `yaml:"noise_weeks" unit:"weeks" range:"2,208" opt:"" doc:"weeks over which a shock fades; needed with noise"`
	Shift    Figure     `yaml:"shift" unit:"number" range:"0,10" opt:"" doc:"yearly log growth of what lines can make for one designer, beyond what it has booked, of what others leave; absent: all, at once"`
	Of       string     `yaml:"of" opt:"" doc:"company that makes it, or a part of it; absent: nobody who plays"`
	Maker    MakerSetup `yaml:"maker" opt:"" doc:"what the company in of makes of it, and how it can build more; needed with of"`
	Lag      Figure     `yaml:"lag" unit:"weeks" range:"0,52" opt:"" doc:"weeks from a wafer to a system that can be delivered; a designer's mix of families follows its backlog as slowly"`
}

// MemorySetup is the world's output of stacked memory for accelerators.
type MemorySetup struct {
	Capacity Figure     `yaml:"capacity" unit:"number" range:"0,1000000000000" opt:"" doc:"GB a week at the start; absent: memory binds nobody"`
	Growth   Figure     `yaml:"growth" unit:"number" range:"-2,3" opt:"" doc:"yearly log growth; absent: 0"`
	Of       string     `yaml:"of" opt:"" doc:"company that makes it, or a part of it; absent: nobody who plays"`
	Maker    MakerSetup `yaml:"maker" opt:"" doc:"what the company in of makes of it, and how it can build more; needed with of"`
}

// MakerSetup is a company's part of a supply that designers share.
type MakerSetup struct {
	Part  Figure `yaml:"part" unit:"share" range:"1000,1000000" opt:"" doc:"share of the supply that it makes at the start; what others make grows by itself; absent: all"`
	Paid  Figure `yaml:"paid" unit:"share" range:"0,500000" opt:"" doc:"share of the unit_cost of chips made of wafers that is paid for this supply; of memory for chips with memory_gb; needed with of"`
	Costs Figure `yaml:"costs" unit:"share" range:"0,1000000" opt:"" doc:"share of what it is paid, that making it costs; absent: nothing"`
	Begun Figure `yaml:"under_way" unit:"weeks" range:"0,520" opt:"" doc:"weeks of growth that are under construction at the start; later its part grows by its own orders alone; absent: none"`
	Cost  Figure `yaml:"expand_cost" unit:"usd" range:"1,100000000" opt:"" doc:"cost of capacity for one unit a week more, a wafer or a GB; needed with of"`
	Weeks Figure `yaml:"expand_weeks" unit:"weeks" range:"4,260" opt:"" doc:"weeks from the decision until it is at work, a quarter more or less; needed with of"`
	Speed Figure `yaml:"price_speed" unit:"number" range:"0,2" opt:"" doc:"yearly log change of its price per log unit of weeks booked over a quarter; absent: the price stands still"`
}

// ProgramSetup is a programme of its owner: for a chip family of its own, which the
// owner designs and which cannot be ordered before the programme is done, or, with a
// kind, for a business.
type ProgramSetup struct {
	ID         string `yaml:"id" doc:"short name, unique"`
	Title      Text   `yaml:"title" doc:"name shown to people"`
	Owner      string `yaml:"owner" doc:"company that pays and decides"`
	Kind       string `yaml:"kind" opt:"" doc:"what it is for: chip, device (an assistant without a screen), agents (software by agents) or marketplace (a platform for everybody's models); absent: chip"`
	Family     string `yaml:"family" opt:"" doc:"chip family it brings, to be sold once it is done; its designer is the owner; needed for a chip, and only there"`
	Partner    string `yaml:"partner" opt:"" doc:"company that does the work for the money; absent: foundries"`
	Cost       Figure `yaml:"cost" unit:"usd" range:"0,1000000000000" doc:"cost of all stages, spread over their weeks"`
	Engineers  Figure `yaml:"engineers" unit:"number" range:"0,1000000" doc:"engineers of the owner that it ties up; the owner has as many"`
	Design     Figure `yaml:"design" unit:"weeks" range:"1,520" opt:"" doc:"weeks of design; needed for a chip, like the three that follow"`
	Tapeout    Figure `yaml:"tapeout" unit:"weeks" range:"1,520" opt:"" doc:"weeks from tape-out to samples"`
	Qualify    Figure `yaml:"qualification" unit:"weeks" range:"1,520" opt:"" doc:"weeks of qualification"`
	Ramp       Figure `yaml:"ramp" unit:"weeks" range:"1,520" opt:"" doc:"weeks until chips can be ordered"`
	SlipChance Figure `yaml:"slip_chance" unit:"share" range:"0,1000000" opt:"" doc:"chance that a stage slips where there is no bureaucracy; 100 points of it add 30 %; needed for a chip"`
	SlipWeeks  Figure `yaml:"slip_weeks" unit:"weeks" range:"0,260" opt:"" doc:"mean weeks of a slip; needed for a chip"`
	Begun      Figure `yaml:"begun" unit:"number" range:"0,3" opt:"" doc:"stages already done at the start, a whole number; absent: it waits for its owner to fund it"`

	Segment string `yaml:"segment" opt:"" doc:"market that it opens for its owner; needed for a business, like the seven figures that follow"`
	Develop Figure `yaml:"develop" unit:"weeks" range:"1,520" opt:"" doc:"weeks until there is something to show"`
	Trial   Figure `yaml:"trial" unit:"weeks" range:"1,520" opt:"" doc:"weeks of a quiet trial, which tells its owner how good it is"`
	Launch  Figure `yaml:"launch" unit:"weeks" range:"1,520" opt:"" doc:"weeks from the decision to ship to the first customers"`
	Odds    Figure `yaml:"odds" unit:"share" range:"1000,999000" opt:"" doc:"chance that it works, before anybody has tried"`
	Reach   Figure `yaml:"reach" unit:"number" range:"-10,10" opt:"" doc:"appeal to the customers of the segment, in log units, if it works: on top of the owner's own channels where it serves them already"`
	Hype    Figure `yaml:"hype" unit:"number" range:"0,3" opt:"" doc:"what a public show adds to the appeal, in log units; it fades by half in a quarter, and makes a failure dearer"`
	Price   Figure `yaml:"price" unit:"usd_per_gpu_hour" range:"10000,100000000" opt:"" doc:"start price per H100e-hour of use where the owner has none in the segment"`
	Returns Figure `yaml:"returns" unit:"share" range:"0,1000000" opt:"" doc:"of what was spent, goes back to customers if it fails; twice as much if it was shown; absent: nothing"`
	Widens  Figure `yaml:"widens" unit:"number" range:"0,2" opt:"" doc:"yearly log growth that it adds to the potential of the segment while it works; absent: none"`
}
