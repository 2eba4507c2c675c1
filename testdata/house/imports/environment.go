// as: sim/compile.go

package sim

import _ "os" // want "may not import os"
