// as: sim/record/save.go

package record

func say() {
	println("saved") // want "println is for cmd"
}
