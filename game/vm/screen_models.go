package vm

// models is the screen of models: those being trained, those in the drawer, and
// what everybody offers.
func (p *Play) models(int32) []Section { return nil }
