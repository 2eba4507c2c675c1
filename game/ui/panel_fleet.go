package ui

import (
	"image"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// partColors tell the parts of the fleet apart, also by lightness.
var partColors = map[string]rgba{
	"running": rgb(0x56b4e9), "rented": rgb(0x2f6fa8), "idle": rgb(0xf0a13c), "installing": rgb(0x8f7a4a), "order": rgb(0x66738a),
}

// fleetPanel shows the own chips: what they do, and where they are.
func (a *App) fleetPanel(p *page) child {
	k := a.k
	list := newLeaf(a.drawFleet)
	p.tip(list.w, func(image.Point) []vm.TipLine { return a.fleetTip() })
	return k.panel(6, fixed(22, k.heading(a.t("panel.fleet"), nil)), grows(1, list))
}

// fleetWidth is how wide the panel is: half of what the window has beyond the least goes
// to it, up to what names and large figures want.
func (a *App) fleetWidth() float64 {
	return min(wideFleet, fleetWidth+(float64(a.size.X)/a.scale()-LeastWidth)/2)
}

func (a *App) drawFleet(dst *ebiten.Image, r image.Rectangle) {
	k, s := a.k, a.see()
	bar := cutTop(&r, k.px(18))
	unit, face := a.t("fleet.unit"), k.face(small, false)
	k.write(dst, unit, cutRight(&bar, int(k.width(unit, face))+1), face, dim, right)
	bar.Max.X -= k.px(8)
	a.fleetBar(dst, inset(bar, 0, k.px(4)), s.parts)
	parts := cut(&r, min(r.Dx()*35/100, k.px(160)))
	row := parts.Dy() / len(s.parts)
	for _, x := range s.parts {
		line := cutTop(&parts, row)
		mark := cut(&line, k.px(16))
		y := (line.Min.Y + line.Max.Y) / 2
		k.mesh.rect(image.Rect(mark.Min.X, y-k.px(5), mark.Min.X+k.px(10), y+k.px(5)), partColors[x.Key])
		k.mesh.flush(dst)
		f := k.face(small, true)
		k.write(dst, x.Value, cutRight(&line, int(k.width(x.Value, f))+1), f, ink, right)
		line.Max.X -= k.px(4)
		k.write(dst, x.Name, line, k.face(small, false), dim, left)
	}
	r.Min.X += k.px(14)
	a.fleetTable(dst, r, s.fleet)
}

// fleetBar shows the parts side by side, as wide as they are large.
func (a *App) fleetBar(dst *ebiten.Image, r image.Rectangle, parts []vm.Part) {
	k := a.k
	total := 0.0
	for _, x := range parts {
		total += float64(x.Size)
	}
	k.mesh.rect(r, sunken)
	at := float64(r.Min.X)
	for _, x := range parts {
		if total > 0 && x.Size > 0 {
			w := float64(r.Dx()) * float64(x.Size) / total
			k.mesh.rect(image.Rect(int(at), r.Min.Y, max(int(at)+1, int(at+w)-1), r.Max.Y), partColors[x.Key])
			at += w
		}
	}
	k.mesh.flush(dst)
}

// fleetTable lists the chips by site; the rest is in the tooltip.
func (a *App) fleetTable(dst *ebiten.Image, r image.Rectangle, rows []vm.FleetRow) {
	k := a.k
	f := k.face(small, false)
	step := k.px(20)
	if len(rows) == 0 {
		k.paragraph(dst, a.t("fleet.none"), r, f, dim)
		return
	}
	number := k.px(55)
	line := func(name, of, running, idle string, c, warn rgba) {
		row := cutTop(&r, step)
		k.write(dst, idle, cutRight(&row, number), f, warn, right)
		k.write(dst, running, cutRight(&row, number), f, c, right)
		row.Max.X -= k.px(4)
		rest := row // the family stays whole where the site is cut
		rest.Min.X += min(int(k.width(name, f))+1, max(0, row.Dx()-int(k.width(of, f))-1))
		row.Max.X = rest.Min.X
		k.write(dst, name, row, f, c, left)
		k.write(dst, of, rest, f, c, left)
	}
	line(a.t("fleet.family"), "", a.t("fleet.running"), a.t("fleet.idle"), dim, dim)
	for i, x := range rows {
		if r.Dy() < 2*step && i+1 < len(rows) || r.Dy() < step {
			break
		}
		warn := dim
		if x.HasIdle {
			warn = bad
		}
		line(x.Site, " · "+x.Family, x.Running, x.Idle, ink, warn)
	}
}

// fleetTip lists all that the panel has no room for.
func (a *App) fleetTip() (tip []vm.TipLine) {
	for _, x := range a.see().fleet {
		tip = append(tip, vm.TipLine{Text: x.Site + " · " + x.Family, Head: true},
			vm.TipLine{Text: a.t("fleet.running"), Value: x.Running}, vm.TipLine{Text: a.t("fleet.idle"), Value: x.Idle},
			vm.TipLine{Text: a.t("fleet.let"), Value: x.Let}, vm.TipLine{Text: a.t("fleet.post"), Value: x.Post})
		if len(tip) > 20 {
			break
		}
	}
	return tip
}
