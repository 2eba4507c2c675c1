// as: sim/compile_rows.go

package sim

import (
	_ "errors"
	_ "fmt"
	_ "reflect"
	_ "strings"
)
