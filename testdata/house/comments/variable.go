// as: sim/week.go

package sim

var Names = [...]string{ // want "Names has no comment"
	"lumen",
}
