package sim

// OrganisationSetup says how organisations change. Where it is absent, bureaucracy
// stands still and nobody reorganises, delegates, opens war rooms or investigates.
type OrganisationSetup struct {
	NormWeeks     Figure `yaml:"norm_weeks" unit:"weeks" range:"13,520" opt:"" doc:"weeks over which bureaucracy goes to the norm of the organisation's size and form; absent: organisations do not change"`
	SizePoints    Figure `yaml:"size_points" unit:"number" range:"0,100" opt:"" doc:"points of bureaucracy that ten times the people add to the norm; absent: none"`
	HiringPoints  Figure `yaml:"hiring_points" unit:"number" range:"0,200" opt:"" doc:"points that a doubling of the people in a quarter adds; absent: none"`
	DeputyPoints  Figure `yaml:"deputy_points" unit:"number" range:"0,20" opt:"" doc:"points that each deputy adds; absent: none"`
	TurmoilPoints Figure `yaml:"turmoil_points" unit:"number" range:"0,50" opt:"" doc:"points that a reorganisation adds while it lasts; absent: none"`
	TurmoilWeeks  Figure `yaml:"turmoil_weeks" unit:"weeks" range:"1,26" opt:"" doc:"weeks that a reorganisation lasts; absent: one"`
}

// CompanyForm is how a company is organised at the start.
type CompanyForm struct {
	Form string `yaml:"form" opt:"" doc:"how it is organised at the start: units, central, beside or flat; absent: units"`
	Norm Figure `yaml:"norm" unit:"number" range:"0,100" opt:"" doc:"bureaucracy of its size and form at the start, to which it tends; absent: what it starts with"`
}

// ruled tells whether organisations change in this scenario.
func (w *World) ruled() bool { return w.sc.setup.Organisation.NormWeeks.Given }

// forms checks how companies are organised at the start.
func (c *compiler) forms() {
	for i := range c.s.setup.Companies {
		co := &c.s.setup.Companies[i]
		switch path := "companies." + co.ID + ".organisation"; {
		case co.Organised.Form != "" && formNamed(co.Organised.Form) == FormNone:
			c.wrong(path+".form", "no form of organisation \""+co.Organised.Form+"\"", "forms: units, central, beside, flat")
		case !c.s.setup.Organisation.NormWeeks.Given && (co.Organised.Form != "" || co.Organised.Norm.Given):
			c.wrong(path, "its organisation does not change, so its form and norm mean nothing", "add organisation.norm_weeks, or drop organisation here")
		}
	}
}
