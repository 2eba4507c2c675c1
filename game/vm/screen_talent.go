package vm

// talent is the screen of people: what they are, who wants them, who leaves.
func (p *Play) talent(int32) []Section { return nil }
