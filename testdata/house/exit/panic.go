// as: sim/units/date.go

package units

func must(err error) {
	if err != nil {
		panic(err) // want "panic is for"
	}
}
