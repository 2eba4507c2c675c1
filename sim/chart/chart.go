package chart

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"math"

	"entangle/sim/units"
)

// Chart is a picture to be drawn. Days lie between From and To, or nothing is seen
// of them.
type Chart struct {
	Title, Unit string
	From, To    units.Date
	Zero        bool // the axis begins at zero
	Fans        []Fan
	Facts       []Mark
	Words       Words
}

// Fan is quantiles over time: Low80 and Top80 bound the outer band, and so on. Days
// rise; there are as many of each.
type Fan struct {
	Days                               []units.Date
	Low80, Low50, Median, Top50, Top80 []float64
}

// Mark is a fact: a stock on a day, or what came over several, drawn as a bar.
type Mark struct {
	From, To units.Date
	Value    float64
	Known    bool // hollow: to those who forecast
}

// Words are the texts of the legend.
type Words struct{ Median, Band50, Band80, Fact, Known string }

// The size of a picture and its colours.
const (
	width, height = 960, 540
	textSize      = 16
	titleSize     = 22
	margin        = 24
)

var (
	white  = color.RGBA{255, 255, 255, 255}
	grid   = color.RGBA{225, 228, 232, 255}
	axis   = color.RGBA{120, 128, 138, 255}
	ink    = color.RGBA{32, 38, 46, 255}
	outer  = color.RGBA{207, 224, 243, 255}
	inner  = color.RGBA{150, 189, 230, 255}
	middle = color.RGBA{24, 90, 165, 255}
	fact   = color.RGBA{200, 60, 20, 255}
)

// Write draws the chart as a PNG.
func (c *Chart) Write(w io.Writer) error {
	p, err := newPage(width, height)
	if err != nil {
		return err
	}
	legend := p.legend(c, height-margin)
	f := c.frame(p, legend)
	f.axes()
	for i := range c.Fans {
		f.fan(&c.Fans[i])
	}
	for _, m := range c.Facts {
		f.mark(m)
	}
	return png.Encode(w, p.image)
}

// frame is where the chart's days and values lie on the page.
type frame struct {
	page     *page
	chart    *Chart
	plot     image.Rectangle
	values   scale
	from, to float64
}

// frame lays the plot out between the title, the labels of the axes and the legend.
func (c *Chart) frame(p *page, legend int) *frame {
	f := &frame{page: p, chart: c, values: c.values(), from: float64(c.From), to: math.Max(float64(c.To), float64(c.From)+1)}
	p.text(p.title, margin, margin+titleSize, p.fit(p.title, c.Title, width-2*margin), ink)
	top := margin + titleSize + textSize + 14
	p.text(p.plain, margin, top-2, p.fit(p.plain, c.Unit, width-2*margin), axis)
	widest := 0
	for _, v := range f.values.ticks() {
		widest = max(widest, p.width(p.plain, f.values.label(v)))
	}
	f.plot = image.Rect(margin+widest+10, top+16, width-margin, legend-2*textSize)
	return f
}

// values is the scale that all numbers of the chart fit on.
func (c *Chart) values() scale {
	low, high := math.Inf(1), math.Inf(-1)
	see := func(v float64) { low, high = math.Min(low, v), math.Max(high, v) }
	for i := range c.Fans {
		for k := range c.Fans[i].Days {
			see(c.Fans[i].Low80[k])
			see(c.Fans[i].Top80[k])
		}
	}
	for _, m := range c.Facts {
		see(m.Value)
	}
	if c.Zero {
		see(0)
	}
	return newScale(low, high, 6)
}

func (f *frame) x(day float64) float64 {
	return float64(f.plot.Min.X) + (day-f.from)/(f.to-f.from)*float64(f.plot.Dx())
}

func (f *frame) y(v float64) float64 {
	return float64(f.plot.Max.Y) - (v-f.values.low)/(f.values.high-f.values.low)*float64(f.plot.Dy())
}

// axes draws the grid with its labels.
func (f *frame) axes() {
	p := f.page
	for _, v := range f.values.ticks() {
		y := f.y(v)
		p.line(grid, 1, point{float64(f.plot.Min.X), y}, point{float64(f.plot.Max.X), y})
		label := f.values.label(v)
		p.text(p.plain, f.plot.Min.X-10-p.width(p.plain, label), int(y)+textSize/3, label, axis)
	}
	free := 0 // where the next label may begin
	for _, day := range months(f.chart.From, f.chart.To, f.plot.Dx()/(p.width(p.plain, "2025-01")+40)) {
		x := f.x(float64(day))
		p.line(grid, 1, point{x, float64(f.plot.Min.Y)}, point{x, float64(f.plot.Max.Y)})
		label := day.String()[:len("2025-01")]
		wide := p.width(p.plain, label)
		at := min(max(int(x)-wide/2, margin), width-margin-wide)
		if at >= free {
			p.text(p.plain, at, f.plot.Max.Y+textSize+8, label, axis)
			free = at + wide + 12
		}
	}
	p.line(axis, 1, point{float64(f.plot.Min.X), float64(f.plot.Max.Y)}, point{float64(f.plot.Max.X), float64(f.plot.Max.Y)})
}

// fan draws bands and median.
func (f *frame) fan(fan *Fan) {
	if len(fan.Days) == 0 {
		return
	}
	f.band(outer, fan.Days, fan.Low80, fan.Top80)
	f.band(inner, fan.Days, fan.Low50, fan.Top50)
	f.page.line(middle, 3, f.points(fan.Days, fan.Median)...)
}

func (f *frame) band(c color.RGBA, days []units.Date, low, top []float64) {
	shape := f.points(days, top)
	for i, back := 0, f.points(days, low); i < len(back); i++ {
		shape = append(shape, back[len(back)-1-i])
	}
	f.page.fill(c, shape...)
}

func (f *frame) points(days []units.Date, values []float64) (list []point) {
	for i, d := range days {
		list = append(list, point{f.x(float64(d)), f.y(values[i])})
	}
	return list
}

// mark draws a fact.
func (f *frame) mark(m Mark) {
	from, to, y := f.x(float64(m.From)), f.x(float64(m.To)), f.y(m.Value)
	if m.From < m.To {
		f.page.line(fact, 2, point{from, y}, point{to, y})
	}
	f.page.dot(point{(from + to) / 2, y}, m.Known)
}
