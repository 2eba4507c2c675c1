package sim

import "testing"

// TestModelsCountOnFromTheirLine: the number of a line goes on, by halves where it has a
// decimal; without a line models go by the title of their maker.
func TestModelsCountOnFromTheirLine(t *testing.T) {
	for first, want := range map[string][3]string{
		"Quill 3":    {"Quill 3", "Quill 4", "Quill 5"},
		"Quill 3.5":  {"Quill 3.5", "Quill 4", "Quill 4.5"},
		"Quill 3.3":  {"Quill 3.3", "Quill 3.5", "Quill 4"},
		"羽笔 V2.0":    {"羽笔 V2.0", "羽笔 V2.5", "羽笔 V3"},
		"Quill-10 9": {"Quill-10 9", "Quill-10 10", "Quill-10 11"},
	} {
		for i := range want {
			if got := lineName(first, i); got != want[i] || !isLine(first) {
				t.Errorf("%q, %d after it: %q, want %q", first, i, got, want[i])
			}
		}
	}
	for _, first := range []string{"", "Quill", "3", "Quill 3..5", "Quill 12345", "Quill 3b"} {
		if isLine(first) {
			t.Errorf("%q is no line", first)
		}
	}
	n := newNames()
	nameModels(&n, &CompanySetup{ID: "q", Title: Text{"Pen & Co", "笔"}})
	if n.titles[2] != (Text{"Pen & Co 2", "笔 2"}) || n.ids[2] != "q-2" {
		t.Errorf("%q is %q", n.ids[2], n.titles[2])
	}
}

// TestLineNeedsNumberAndMaker: a line without a number, or of who makes no models, is a
// mistake of the file.
func TestLineNeedsNumberAndMaker(t *testing.T) {
	wrong := func(change func(*LabSetup)) (found bool) {
		s := LabsSetup()
		for i := range s.Companies {
			if s.Companies[i].Models.KnowHow.Given {
				change(&s.Companies[i].Models)
				_, problems := Compile(s)
				for _, p := range problems {
					found = found || p.Path == "companies."+s.Companies[i].ID+".models.line"
				}
				return found
			}
		}
		return false
	}
	for _, line := range []Text{{"Quill", "羽笔 3"}, {"Quill 3", ""}} {
		if !wrong(func(m *LabSetup) { m.Line = line }) {
			t.Errorf("%q passes", line)
		}
	}
	if wrong(func(m *LabSetup) { m.Line = Text{"Quill 3", "羽笔 3"} }) {
		t.Error("a line does not pass")
	}
}
