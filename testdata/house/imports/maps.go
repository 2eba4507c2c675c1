// as: sim/policy/buyer.go

package policy

import _ "maps" // want "may not import maps"
