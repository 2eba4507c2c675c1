package units

import "fmt"

// String writes 2025-01-07, or "no date".
func (d Date) String() string {
	if d == 0 {
		return "no date"
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// ParseDate reads a day written as 2025-01-07.
func ParseDate(text string) (Date, error) {
	y, m, d, ok := dateFields(text)
	if !ok {
		return 0, fmt.Errorf("%s is not a date: write year-month-day, like 2025-01-07", quote(text))
	}
	switch {
	case y < firstYear || y > lastYear:
		return 0, fmt.Errorf("date %s is out of range: years run from %d to %d", text, firstYear, lastYear)
	case m < 1 || m > monthsPerYear:
		return 0, fmt.Errorf("date %s has no such month: months run from 01 to 12", text)
	case d < 1 || d > monthDays(y, m):
		return 0, fmt.Errorf("date %s has no such day: that month has %d days", text, monthDays(y, m))
	}
	date := DateOf(y, m, d)
	if date == 0 {
		return 0, fmt.Errorf("date %s cannot be used: it stands for \"no date\"; take the day before or after", text)
	}
	return date, nil
}

// dateFields takes dddd-dd-dd apart.
func dateFields(text string) (y, m, d int, ok bool) {
	if len(text) != len("2025-01-07") || text[4] != '-' || text[7] != '-' {
		return 0, 0, 0, false
	}
	var fields [3]int
	at := 0
	for i := range len(text) {
		switch c := text[i]; {
		case i == 4 || i == 7:
			at++
		case c < '0' || c > '9':
			return 0, 0, 0, false
		default:
			fields[at] = fields[at]*10 + int(c-'0')
		}
	}
	return fields[0], fields[1], fields[2], true
}
