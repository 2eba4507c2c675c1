// as: scenarios/embed.go

package scenarios

import _ "entangle/sim/scenario" // want "scenarios may not import sim/scenario"
