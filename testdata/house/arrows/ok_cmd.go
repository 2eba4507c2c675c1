// as: cmd/entangle/run.go

package main

import (
	_ "entangle/game"
	_ "entangle/scenarios"
	_ "entangle/sim/kernel"
	_ "entangle/sim/scenario"
)
