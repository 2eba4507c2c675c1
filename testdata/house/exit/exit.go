// as: sim/session/advance.go

package session

import "os"

func stop() {
	os.Exit(1) // want "os.Exit is for cmd"
}
