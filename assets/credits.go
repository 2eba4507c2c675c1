package assets

import _ "embed"

//go:embed credits.txt
var credits string

// Credits is whose work and data the program contains, and under which
// licences. The file NOTICE at the root of the module says the same.
func Credits() string { return credits }
