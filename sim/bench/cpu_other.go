//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package bench

import "time"

// ClockName says what cpuTime counts.
const ClockName = "wall time: this system does not tell the CPU time of a process"

// cpuTime stands in for the CPU time of the process.
func cpuTime() time.Duration { return now() }
