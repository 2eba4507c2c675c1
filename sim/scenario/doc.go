// Package scenario reads scenario packs: YAML files that become a sim.Setup.
//
// A pack is a folder with a file scenario.yaml, or a single .yaml file. A file
// may name one parent with `extends: base.yaml`; overlays are laid over the
// result in the order given. The layers are merged by these rules:
//
//   - mappings merge key by key, to any depth
//   - a list whose items have an `id` merges item by item; new ids go to the end
//   - `key: ~` removes what a lower layer set, and an item `{id: x, remove: true}`
//     removes the item x; a further item with the id x then starts afresh
//   - a figure written as a scalar replaces the whole figure, range and source
//     included; written as a mapping, it changes only the parts it names
//   - an empty list over items with ids is refused: it would change nothing
//   - everything else replaces
//
// The struct tags of sim.Setup are the only description of the format: decoder,
// checks, export and documentation walk them by reflection, so a field added
// there needs no line here.
//
// All mistakes are reported at once, with file, line, column and an excerpt. Where
// a value cannot be read another stands in for it, so that sim.Compile can judge
// the rest; what may only follow from the stand-in is left out.
// Files are hostile until read: size, depth, list lengths and the features of
// YAML that make a file mean something else than it shows are bounded or refused.
//
// Where to start:
//
//   - load.go: Load and LoadDisk, the way in; layers.go resolves extends
//   - source.go, parse.go, syntax.go: bytes to a tree of nodes with positions
//   - merge.go: two trees to one
//   - shape.go: the tags of sim.Setup as a tree of shapes
//   - decode.go, figure.go, scalar.go, hint.go: tree and shape to sim.Setup
//   - diagnostic.go, excerpt.go: how a mistake is told; locate.go: where a path is
//   - compile.go, follows.go: the mistakes in meaning beside those in form
//   - docs/scenario.md is the reference for authors, its tables made by docs_test.go
//   - export.go, describe.go: back to YAML, and to documentation
package scenario
