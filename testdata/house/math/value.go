// as: sim/market/logit.go

package market

import "math"

var curve = math.Tanh // want "math.Tanh"
