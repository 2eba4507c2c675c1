package ui

import (
	"strconv"
	"testing"

	"entangle/game/vm"
)

// A list that opens takes the tooltip of the row behind it away: the two would lie over
// each other.
func TestListTakesTheTooltipAway(t *testing.T) {
	a := stage(t, scene{"play", true, tab(vm.TabTalent, 9)}, offers(t)[1], 3, "en", plain, 1)
	for _, x := range a.tables {
		for i, r := range a.section(x.section).Rows {
			if len(r.Orders) < 2 || i >= x.slots {
				continue
			}
			b := a.page.buttons[x.id+"/"+strconv.Itoa(i)]
			at := b.GetWidget().Rect.Min.Add(b.GetWidget().Rect.Size().Div(2))
			for range ticksToTip + 2 {
				a.Update(Input{Cursor: at})
			}
			if a.tip == nil {
				t.Fatal("a row has no tooltip")
			}
			press(a, b)
			if len(a.windows) != 1 || a.tip != nil {
				t.Errorf("%d lists are open, the tooltip says %v", len(a.windows), a.tip)
			}
			return
		}
	}
	t.Error("no row has several orders")
}
