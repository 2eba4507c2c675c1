package ui

import (
	"image"
	"image/color"
	"math"
	"strings"
	"unicode"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"
)

// Ink is a text as it was drawn: where, inside what, and whether it had to be
// shortened. Tests of layout read it.
type Ink struct {
	Text   string          // as drawn
	Full   string          // as it should be
	Box    image.Rectangle // what the text covers
	Within image.Rectangle // the widget it belongs to
	Layer  int             // 0 the page, above it lists and tooltips
	Size   float64
}

// cutKey names a text brought to a width.
type cutKey struct {
	text  string
	face  *face
	width int
	lines int
}

// mostCuts bounds the memory of texts brought to a width.
const mostCuts = 4000

// ellipsis ends a text that is cut, as its script does.
func ellipsis(s string) string {
	if strings.ContainsFunc(s, isWide) {
		return "…"
	}
	return "..."
}

func (k *kit) width(s string, f *face) float64 { return text.Advance(s, f.Face) }

// shorten brings a text to a width; what does not fit ends in an ellipsis.
func (k *kit) shorten(s string, f *face, width int) string {
	if k.width(s, f) <= float64(width) {
		return s
	}
	key := cutKey{s, f, width, 1}
	if done, ok := k.cuts[key]; ok {
		return done[0]
	}
	runes, end := []rune(s), ellipsis(s)
	n := len(runes)
	for n > 0 && k.width(strings.TrimRight(string(runes[:n]), " ")+end, f) > float64(width) {
		n--
	}
	out := strings.TrimRight(string(runes[:n]), " ") + end
	k.remember(key, []string{out})
	return out
}

func (k *kit) remember(key cutKey, lines []string) {
	if len(k.cuts) > mostCuts {
		clear(k.cuts)
	}
	k.cuts[key] = lines
}

// wrap breaks a text into lines of a width, at most so many; the last one is
// shortened if there is more.
func (k *kit) wrap(s string, f *face, width, most int) []string {
	key := cutKey{s, f, width, -most}
	if done, ok := k.cuts[key]; ok {
		return done
	}
	var lines []string
	at := ""
	for _, piece := range k.fitting(pieces(s), f, width) {
		if at != "" && k.width(strings.TrimRight(at+piece, " "), f) > float64(width) {
			lines = append(lines, strings.TrimRight(at, " "))
			at = strings.TrimLeft(piece, " ")
			continue
		}
		at += piece
	}
	if at != "" || len(lines) == 0 {
		lines = append(lines, strings.TrimRight(at, " "))
	}
	if most > 0 && len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1:most-1], k.shorten(rest, f, width))
	}
	for i := range lines {
		lines[i] = k.shorten(lines[i], f, width)
	}
	k.remember(key, lines)
	return lines
}

// fitting breaks pieces that are wider than a line by themselves, such as the
// names of files.
func (k *kit) fitting(list []string, f *face, width int) (out []string) {
	for _, piece := range list {
		runes := []rune(piece)
		for len(runes) > 1 && k.width(string(runes), f) > float64(width) {
			n := len(runes) - 1
			for n > 1 && k.width(string(runes[:n]), f) > float64(width) {
				n--
			}
			out = append(out, string(runes[:n]))
			runes = runes[n:]
		}
		out = append(out, string(runes))
	}
	return out
}

// pieces cuts a text where a line may break: after spaces, and around Chinese
// characters, but never before closing or after opening punctuation.
func pieces(s string) (list []string) {
	last := rune(0)
	at := ""
	for _, r := range s {
		breaks := last == ' ' && r != ' ' || isWide(r) && last != 0 && last != ' ' || isWide(last) && r != ' '
		if breaks && !strings.ContainsRune("，。；：、！？）》”’%,.;:!?)", r) && !strings.ContainsRune("（《“‘(", last) && at != "" {
			list = append(list, at)
			at = ""
		}
		at += string(r)
		last = r
	}
	if at != "" {
		list = append(list, at)
	}
	return list
}

func isWide(r rune) bool { return unicode.Is(unicode.Han, r) }

// Where text stands in a line.
const (
	left   = 0.0
	middle = 0.5
	right  = 1.0
)

// write draws a line of text into a box, centred in its height, shortened to its
// width.
func (k *kit) write(dst *ebiten.Image, s string, box image.Rectangle, f *face, c color.Color, align float64) {
	if s == "" || box.Dx() <= 0 {
		return
	}
	shown := k.shorten(s, f, box.Dx())
	w := k.width(shown, f)
	x := float64(box.Min.X) + align*(float64(box.Dx())-w)
	y := float64(box.Min.Y) + (float64(box.Dy())-f.line)/2
	k.put(dst, shown, math.Round(x), math.Round(y), f, c, box, s)
}

// put draws a text with its upper left corner at a point.
func (k *kit) put(dst *ebiten.Image, s string, x, y float64, f *face, c color.Color, within image.Rectangle, full string) {
	if k.ink != nil {
		middle := y + f.line/2
		box := image.Rect(int(x), int(middle-f.size*0.5), int(math.Ceil(x+k.width(s, f))), int(math.Ceil(middle+f.size*0.5)))
		*k.ink = append(*k.ink, Ink{s, full, box, within, k.layer, f.size})
	}
	op := &text.DrawOptions{}
	op.GeoM.Translate(x, y)
	op.ColorScale.ScaleWithColor(c)
	text.Draw(dst, s, f.Face, op)
}

// paragraph draws a text over several lines from the top of a box.
func (k *kit) paragraph(dst *ebiten.Image, s string, box image.Rectangle, f *face, c color.Color) {
	step := k.lineStep(f)
	lines := k.wrap(s, f, box.Dx(), max(1, box.Dy()/step))
	for i, l := range lines {
		row := image.Rect(box.Min.X, box.Min.Y+i*step, box.Max.X, box.Min.Y+(i+1)*step)
		y := float64(row.Min.Y) + (float64(step)-f.line)/2
		full := l
		if i+1 == len(lines) && !strings.HasSuffix(s, l) {
			full = s // the rest is cut off
		}
		k.put(dst, l, float64(row.Min.X), math.Round(y), f, c, box, full)
	}
}

// lineStep is the distance of lines, in pixels.
func (k *kit) lineStep(f *face) int { return int(math.Round(f.size * 1.38)) }
