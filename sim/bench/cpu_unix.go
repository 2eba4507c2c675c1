//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package bench

import (
	"syscall"
	"time"
)

// ClockName says what cpuTime counts.
const ClockName = "CPU time of the process"

// cpuTime is the CPU time that the process has used so far.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return now() // both clocks are only ever subtracted from themselves
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
