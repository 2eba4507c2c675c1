// as: sim/record/save.go

package record

import (
	"fmt"
	"os"
)

func say() {
	fmt.Fprintln(os.Stdout, "saved") // want "os.Stdout is for cmd"
}
