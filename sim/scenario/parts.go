package scenario

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"

	yaml "go.yaml.in/yaml/v4"
)

// Reading the text is most of what loading takes. A long file is read in parts at once,
// each from a key of its outermost mapping on.
const (
	leastPart = 32 << 10 // bytes below which a part is not worth it
	mostParts = 4
)

// inParts reads a long file in parts, as many as there are processors, and returns its
// outermost mapping. It tells that it did not where a part is no plain mapping of
// its own: the whole then says what is wrong, or means something else than its parts.
func (src *source) inParts() (top *yaml.Node, ok bool) {
	return src.inSome(min(runtime.GOMAXPROCS(0), mostParts, len(src.data)/leastPart))
}

func (src *source) inSome(parts int) (top *yaml.Node, ok bool) {
	cuts := src.cuts(parts)
	if len(cuts) < 3 {
		return nil, false
	}
	tops := make([]*yaml.Node, len(cuts)-1)
	var all sync.WaitGroup
	for i := range tops {
		all.Go(func() { tops[i] = src.part(cuts[i], cuts[i+1]) })
	}
	all.Wait()
	for _, t := range tops {
		if t == nil {
			return nil, false
		}
	}
	for _, t := range tops[1:] {
		tops[0].Content = append(tops[0].Content, t.Content...)
	}
	return tops[0], true
}

// cuts are the places that part the text, its ends included: beginnings of lines with a
// key that is not indented. There are none but the ends in a text of several documents,
// or of other line ends than ours.
func (src *source) cuts(parts int) []int {
	cuts := []int{0}
	if bytes.ContainsRune(src.data, '\r') || bytes.ContainsRune(src.data, '\ufeff') ||
		bytes.Contains(src.data, []byte("\n---")) || bytes.Contains(src.data, []byte("\n...")) {
		parts = 1
	}
	for i := 1; i < parts; i++ {
		if at := src.keyFrom(max(len(src.data)*i/parts, cuts[len(cuts)-1]+1)); at < len(src.data) {
			cuts = append(cuts, at)
		}
	}
	return append(cuts, len(src.data))
}

// keyFrom is where the first line that begins with a small letter begins, from a place on.
func (src *source) keyFrom(at int) int {
	for at < len(src.data) {
		line := bytes.IndexByte(src.data[at:], '\n')
		if line < 0 {
			break
		}
		at += line + 1
		if at < len(src.data) && 'a' <= src.data[at] && src.data[at] <= 'z' {
			return at
		}
	}
	return len(src.data)
}

// part reads the text between two places. Empty lines before it keep its lines those of
// the file.
func (src *source) part(from, to int) *yaml.Node {
	before := strings.Repeat("\n", bytes.Count(src.data[:from], []byte("\n")))
	loader, err := newLoader(io.MultiReader(strings.NewReader(before), bytes.NewReader(src.data[from:to])))
	if err != nil {
		return nil
	}
	var doc, next yaml.Node
	if loader.Load(&doc) != nil || !errors.Is(loader.Load(&next), io.EOF) || unfolding(&doc, false) != nil {
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode || top.Column != 1 || top.Anchor != "" || top.Style&(yaml.FlowStyle|yaml.TaggedStyle) != 0 {
		return nil
	}
	return top
}
