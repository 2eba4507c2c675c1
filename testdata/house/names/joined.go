// as: sim/week.go

package sim

type lot struct {
	coreWeaveSites int32 // want "coreweave"
}
