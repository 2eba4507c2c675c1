package fonts

import _ "embed"

//go:embed NotoSansSC-Regular.ttf
var regular []byte

//go:embed NotoSansSC-Bold.ttf
var bold []byte

// Regular is the TrueType file of the regular weight.
func Regular() []byte { return regular }

// Bold is the TrueType file of the bold weight.
func Bold() []byte { return bold }
