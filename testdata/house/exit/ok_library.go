// as: sim/record/save.go

package record

import (
	"fmt"
	"io"
	"os"
)

func write(w io.Writer, name string) error {
	if _, err := os.Stat(name); err != nil {
		return fmt.Errorf("record: %w", err)
	}
	_, err := fmt.Fprintln(w, "saved")
	return err
}
