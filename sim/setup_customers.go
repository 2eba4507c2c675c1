package sim

// ProductSetup is what a company offers the customers of a segment.
type ProductSetup struct {
	Segment string `yaml:"segment" doc:"whose customers"`
	Price   Figure `yaml:"price" unit:"usd_per_gpu_hour" range:"10000,100000000" opt:"" doc:"start price per H100e-hour of use; absent: the company's"`
	Match   Figure `yaml:"match" unit:"share" range:"0,2000000" opt:"" doc:"premium over the lowest price of like quality that the price follows down; absent: it follows nobody"`
	Users   Figure `yaml:"users" unit:"number" range:"1,100000000000" opt:"" doc:"people who use it at the start; needs people of the segment; absent: as many for its share of the use as others have"`
	Reach   Figure `yaml:"reach" unit:"number" range:"-10,10" opt:"" doc:"appeal of its own channels to these customers, in log units; absent: 0"`
}

// Need is what a provider needs to serve a segment.
type Need uint8

// The needs.
const (
	NeedModel   Need = iota // a model of its own
	NeedHosting             // any model that it may run
	NeedCompute             // nothing but compute
	needCount
)

var needNames = [...]string{"model", "hosting", "compute"}

// needOf finds a need by its name; the empty one is a model.
func needOf(name string) (Need, bool) {
	for i, n := range needNames {
		if n == name || i == 0 && name == "" {
			return Need(i), true
		}
	}
	return NeedModel, false
}
