package sim

// ModelsSetup says how compute, data and know-how become models. Absent: nobody
// trains any.
type ModelsSetup struct {
	Base       Figure `yaml:"base" unit:"number" range:"0,300" opt:"" doc:"capability in points of the index that 10^25 FLOP bring where nothing is known; absent: nobody trains models"`
	Scale      Figure `yaml:"scale" unit:"number" range:"0,20" opt:"" doc:"points that ten times the compute of a run adds; needed with base"`
	Efficiency Figure `yaml:"efficiency" unit:"number" range:"1,10000" opt:"" doc:"10^12 FLOP a second that an H100e at work on a run does; needed with base"`
	Noise      Figure `yaml:"noise" unit:"number" range:"0,10" opt:"" doc:"standard deviation of what comes out of a run, in points; absent: 0"`
	DataWall   Figure `yaml:"data_wall" unit:"number" range:"1,1000000" opt:"" doc:"compute of a run at the start, in 10^24 FLOP, beyond which good data runs out; absent: it does not"`
	DataGrowth Figure `yaml:"data_growth" unit:"number" range:"-1,3" opt:"" doc:"yearly log growth of data_wall; absent: 0"`
	Serving    Figure `yaml:"serving_gain" unit:"number" range:"0,4" opt:"" doc:"yearly log fall of the compute that serving any model takes, by better software; absent: 0"`
	ServingBy  Figure `yaml:"serving_research" unit:"h100e" range:"1000,10000000000000" opt:"" doc:"compute that all makers of models together give to research in the year that brings serving_gain; it then follows what they give; absent: it comes with time"`
	Thick      Figure `yaml:"serving_size" unit:"number" range:"0,1" opt:"" doc:"log of the compute that serving a new model takes for each log of that of its run; absent: 0.5, as if all of it went into parameters"`
	Wear       Figure `yaml:"recipe_wear" unit:"number" range:"0,10" opt:"" doc:"points that each run after the second on the same recipe comes out lower; absent: 0"`
}

// LabSetup is what a company that makes models has at the start.
type LabSetup struct {
	Line     Text     `yaml:"line" opt:"" doc:"name and number of the model that it serves at the start, like Quill 3 or Quill 3.5; those that it makes count on, by halves if there is a decimal; absent: its title and 1"`
	Next     []string `yaml:"next" opt:"" doc:"names of the large models that come after it, five at most, in both languages; the last ends in a number, and others count on from there; absent: as line says"`
	Small    string   `yaml:"small" opt:"" doc:"what small models that learnt from a large one have behind the name of the line's next model; absent: mini"`
	ClosedTo []string `yaml:"closed_to" opt:"" doc:"companies that may not take in its models; absent: none"`
	KnowHow  Figure   `yaml:"know_how" unit:"number" range:"-20,100" opt:"" doc:"what its people know of making models, in points of the index; absent: it makes none"`
	Flop     Figure   `yaml:"flop" unit:"number" range:"0.001,1000000" opt:"" doc:"compute of the run that made the model it serves, in 10^24 FLOP; absent: 30"`
	Cost     Figure   `yaml:"cost" unit:"share" range:"1000,10000000" opt:"" doc:"compute that its model takes to serve, over that of a model of 30 times 10^24 FLOP; absent: as serving_size says"`
	Open     Figure   `yaml:"open" unit:"number" range:"0,10" opt:"" doc:"how the built-in leadership leans to open weights; absent: 3"`
	Run      Figure   `yaml:"run" unit:"number" range:"0.001,1000000" opt:"" doc:"compute of a run that is in training at the start, in 10^24 FLOP; absent: there is none"`
	Trained  Figure   `yaml:"trained" unit:"share" range:"0,1000000" opt:"" doc:"share of it that is done; absent: none of it, or all with post_training"`
	Tuning   Figure   `yaml:"post_training" unit:"weeks" range:"1,52" opt:"" doc:"weeks of post-training that this run still has before it; absent: it is in training"`
	Drawer   Figure   `yaml:"drawer" unit:"number" range:"0,200" opt:"" doc:"capability of a finished model that it has not released; absent: there is none"`
	Cheap    Figure   `yaml:"drawer_cost" unit:"share" range:"1000,10000000" opt:"" doc:"compute that the model in the drawer takes to serve; needed with drawer"`
	Tests    Figure   `yaml:"drawer_tests" unit:"weeks" range:"1,52" opt:"" doc:"weeks from the start until its makers are through with the model in the drawer: it is not on offer before; absent: they are"`
}
