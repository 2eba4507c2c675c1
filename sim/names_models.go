package sim

import (
	"strconv"
	"strings"
)

// modelsPerCompany is how many models of a company there can be at a time, those
// that nobody uses any more included.
const modelsPerCompany = 8

// nameModels names the places for a company's models: they are filled in turn.
func nameModels(in *names, co *CompanySetup) {
	for i := range modelsPerCompany {
		title := co.Title
		if line := co.Models.Line; line != (Text{}) {
			title = Text{lineName(line.En, i), lineName(line.Zh, i)}
		} else {
			n := " " + strconv.Itoa(i+1)
			title.En, title.Zh = title.En+n, title.Zh+n
		}
		in.add(co.ID+"-"+strconv.Itoa(i+1), title)
	}
}

// lineName is the name of the model that comes i models after the first of a line. A line
// whose number has a decimal counts on by halves, as makers do, the others by ones.
func lineName(first string, i int) string {
	name, number := splitLine(first)
	whole, part, halves := strings.Cut(number, ".")
	n, err := strconv.Atoi(whole)
	if i == 0 || err != nil {
		return first
	}
	if !halves {
		return name + strconv.Itoa(n+i)
	}
	if n += n + i; part >= "5" {
		n++
	}
	if name += strconv.Itoa(n / 2); n%2 > 0 {
		name += ".5"
	}
	return name
}

// splitLine takes the number off the end of a name.
func splitLine(first string) (name, number string) {
	name = strings.TrimRight(first, "0123456789.")
	return name, first[len(name):]
}

// isLine tells whether a name ends in a number, such as the first of a line must.
func isLine(first string) bool {
	name, number := splitLine(first)
	whole, part, halves := strings.Cut(number, ".")
	return name != "" && whole != "" && len(number) <= mostDigits && (part != "") == halves && !strings.Contains(part, ".")
}

const mostDigits = 4 // of the number in the name of a model

// modelsOf gives the places of a company's models, from inclusive to exclusive.
func modelsOf(c CompanyID) (from, to ModelID) {
	from = ModelID(c-1)*modelsPerCompany + 1
	return from, from + modelsPerCompany
}

// ownModel tells whether a model is one of a company's.
func ownModel(c CompanyID, m ModelID) bool {
	from, to := modelsOf(c)
	return m >= from && m < to
}
