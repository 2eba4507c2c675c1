// as: sim/rng/key.go

package rng

import _ "crypto/rand" // want "may not import crypto/rand"
