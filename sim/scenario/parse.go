package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	yaml "go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// parse reads a file into a tree. It returns nil if there is none; r tells why.
func (src *source) parse(r *report) *node {
	if !src.checkBytes(r) {
		return nil
	}
	top, ok := src.inParts()
	if !ok {
		if top = src.whole(r); top == nil {
			return nil
		}
	}
	c := converter{src: src, report: r}
	return c.node(top, nil)
}

// whole reads the text at once and returns its outermost mapping, nil if there is none; r
// tells why.
func (src *source) whole(r *report) *yaml.Node {
	loader, err := newLoader(bytes.NewReader(src.data))
	if err != nil {
		r.file(src.name, err.Error(), "")
		return nil
	}
	var doc, next yaml.Node
	switch err := loader.Load(&doc); {
	case errors.Is(err, io.EOF):
		r.file(src.name, "is empty", "a scenario begins with format: 1; an overlay has at least one key")
		return nil
	case err != nil:
		src.syntax(r, err)
		return nil
	}
	c := converter{src: src, report: r}
	switch err := loader.Load(&next); {
	case err == nil:
		r.grave = true
		r.at(c.mark(next.Line, next.Column, 3), "", "a second document begins here; a file holds one", "drop the line ---, or put what follows into a file of its own")
		return nil
	case !errors.Is(err, io.EOF):
		src.syntax(r, err)
		return nil
	}
	if n := unfolding(&doc, false); n != nil {
		r.grave = true
		r.at(c.place(n), "", "aliases inside of anchors unfold without bound; this file is not read further", "write the values out")
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		r.grave = true
		r.at(c.place(top), "", "a scenario file must be a mapping, lines like \"key: value\"", "")
		return nil
	}
	return top
}

// newLoader is the YAML library's with our limits.
func newLoader(text io.Reader) (*yaml.Loader, error) {
	return yaml.NewLoader(text, yaml.WithUniqueKeys(false), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
}

// unfolding finds an alias inside of something that has an anchor itself: text
// built to grow when it is read, of which nothing else is worth a message.
func unfolding(n *yaml.Node, anchored bool) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		if anchored {
			return n
		}
		return nil
	}
	for _, child := range n.Content {
		if found := unfolding(child, anchored || n.Anchor != ""); found != nil {
			return found
		}
	}
	return nil
}

// converter turns the nodes of the YAML library into ours and refuses what
// makes a file mean something else than it shows.
type converter struct {
	src    *source
	report *report
}

// at adds a mistake.
func (c *converter) at(at span, path *where, message, help string) {
	c.report.at(at, path.String(), message, help)
}

func (c *converter) node(n *yaml.Node, path *where) *node {
	out := &node{at: c.place(n)}
	out.refused = c.refuse(n, out.at, path)
	switch n.Kind {
	case yaml.ScalarNode, yaml.AliasNode:
		out.text, out.null = n.Value, n.Tag == "!!null" && n.Style&yaml.TaggedStyle == 0
	case yaml.SequenceNode:
		out.form = list
		if out.refused = out.refused || !c.fits(len(n.Content), out.at, path, "items"); !out.refused {
			out.item = make([]*node, 0, len(n.Content))
			for i, item := range n.Content {
				out.item = append(out.item, c.node(item, path.to(itemKey(item, i))))
			}
		}
	case yaml.MappingNode:
		out.form = mapping
		if out.refused = out.refused || !c.fits(len(n.Content)/2, out.at, path, "keys"); !out.refused {
			c.mapping(n, out, path)
		}
	}
	return out
}

// itemKey returns how paths call item i of a list: by its id if it has one.
func itemKey(n *yaml.Node, i int) string {
	for k := 0; n.Kind == yaml.MappingNode && k+1 < len(n.Content); k += 2 {
		if id := n.Content[k+1]; n.Content[k].Value == idKey && id.Kind == yaml.ScalarNode && isWord(id.Value) {
			return id.Value
		}
	}
	return strconv.Itoa(i)
}

func (c *converter) mapping(n *yaml.Node, out *node, path *where) {
	out.keys = make([]entry, 0, len(n.Content)/2)
	var places map[string]int // of keys, if there are too many to look through
	if len(n.Content) > 2*fewKeys {
		places = make(map[string]int, len(n.Content)/2)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		at := c.place(k)
		if k.Kind != yaml.ScalarNode || k.Tag == "!!merge" {
			c.key(k, at, path)
			out.partial = true
			continue
		}
		if c.refuse(k, at, path) {
			out.partial = true
			continue
		}
		first, twice := places[k.Value]
		if places == nil {
			first = slices.IndexFunc(out.keys, func(e entry) bool { return e.key == k.Value })
			twice = first >= 0
		}
		if twice {
			c.at(at, path, fmt.Sprintf("the key %s is given twice, first at line %d", quote(k.Value), out.keys[first].at.line), "keep one of them")
			continue
		}
		if places != nil {
			places[k.Value] = len(out.keys)
		}
		out.keys = append(out.keys, entry{k.Value, at, c.node(n.Content[i+1], path.to(k.Value))})
	}
}

// fewKeys are found faster one by one than in a map.
const fewKeys = 16

// key refuses a key that is not plain text.
func (c *converter) key(k *yaml.Node, at span, path *where) {
	if k.Tag == "!!merge" {
		c.at(at, path, "the merge key << is not supported", "use extends: in the file, or write the keys out")
		return
	}
	c.at(at, path, "a key must be a plain word", "text that begins with [ or { or * needs quotes")
}

// refuse reports the features that a scenario may not use, and whether the node
// uses one.
func (c *converter) refuse(n *yaml.Node, at span, path *where) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		c.at(at, path, fmt.Sprintf("the alias %s is not supported", quote("*"+n.Value)), "write the value out, or put text that begins with * in quotes")
	case n.Anchor != "":
		c.at(at, path, fmt.Sprintf("the anchor %s is not supported", quote("&"+n.Anchor)), "delete it, or put text that begins with & in quotes")
	case n.Style&yaml.TaggedStyle != 0 || !strings.HasPrefix(n.Tag, "!!"):
		c.at(at, path, fmt.Sprintf("the tag %s is not supported", quote(n.Tag)), "delete it, or put text that begins with ! in quotes")
	default:
		return false
	}
	return true
}

func (c *converter) fits(n int, at span, path *where, what string) bool {
	if n <= maxItems {
		return true
	}
	c.report.grave = true
	c.at(at, path, fmt.Sprintf("%d %s are too many: at most %d are possible", n, what, maxItems), "")
	return false
}
