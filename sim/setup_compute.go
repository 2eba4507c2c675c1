package sim

// PackagingSetup is the world's capacity for advanced packaging, which all
// designers whose families say chips_per_wafer share. Absent: each family has a
// supply of its own.
type PackagingSetup struct {
	Capacity Figure `yaml:"capacity" unit:"number" range:"0,10000000" opt:"" doc:"wafers a week that the world can package at the start"`
	Growth   Figure `yaml:"growth" unit:"number" range:"-2,3" opt:"" doc:"yearly log growth of capacity; absent: 0"`
	Noise    Figure `yaml:"noise" unit:"number" range:"0,0.5" opt:"" doc:"weekly standard deviation of the log of capacity; absent: 0"`
	Memory   Figure `yaml:"noise_weeks" unit:"weeks" range:"2,208" opt:"" doc:"weeks over which a shock fades; needed with noise"`
	Lag      Figure `yaml:"lag" unit:"weeks" range:"0,52" opt:"" doc:"weeks from a wafer to a system that can be delivered; a designer's mix of families follows its backlog as slowly"`
}

// MemorySetup is the world's output of stacked memory for accelerators.
type MemorySetup struct {
	Capacity Figure `yaml:"capacity" unit:"number" range:"0,1000000000000" opt:"" doc:"GB a week at the start; absent: memory binds nobody"`
	Growth   Figure `yaml:"growth" unit:"number" range:"-2,3" opt:"" doc:"yearly log growth; absent: 0"`
}

// ProgramSetup is a programme for a chip family of the owner's own. The family is
// designed by the owner, and cannot be ordered before the programme is done.
type ProgramSetup struct {
	ID         string `yaml:"id" doc:"short name, unique"`
	Title      Text   `yaml:"title" doc:"name shown to people"`
	Owner      string `yaml:"owner" doc:"company that pays and decides"`
	Family     string `yaml:"family" doc:"chip family it brings, to be sold once it is done; its designer is the owner"`
	Partner    string `yaml:"partner" opt:"" doc:"company that does the work for the money; absent: foundries"`
	Cost       Figure `yaml:"cost" unit:"usd" range:"0,1000000000000" doc:"cost of all stages, spread over their weeks"`
	Engineers  Figure `yaml:"engineers" unit:"number" range:"0,1000000" doc:"engineers of the owner that it ties up; the owner has as many"`
	Design     Figure `yaml:"design" unit:"weeks" range:"1,520" doc:"weeks of design"`
	Tapeout    Figure `yaml:"tapeout" unit:"weeks" range:"1,520" doc:"weeks from tape-out to samples"`
	Qualify    Figure `yaml:"qualification" unit:"weeks" range:"1,520" doc:"weeks of qualification"`
	Ramp       Figure `yaml:"ramp" unit:"weeks" range:"1,520" doc:"weeks until chips can be ordered"`
	SlipChance Figure `yaml:"slip_chance" unit:"share" range:"0,1000000" doc:"chance that a stage slips where there is no bureaucracy; 100 points of it add 30 %"`
	SlipWeeks  Figure `yaml:"slip_weeks" unit:"weeks" range:"0,260" doc:"mean weeks of a slip"`
	Begun      Figure `yaml:"begun" unit:"number" range:"0,3" opt:"" doc:"stages already done at the start, a whole number; absent: it waits for its owner to fund it"`
}
