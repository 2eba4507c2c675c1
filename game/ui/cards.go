package ui

// openHint shows what a first minute needs.
func (a *App) openHint() {
	k := a.k
	a.card(560, 384, func(p *page) []item {
		line := func(key string, args ...string) item {
			return grows(1, k.prose(still(a.t(key, args...)), body, inColor(ink)))
		}
		return []item{
			fixed(32, k.words(a.t("hint.title"), large, true, ink)),
			line("hint.aim", "company", a.play.Company(a.play.Me)), line("hint.read"), line("hint.tabs"), line("hint.order"), line("hint.week"),
			fixed(36, k.row(0, grows(1, space()), fixed(150, p.button(button{id: "close", text: still(a.t("hint.close")), main: true, bold: true,
				click: func() { a.closeWindow() }})))),
		}
	})
}

// openHelp shows the keys and where the game is kept.
func (a *App) openHelp() {
	k := a.k
	a.play.Clock.Pause()
	keys := [][2]string{{"Space", "space"}, {"1  2  3", "speeds"}, {"N", "next"}, {"U", "until"}, {"F2 … F7", "tabs"}, {"C", "chart"}, {"M", "map"}, {"W", "why"}, {"PgUp  PgDn", "feed"}, {"Tab  Shift+Tab", "tab"},
		{"Enter", "enter"}, {"Esc", "esc"}, {"L", "language"}, {"+  −", "scale"}, {"?", "help"}}
	height := 150 + 26*float64(len(keys))
	if a.play.Keeps.File != "" {
		height += 70
	}
	a.card(600, height, func(p *page) []item {
		rows := []item{fixed(32, k.words(a.t("help.title"), large, true, ink))}
		var list []item
		for _, x := range keys {
			list = append(list, fixed(26, k.row(12, fixed(140, k.words(x[0], body, true, accent)), grows(1, k.words(a.t("help."+x[1]), body, false, ink)))))
		}
		rows = append(rows, fixed(26*float64(len(keys)), k.column(0, list...)))
		if a.play.Keeps.File != "" {
			rows = append(rows, grows(1, k.prose(still(a.t("help.file", "file", a.play.Keeps.File)), small, inColor(dim))))
		} else {
			rows = append(rows, grows(1, space()))
		}
		return append(rows, fixed(36, k.row(0, grows(1, space()), fixed(180, p.button(button{id: "close", text: still(a.t("help.close")), main: true, bold: true,
			click: func() { a.closeWindow() }})))))
	})
}
