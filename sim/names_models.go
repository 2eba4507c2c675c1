package sim

import "strconv"

// modelsPerCompany is how many models of a company there can be at a time, those
// that nobody uses any more included.
const modelsPerCompany = 8

// nameModels names the places for a company's models: they are filled in turn.
func nameModels(in *names, co *CompanySetup) {
	for i := 1; i <= modelsPerCompany; i++ {
		n := strconv.Itoa(i)
		in.add(co.ID+"-"+n, Text{co.Title.En + " " + n, co.Title.Zh + " " + n})
	}
}

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
