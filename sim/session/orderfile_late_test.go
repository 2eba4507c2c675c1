package session_test

import (
	"strings"
	"testing"

	"entangle/sim"
)

// A line that waited in the organisation and then failed is reported as that
// line, with the day on which it came out.
func TestPlaybackNamesLinesThatCameLate(t *testing.T) {
	slow := quartet(t).Clone()
	if err := slow.Set("companies.lumen.bureaucracy", 45); err != nil {
		t.Fatal(err)
	}
	first := `{"date":"2024-12-31","order":"set_policy","policy":"renew","share":"10 %"}`
	rent := `{"date":"2025-01-07","order":"rent_capacity","supplier":"harbour","family":"hammer","chips":100,"weeks":26,"ceiling":"3 USD/h"}`
	floor := `{"date":"2025-01-07","order":"set_policy","policy":"cash_floor","cash":"$100B","escalate":true}`
	f, err := read(t, strings.Join([]string{header, first, rent, floor}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, p := playOut(slow, f)
	list := p.Refused()
	if len(list) != 1 || list[0].Line != 3 || !list[0].Late || list[0].Refusal.Reason != sim.ReasonCash || list[0].Came.String() != "2025-01-21" {
		t.Errorf("%+v", list)
	}
}
