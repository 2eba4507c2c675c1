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
