package scenario

import (
	"errors"

	"entangle/sim"
)

// Compile compiles a pack that Load returned without error. Its error, if any, is of type Diagnostics.
func Compile(p *Pack) (*sim.Scenario, error) {
	compiled, problems := sim.Compile(p.Setup)
	if len(problems) > 0 {
		return nil, p.Diagnose(problems)
	}
	return compiled, nil
}

// Check compiles what Load returned and reports the mistakes of both together:
//
//	pack, err := scenario.LoadDisk(path)
//	compiled, err := scenario.Check(pack, err)
//
// When a file could not be read well enough to speak of its meaning, only the
// errors of Load are returned.
func Check(p *Pack, loadErr error) (*sim.Scenario, error) {
	if loadErr == nil {
		return Compile(p)
	}
	var read Diagnostics
	if p == nil || !errors.As(loadErr, &read) {
		return nil, loadErr
	}
	_, problems := sim.Compile(p.Setup)
	return nil, append(read[:len(read):len(read)], p.Diagnose(problems)...).sorted()
}
