package main

import (
	"entangle/sim/near"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

func TestTableAlignsChinese(t *testing.T) {
	tab := newTable("lrr")
	tab.row("公司", "现金", "x")
	tab.row("Lumen", "1.50", "y")
	tab.row("四重奏 a", "-12,345.00", "z")
	var b strings.Builder
	if err := tab.write(&b); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	for _, row := range rows {
		if uniseg.StringWidth(row) != uniseg.StringWidth(rows[0]) {
			t.Errorf("rows end at different columns:\n%s", &b)
		}
	}
	if rows[1] != "Lumen           1.50  y" {
		t.Errorf("%q", rows[1])
	}
}

func TestNumbersForPeople(t *testing.T) {
	for _, c := range []struct {
		v      float64
		places int
		want   string
	}{{0, 1, "0.0"}, {-0.04, 1, "0.0"}, {1234.56, 1, "1,234.6"}, {-1234567, 0, "-1,234,567"}, {999.5, 0, "1,000"}, {-123, 0, "-123"}} {
		if got := fixed(c.v, c.places); got != c.want {
			t.Errorf("%v is written %s, not %s", c.v, got, c.want)
		}
	}
	for _, c := range []struct {
		v    float64
		want string
	}{{0, "0"}, {1.5, "1.5"}, {123456.789, "123,457"}, {0.123456789, "0.123457"}, {0.00001234, "1.23e-05"}, {2e7, "20,000,000"}, {-3, "-3"}} {
		if got := short(c.v); got != c.want {
			t.Errorf("%v is written %s, not %s", c.v, got, c.want)
		}
	}
}

func TestNearestNames(t *testing.T) {
	known := []string{"companies.lumen.cash", "companies.anvil.cash", "families.hammer.supply", "constants.load"}
	for name, want := range map[string]string{"companies.lumen.cahs": known[0], "lumen.cash": known[0], "hammer.supply": known[2], "constant.load": known[3]} {
		if got := near.Paths(name, known, 1); got[0] != want {
			t.Errorf("%s is taken for %s", name, got[0])
		}
	}
	if near.Best("zzz", []string{"run", "list"}) != "" {
		t.Error("what is like nothing has a nearest name")
	}
}
