// Package fonts holds the typeface of the window and of charts: Noto Sans SC, regular and bold,
// cut down to the characters that the program may show. One family serves both
// languages, so that a Chinese name in an English sentence sits on the line.
//
// Start with fonts.go; outline.go makes a face of a size. subset.py makes the two files from the published ones and
// says how; LICENSE_FONT is their licence (OFL-1.1). The package is apart from
// assets so that a program that draws nothing does not carry it.
package fonts
