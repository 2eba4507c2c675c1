package sim

import (
	"math"
	"math/bits"
	"reflect"
	"unsafe"

	"entangle/sim/units"
)

// This file knows the fields of all rows. Clone is copy; hash and diff walk one
// table of offsets built by reflection at start-up, so that a field added to a
// row is hashed and compared without another line. Building the table panics on
// whatever would differ between machines or runs: pointers, strings, maps, int.

// Hash is one number per part of the world, in the order of Parts.
type Hash [partCount]uint64

const partCount = 45

// part is one slice of rows of the world.
type part struct {
	name   string
	fields []field
	size   uintptr
	rows   func(w *World) (base unsafe.Pointer, n int)
}

// field is a run of equal numbers inside a row.
type field struct {
	name   string
	offset uintptr
	width  uintptr // bytes of one number
	count  int
}

var parts = [partCount]part{
	slicePart("head", func(w *World) []Head { return unsafe.Slice(&w.head, 1) }),
	slicePart("params", func(w *World) []Params { return unsafe.Slice(&w.params, 1) }),
	slicePart("figures", func(w *World) []float64 { return w.figures }),
	slicePart("spot", func(w *World) []Spot { return unsafe.Slice(&w.spot, 1) }),
	slicePart("chain", func(w *World) []Chain { return unsafe.Slice(&w.chain, 1) }),
	slicePart("companies", func(w *World) []Company { return w.companies }),
	slicePart("regions", func(w *World) []Region { return w.regions }),
	slicePart("families", func(w *World) []Family { return w.families }),
	slicePart("programs", func(w *World) []Program { return w.programs }),
	slicePart("accounts", func(w *World) []Account { return w.accounts }),
	slicePart("segments", func(w *World) []Segment { return w.segments }),
	slicePart("products", func(w *World) []Product { return w.products }),
	slicePart("sites", func(w *World) []Site { return w.sites }),
	slicePart("stages", func(w *World) []Stage { return w.stages }),
	slicePart("fleets", func(w *World) []Fleet { return w.fleets }),
	slicePart("sited", func(w *World) []SiteID { return w.sited }),
	slicePart("contracts", func(w *World) []Contract { return w.contracts }),
	slicePart("clauses", func(w *World) []Clause { return w.clauses }),
	slicePart("waiting", func(w *World) []Waiting { return w.waiting }),
	slicePart("outside", func(w *World) []units.USD { return w.outside }),
	slicePart("ledger", func(w *World) []Flows { return w.total }),
	slicePart("opening", func(w *World) []units.USD { return w.opening }),
	slicePart("works", func(w *World) []Work { return w.works }),
	slicePart("requests", func(w *World) []Request { return w.requests }),
	slicePart("plants", func(w *World) []Plant { return w.plants }),
	slicePart("deals", func(w *World) []Deal { return w.deals }),
	slicePart("ties", func(w *World) []Tie { return w.ties }),
	slicePart("labour", func(w *World) []Labour { return unsafe.Slice(&w.labour, 1) }),
	slicePart("crews", func(w *World) []Crew { return w.crews }),
	slicePart("teams", func(w *World) []Team { return w.teams }),
	slicePart("offices", func(w *World) []Office { return w.offices }),
	slicePart("models", func(w *World) []Model { return w.models }),
	slicePart("runs", allRuns),
	slicePart("labs", func(w *World) []Lab { return w.labs }),
	// Stars.
	slicePart("stars", func(w *World) []StarMarket { return unsafe.Slice(&w.stars, 1) }),
	slicePart("people", func(w *World) []Person { return w.people }),
	slicePart("rosters", func(w *World) []Roster { return w.rosters }),
	slicePart("climate", func(w *World) []Climate { return unsafe.Slice(&w.climate, 1) }),
	slicePart("finances", func(w *World) []Finance { return w.finances }),
	slicePart("loans", func(w *World) []Loan { return w.loans }),
	slicePart("ventures", func(w *World) []Venture { return w.ventures }),
	slicePart("orgs", func(w *World) []Org { return w.orgs }),
	slicePart("incidents", func(w *World) []Incident { return w.incidents }),
	slicePart("answers", func(w *World) []ChoiceID { return w.answers }),
	slicePart("burdens", func(w *World) []Burden { return w.burdens }),
}

// Parts names the parts of a Hash.
func Parts() [partCount]string {
	var names [partCount]string
	for i := range parts {
		names[i] = parts[i].name
	}
	return names
}

// allRuns are the runs of all companies one after the other, as the state is written.
func allRuns(w *World) []Run { return unsafe.Slice(&w.runs[0][0], len(w.runs)*runsPerCompany) }

func slicePart[T any](name string, get func(*World) []T) part {
	t := reflect.TypeFor[T]()
	p := part{name: name, size: t.Size()}
	p.fields = layout(nil, t, "", 0)
	p.rows = func(w *World) (unsafe.Pointer, int) {
		rows := get(w)
		return unsafe.Pointer(unsafe.SliceData(rows)), len(rows)
	}
	return p
}

// layout appends the numbers of a type, or panics on what is not a number of
// stated size.
func layout(list []field, t reflect.Type, name string, offset uintptr) []field {
	switch t.Kind() {
	case reflect.Bool, reflect.Int8, reflect.Uint8, reflect.Int16, reflect.Uint16,
		reflect.Int32, reflect.Uint32, reflect.Int64, reflect.Uint64, reflect.Float64:
		return append(list, field{name, offset, t.Size(), 1})
	case reflect.Array:
		inner := layout(nil, t.Elem(), name, offset)
		if len(inner) == 1 {
			inner[0].count *= t.Len()
			return append(list, inner[0])
		}
		for i := range t.Len() {
			list = layout(list, t.Elem(), name, offset+uintptr(i)*t.Elem().Size())
		}
		return list
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			list = layout(list, f.Type, name+"."+f.Name, offset+f.Offset)
		}
		return list
	}
	panic("sim: a row may not hold " + t.String() + " (" + name + "): rows are numbers of stated size")
}

// load reads the i-th number of a field of a row as 64 bits.
func (f *field) load(row unsafe.Pointer, i int) uint64 {
	at := unsafe.Add(row, f.offset+uintptr(i)*f.width)
	switch f.width {
	case 1:
		return uint64(*(*uint8)(at))
	case 2:
		return uint64(*(*uint16)(at))
	case 4:
		return uint64(*(*uint32)(at))
	}
	return *(*uint64)(at)
}

// Hash digests the state. Equal states have equal hashes on every machine.
func (w *World) Hash() (h Hash) {
	for i := range parts {
		p := parts[i]
		h[i] = p.hash(w)
	}
	return h
}

// Sum folds a hash into one number.
func (h Hash) Sum() uint64 {
	sum := uint64(hashSeed)
	for _, x := range h {
		sum = mixIn(sum, x)
	}
	return sum
}

const (
	hashSeed = 0x9e3779b97f4a7c15
	hashMult = 0xd1342543de82ef95
)

// mixIn folds one number into a digest: the two halves of a 128-bit product.
func mixIn(h, x uint64) uint64 {
	hi, lo := bits.Mul64(h^x^hashSeed, hashMult)
	return bits.RotateLeft64(h, 23) ^ hi ^ lo
}

func (p *part) hash(w *World) uint64 {
	base, n := p.rows(w)
	h := mixIn(hashSeed, uint64(n))
	for r := range n {
		row := unsafe.Add(base, uintptr(r)*p.size)
		for i := range p.fields {
			f := &p.fields[i]
			for k := range f.count {
				h = mixIn(h, f.load(row, k))
			}
		}
	}
	return h
}

// Difference is a number in which two worlds differ.
type Difference struct {
	Part  string
	Row   int
	Field string
	A, B  uint64 // bits
}

// Diff lists where two worlds differ, at most `most` places.
func Diff(a, b *World, most int) (list []Difference) {
	for i := range parts {
		p := parts[i]
		baseA, na := p.rows(a)
		baseB, nb := p.rows(b)
		if na != nb {
			list = append(list, Difference{p.name, -1, "rows", uint64(na), uint64(nb)})
		}
		for r := 0; r < min(na, nb) && len(list) < most; r++ {
			list = p.diffRow(list, r, unsafe.Add(baseA, uintptr(r)*p.size), unsafe.Add(baseB, uintptr(r)*p.size))
		}
	}
	return list[:min(len(list), most)]
}

func (p *part) diffRow(list []Difference, r int, a, b unsafe.Pointer) []Difference {
	for i := range p.fields {
		for k := range p.fields[i].count {
			if x, y := p.fields[i].load(a, k), p.fields[i].load(b, k); x != y {
				list = append(list, Difference{p.name, r, p.fields[i].name, x, y})
			}
		}
	}
	return list
}

// Size is the number of bytes of a world's state.
func (w *World) Size() (bytes int) {
	for i := range parts {
		_, n := parts[i].rows(w)
		bytes += n * int(parts[i].size)
	}
	return bytes
}

// finite tells whether every float of a part is a number.
func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}
