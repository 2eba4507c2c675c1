package units

// Kind is what a figure of a scenario measures. It fixes the base unit in
// which the figure is stored and the units in which an author may write it.
type Kind uint8

// The kinds, each with the tag that scenario fields carry.
const (
	KindUSD           Kind = iota + 1 // usd
	KindUSDPerGPUHour                 // usd_per_gpu_hour
	KindUSDPerMWh                     // usd_per_mwh
	KindWatts                         // watts
	KindKW                            // kw
	KindChips                         // chips
	KindH100e                         // h100e
	KindShare                         // share
	KindWeeks                         // weeks
	KindNumber                        // number: a plain float, in no unit
)

// unit is one way to write a quantity: 10^exp base units.
type unit struct {
	name string
	exp  int
}

// kindSpec is a row of the table of kinds.
type kindSpec struct {
	tag     string
	base    string // name of the base unit
	noun    string // what errors call its units
	example string // a value an author could write
	natural int    // one natural unit is 10^natural base units
	bare    bool   // a number without a unit counts natural units
	units   []unit // the first is used where Format finds no better one
	spare   []unit // further spellings, accepted but not advertised
}

// kinds is indexed by Kind; the first row stands for values that are no kind.
var kinds = [...]kindSpec{
	{tag: "none", base: "nothing", noun: "unit"},
	KindUSD: {
		tag: "usd", base: "dollar", noun: "money unit", example: "4.5 USD billion", bare: true,
		units: []unit{{"USD", 0}, {"k", 3}, {"M", 6}, {"B", 9}, {"T", 12}, {"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}},
	},
	KindUSDPerGPUHour: {
		tag: "usd_per_gpu_hour", base: "micro-dollar per GPU-hour", noun: "rent unit", example: "2.35 USD/GPU-hour", natural: 6,
		units: []unit{{"USD/GPU-hour", 6}, {"USD/H100e-hour", 6}, {"USD/h", 6}},
		spare: []unit{{"USD/hour", 6}, {"USD/GPU-h", 6}, {"USD/GPUh", 6}, {"USD/H100e-h", 6}},
	},
	KindUSDPerMWh: {
		tag: "usd_per_mwh", base: "micro-dollar per MWh", noun: "energy price unit", example: "48 USD/MWh", natural: 6,
		units: []unit{{"USD/MWh", 6}, {"USD/kWh", 9}},
	},
	KindWatts: {
		tag: "watts", base: "watt", noun: "power unit", example: "1450 W",
		units: []unit{{"W", 0}, {"kW", 3}, {"MW", 6}},
	},
	KindKW: {
		tag: "kw", base: "kilowatt", noun: "power unit", example: "350 MW",
		units: []unit{{"W", -3}, {"kW", 0}, {"MW", 3}, {"GW", 6}},
	},
	KindChips: {
		tag: "chips", base: "chip", noun: "chip unit", example: "120_000", bare: true,
		units: []unit{{"chips", 0}, {"k", 3}, {"M", 6}},
		spare: []unit{{"chip", 0}, {"k chips", 3}, {"M chips", 6}},
	},
	KindH100e: {
		tag: "h100e", base: "thousandth of an H100e", noun: "compute unit", example: "386 kH100e", natural: 3, bare: true,
		units: []unit{{"H100e", 3}, {"kH100e", 6}, {"MH100e", 9}, {"k", 6}, {"M", 9}},
	},
	KindShare: {
		tag: "share", base: "part per million", noun: "share unit", example: "35 %", natural: 6, bare: true,
		units: []unit{{"%", 4}, {"ppm", 0}},
		spare: []unit{{"percent", 4}},
	},
	KindWeeks: {
		tag: "weeks", base: "week", noun: "time unit", example: "26 weeks", bare: true,
		units: []unit{{"weeks", 0}},
		spare: []unit{{"week", 0}},
	},
	KindNumber: {tag: "number", base: "number", noun: "unit", example: "0.25", bare: true},
}

// Kinds returns all kinds in the order of their constants.
func Kinds() []Kind {
	all := make([]Kind, 0, len(kinds)-1)
	for k := KindUSD; k <= KindNumber; k++ {
		all = append(all, k)
	}
	return all
}

// KindOf returns the kind of a `unit` tag.
func KindOf(tag string) (Kind, bool) {
	for k := KindUSD; k <= KindNumber; k++ {
		if kinds[k].tag == tag {
			return k, true
		}
	}
	return 0, false
}

func (k Kind) spec() kindSpec {
	if int(k) >= len(kinds) {
		k = 0
	}
	return kinds[k]
}

// String returns the tag.
func (k Kind) String() string { return k.spec().tag }

// Base names the unit in which figures of this kind are stored and bounded.
func (k Kind) Base() string { return k.spec().base }

// Example returns a value of this kind as an author would write it.
func (k Kind) Example() string { return k.spec().example }

// Bare tells whether a number without a unit is accepted; it then counts
// natural units.
func (k Kind) Bare() bool { return k.spec().bare }

// Units returns the advertised unit spellings in order; a number has none.
func (k Kind) Units() []string {
	units := k.spec().units
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = u.name
	}
	return names
}

// Scale returns how many base units one natural unit has: 1_000_000 parts per
// million in the share 1, 1000 thousandths in one H100e.
func (k Kind) Scale() int64 { return int64(pow10(k.spec().natural)) }

// pow10 returns 10^n for n of 0 to 19.
func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// known tells whether the kind is one of the constants.
func (k Kind) known() bool { return k >= KindUSD && k <= KindNumber }
