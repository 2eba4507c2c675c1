// as: sim/week.go

package sim

import _ "github.com/google/nothing"

// Meta and Google are named here as a source, which is fine.
type Meta struct{ openAt, aim int32 }

const text = "metadata of pineapples in the open air"
