package sim

// talent checks what the market for people takes.
func (c *compiler) talent() {
	s := &c.s.setup.Talent
	names := [...]string{"researchers", "engineers"}
	for i, tier := range [...]*TierSetup{&s.Researchers, &s.Engineers} {
		if tier.Retrain.Given && !s.Software.Pay.Given {
			c.wrong("talent."+names[i]+".retrain", "it has no effect without conventional software staff", "add talent.software.pay, or drop retrain")
		}
	}
	if s.Workload.Given && !s.Software.Pay.Given {
		c.wrong("talent.software_load", "it has no effect without conventional software staff", "add talent.software.pay, or drop software_load")
	}
	if s.Software.Retrain.Given {
		c.wrong("talent.software.retrain", "conventional software staff are those who learn another trade", "drop it, or set it for researchers or engineers")
	}
}
