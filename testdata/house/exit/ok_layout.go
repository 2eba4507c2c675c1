// as: sim/layout.go

package sim

func refuse(name string) {
	panic("layout: " + name + " holds a pointer")
}
