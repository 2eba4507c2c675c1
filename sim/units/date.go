package units

// Date is a civil day: the number of days since 1970-01-01 in the proleptic
// Gregorian calendar. The zero value means "no date"; the one day it hides,
// 1970-01-01, cannot be written. Dates run from FirstDate to LastDate, and
// arithmetic stops at these.
type Date int32

// The bounds of a Date.
const (
	FirstDate Date = -25567 // 1900-01-01
	LastDate  Date = 84370  // 2200-12-31
)

const (
	firstYear, lastYear = 1900, 2200

	daysPerWeek = 7
	// Days are counted from 0000-03-01, so that the leap day ends a year and a
	// year's months fall into a regular pattern of five.
	epochFromMarch   = 719468
	daysPer400Years  = 146097
	daysPer100Years  = 36524
	daysPer4Years    = 1461
	daysPerYear      = 365
	daysPer5Months   = 153
	monthsPerYear    = 12
	monthsPerQuarter = 3
)

// DateOf returns a day of the calendar, months and days counted from 1. It
// returns no date if there is no such day or its year is outside 1900..2200.
func DateOf(y, m, d int) Date {
	if y < firstYear || y > lastYear || m < 1 || m > monthsPerYear || d < 1 || d > monthDays(y, m) {
		return 0
	}
	month := (m + 9) % monthsPerYear // March is 0
	if m <= 2 {
		y--
	}
	days := y*daysPerYear + y/4 - y/100 + y/400
	days += (daysPer5Months*month+2)/5 + d - 1
	return Date(days - epochFromMarch)
}

// Civil returns the year, month and day.
func (d Date) Civil() (year, month, day int) {
	n := int(min(max(d, FirstDate), LastDate)) + epochFromMarch
	era, n := n/daysPer400Years, n%daysPer400Years
	// Take the leap days out, and every year has 365.
	y := (n - n/(daysPer4Years-1) + n/daysPer100Years - n/(daysPer400Years-1)) / daysPerYear
	n -= y*daysPerYear + y/4 - y/100
	m := (5*n + 2) / daysPer5Months
	day = n - (daysPer5Months*m+2)/5 + 1
	year, month = era*400+y, m+3
	if month > monthsPerYear {
		year, month = year+1, month-monthsPerYear
	}
	return year, month, day
}

// IsZero tells whether d is no date.
func (d Date) IsZero() bool { return d == 0 }

// AddDays returns the day n days later. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	const span = int(LastDate - FirstDate)
	return min(max(d+Date(min(max(n, -span), span)), FirstDate), LastDate)
}

// AddWeeks returns the day n weeks later.
func (d Date) AddWeeks(n int) Date {
	const span = int(LastDate-FirstDate)/daysPerWeek + 1
	day := min(max(d+Date(min(max(n, -span), span)*daysPerWeek), FirstDate), LastDate)
	if d == 0 {
		day = 0 // nobody could guess which dates are none
	}
	return day
}

// AddMonths returns the same day n months later, or the last day of that month
// if it is shorter: 31 January plus one month is 28 or 29 February.
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	const span = (lastYear - firstYear + 1) * monthsPerYear
	y, m, day := d.Civil()
	months := y*monthsPerYear + m - 1 + min(max(n, -span), span)
	y, m = months/monthsPerYear, months%monthsPerYear+1
	switch {
	case y < firstYear:
		return FirstDate
	case y > lastYear:
		return LastDate
	}
	return DateOf(y, m, min(day, monthDays(y, m)))
}

// Weekday returns 1 for Monday to 7 for Sunday, as ISO 8601 does.
func (d Date) Weekday() int {
	const thursday = 3 // 1970-01-01, counted from Monday as 0
	n := (int(d) + thursday) % daysPerWeek
	if n < 0 {
		n += daysPerWeek
	}
	return n + 1
}

// Quarter returns the calendar year and its quarter, 1 to 4.
func (d Date) Quarter() (year, q int) {
	y, m, _ := d.Civil()
	return y, (m-1)/monthsPerQuarter + 1
}

// EndOfMonth returns the last day of the month.
func (d Date) EndOfMonth() Date {
	y, m, _ := d.Civil()
	return d.endOf(y, m)
}

// EndOfQuarter returns the last day of the calendar quarter.
func (d Date) EndOfQuarter() Date {
	y, q := d.Quarter()
	return d.endOf(y, q*monthsPerQuarter)
}

// EndOfYear returns 31 December.
func (d Date) EndOfYear() Date {
	y, _, _ := d.Civil()
	return d.endOf(y, monthsPerYear)
}

func (d Date) endOf(y, m int) Date {
	if d == 0 {
		return 0
	}
	return DateOf(y, m, monthDays(y, m))
}

// monthDays returns the length of a month.
func monthDays(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
