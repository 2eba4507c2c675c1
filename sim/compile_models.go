package sim

import (
	"slices"
	"strconv"
	"strings"
)

// labs notes who makes models, and checks that what that takes is there.
func (c *compiler) labs() {
	s := &c.s.setup
	k := &s.Models
	if k.Base.Given && !(k.Scale.Given && k.Efficiency.Given) {
		c.wrong("models", "base, scale and efficiency come together", "add the ones that are missing")
	}
	if !k.Base.Given && (k.Scale.Given || k.Efficiency.Given || k.Noise.Given || k.DataWall.Given || k.DataGrowth.Given || k.Wear.Given) {
		c.wrong("models", "without base nobody trains models", "add models.base")
	}
	if k.DataGrowth.Given && !k.DataWall.Given {
		c.wrong("models.data_growth", "it has no effect without data_wall", "add models.data_wall, or drop data_growth")
	}
	for i := range s.Companies {
		co := &s.Companies[i]
		path := "companies." + co.ID
		switch m := &co.Models; {
		case m.KnowHow.Given && !k.Base.Given && !s.Talent.Pace.Given:
			c.wrong(path+".models.know_how", "it has no effect without models.base", "add models.base, scale and efficiency")
		case !m.KnowHow.Given && (m.Drawer.Given || m.Open.Given || m.Run.Given):
			c.wrong(path+".models", "a company without know_how makes no models", "add know_how")
		case !m.KnowHow.Given && (co.Policies.Research.Given || co.Policies.Training.Given):
			c.wrong(path+".policies", "a company without know_how has no research and no runs", "add models.know_how, or drop research and training")
		case m.Trained.Given && !m.Run.Given:
			c.wrong(path+".models.trained", "it has no effect without run", "add run, or drop trained")
		case m.Tuning.Given && !m.Run.Given:
			c.wrong(path+".models.post_training", "it has no effect without run", "add run, or drop post_training")
		case m.Tuning.Given && m.Trained.Given:
			c.wrong(path+".models", "a run in post-training is trained", "drop trained or post_training")
		case m.Drawer.Given != m.Cheap.Given:
			c.wrong(path+".models", "drawer and drawer_cost come together", "add the one that is missing")
		case m.Tests.Given && !m.Drawer.Given:
			c.wrong(path+".models.drawer_tests", "it has no effect without drawer", "add drawer and drawer_cost, or drop drawer_tests")
		}
		c.modelNames(path+".models", &co.Models)
		if co.Models.KnowHow.Given && k.Base.Given {
			c.s.labs = append(c.s.labs, CompanyID(i+1))
		}
		if co.Models.KnowHow.Given || co.Quality.Given {
			c.s.owners = append(c.s.owners, CompanyID(i+1))
		}
	}
}

// modelNames checks what the models of a company are called.
func (c *compiler) modelNames(path string, m *LabSetup) {
	switch last := len(m.Next) - 1; {
	case m.Line != (Text{}) && !(isLine(m.Line.En) && isLine(m.Line.Zh)):
		c.wrong(path+".line", "it must be a name that ends in a number, in both languages", "write one like {en: Quill 3, zh: Quill 3}")
	case m.Line != (Text{}) && !m.KnowHow.Given:
		c.wrong(path+".line", "a company without know_how makes no models", "add know_how, or drop line")
	case last >= 0 && m.Line == (Text{}):
		c.wrong(path+".next", "it has no effect without line", "add line, or drop next")
	case last > largePerCompany-2:
		c.wrong(path+".next", "a company has places for "+strconv.Itoa(largePerCompany-1)+" large models beside the first", "drop the last names")
	case last >= 0 && !isLine(m.Next[last]):
		c.wrong(path+".next", "the last of them must end in a number, for others count on from it", "write one like Quill 4")
	case slices.ContainsFunc(m.Next, isBlank):
		c.wrong(path+".next", "a name is blank", "write one like Quill 4")
	case m.Small != "" && !m.KnowHow.Given:
		c.wrong(path+".small", "a company without know_how makes no models", "add know_how, or drop small")
	}
}

// isBlank tells whether there is nothing to read in a name.
func isBlank(name string) bool { return strings.TrimSpace(name) == "" }
