package sim

import (
	"cmp"
	"strconv"
	"strings"
)

// modelsPerCompany is how many models of a company there can be at a time, those
// that nobody uses any more included: large ones, and then small ones that learnt from one.
const (
	modelsPerCompany = 8
	largePerCompany  = 6
)

// nameModels names the places for a company's models: those for large ones are filled in
// turn, and so are those for small ones, which go by the names of the line's next models.
func nameModels(in *names, co *CompanySetup) {
	for i := range modelsPerCompany {
		title := co.modelName(i)
		if small := i - largePerCompany; small >= 0 {
			size := " " + cmp.Or(co.Models.Small, "mini")
			title = co.modelName(small + 1)
			title.En, title.Zh = title.En+size, title.Zh+size
		}
		in.add(co.ID+"-"+strconv.Itoa(i+1), title)
	}
}

// modelName is the name of the model that comes i models after the first: one that its
// makers have said, else as their line counts on, else their title and a number.
func (co *CompanySetup) modelName(i int) Text {
	line, said := co.Models.Line, co.Models.Next
	switch {
	case line == Text{}:
		n := " " + strconv.Itoa(i+1)
		return Text{co.Title.En + n, co.Title.Zh + n}
	case i > 0 && i <= len(said):
		return Text{said[i-1], said[i-1]}
	case i > 0 && len(said) > 0:
		i -= len(said)
		line = Text{said[len(said)-1], said[len(said)-1]}
	}
	return Text{lineName(line.En, i), lineName(line.Zh, i)}
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

// modelsOfSize is modelsOf for large models only, or for small ones.
func modelsOfSize(c CompanyID, small bool) (from, to ModelID) {
	if from, to = modelsOf(c); small {
		return from + largePerCompany, to
	}
	return from, from + largePerCompany
}

// ownModel tells whether a model is one of a company's.
func ownModel(c CompanyID, m ModelID) bool {
	from, to := modelsOf(c)
	return m >= from && m < to
}
