package units

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func asTime(d Date) time.Time { return time.Unix(0, 0).UTC().AddDate(0, 0, int(d)) }

func fromTime(t time.Time) Date { return DateOf(t.Year(), int(t.Month()), t.Day()) }

// Every day of three centuries agrees with the standard library.
func TestDateAgreesWithTimeEveryDay(t *testing.T) {
	day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := FirstDate; d <= LastDate; d++ {
		y, m, n := d.Civil()
		if y != day.Year() || m != int(day.Month()) || n != day.Day() {
			t.Fatalf("day %d is %04d-%02d-%02d, want %s", d, y, m, n, day.Format(time.DateOnly))
		}
		if got := DateOf(y, m, n); got != d {
			t.Fatalf("DateOf(%d, %d, %d) = %d, want %d", y, m, n, got, d)
		}
		if got, want := d.Weekday(), (int(day.Weekday())+6)%7+1; got != want {
			t.Fatalf("%v: weekday %d, want %d", d, got, want)
		}
		day = day.AddDate(0, 0, 1)
	}
	if day.Year() != 2201 || day.YearDay() != 1 {
		t.Fatalf("the day after the last is %s", day)
	}
}

func TestDateSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date(rapid.Int32Range(int32(FirstDate)+4000, int32(LastDate)-4000).Draw(t, "day"))
		n := rapid.IntRange(-120, 120).Draw(t, "n")
		if d == 0 {
			return
		}
		now := asTime(d)
		if got, want := d.AddDays(n), d+Date(n); got != want {
			t.Fatalf("%v + %d days = %v", d, n, got)
		}
		if got, want := d.AddWeeks(n), fromTime(now.AddDate(0, 0, 7*n)); got != want {
			t.Fatalf("%v + %d weeks = %v, want %v", d, n, got, want)
		}
		// The library lets 31 January plus a month spill into March; ours stays
		// in February, on its last day.
		first := time.Date(now.Year(), now.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1)
		if got, want := d.AddMonths(n), DateOf(first.Year(), int(first.Month()), min(now.Day(), last.Day())); got != want {
			t.Fatalf("%v + %d months = %v, want %v", d, n, got, want)
		}
	})
}

func TestDateEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date(rapid.Int32Range(int32(FirstDate), int32(LastDate)).Draw(t, "day"))
		if d == 0 {
			return
		}
		for name, end := range map[string]Date{"month": d.EndOfMonth(), "quarter": d.EndOfQuarter(), "year": d.EndOfYear()} {
			if end < d {
				t.Fatalf("%v: its %s ends earlier, on %v", d, name, end)
			}
		}
		y, m, _ := d.Civil()
		if got, want := d.EndOfMonth(), fromTime(time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC)); got != want {
			t.Fatalf("%v: month ends %v, want %v", d, got, want)
		}
		year, q := d.Quarter()
		if got, want := d.EndOfQuarter(), fromTime(time.Date(year, time.Month(3*q+1), 0, 0, 0, 0, 0, time.UTC)); got != want || q < 1 || q > 4 || year != y {
			t.Fatalf("%v: quarter %d of %d ends %v, want %v", d, q, year, got, want)
		}
		if ey, em, ed := d.EndOfYear().Civil(); ey != y || em != 12 || ed != 31 {
			t.Fatalf("%v: year ends %v", d, d.EndOfYear())
		}
	})
}

// No date stays no date, and steps stop at the ends of the calendar.
func TestDateEdges(t *testing.T) {
	var none Date
	for _, d := range []Date{none.AddDays(5), none.AddWeeks(-5), none.AddMonths(1), none.EndOfMonth(), none.EndOfQuarter(), none.EndOfYear()} {
		if !d.IsZero() {
			t.Errorf("no date became %v", d)
		}
	}
	if none.String() != "no date" {
		t.Errorf("no date reads %q", none)
	}
	const far = 1 << 40
	d := DateOf(2025, 1, 7)
	for _, got := range []Date{d.AddDays(far), d.AddWeeks(far), d.AddMonths(far), LastDate.AddDays(1)} {
		if got != LastDate {
			t.Errorf("far future is %v", got)
		}
	}
	for _, got := range []Date{d.AddDays(-far), d.AddWeeks(-far), d.AddMonths(-far), FirstDate.AddMonths(-1)} {
		if got != FirstDate {
			t.Errorf("far past is %v", got)
		}
	}
	for _, c := range [][3]int{{2025, 2, 29}, {2100, 2, 29}, {1899, 12, 31}, {2201, 1, 1}, {2025, 13, 1}, {2025, 0, 1}, {2025, 4, 31}, {2025, 4, 0}} {
		if got := DateOf(c[0], c[1], c[2]); got != 0 {
			t.Errorf("DateOf%v = %v, want no date", c, got)
		}
	}
}

func TestParseDate(t *testing.T) {
	d, err := ParseDate("2025-01-07")
	if err != nil || d != DateOf(2025, 1, 7) || d.String() != "2025-01-07" || d.Weekday() != 2 {
		t.Fatalf("got %v, %v", d, err)
	}
	for text, want := range map[string]string{
		"7 Jan 2025": `"7 Jan 2025" is not a date: write year-month-day, like 2025-01-07`,
		"2025-1-07":  `"2025-1-07" is not a date: write year-month-day, like 2025-01-07`,
		"2025-13-01": `date 2025-13-01 has no such month: months run from 01 to 12`,
		"2025-02-29": `date 2025-02-29 has no such day: that month has 28 days`,
		"1899-12-31": `date 1899-12-31 is out of range: years run from 1900 to 2200`,
		"1970-01-01": `date 1970-01-01 cannot be used: it stands for "no date"; take the day before or after`,
	} {
		if _, err := ParseDate(text); err == nil || err.Error() != want {
			t.Errorf("%s: %v\nwant %s", text, err, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2025-01-07", "2024-02-29", "1970-01-01", "2200-12-31", "1900-01-01", "", "2025-00-10", "٢٠٢٥-١"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
		if err != nil {
			if d != 0 {
				t.Fatalf("%q: refused, yet %v", text, d)
			}
			return
		}
		if d < FirstDate || d > LastDate || d.String() != text {
			t.Fatalf("%q was read as %d, %v", text, int32(d), d)
		}
	})
}
