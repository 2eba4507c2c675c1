// as: sim/compile.go

package sim

import _ "unsafe" // want "unsafe may be imported only by sim/layout.go"
