// as: sim/record/save.go

package record

import "fmt"

func say() {
	fmt.Println("saved") // want "fmt.Println is for cmd"
}
