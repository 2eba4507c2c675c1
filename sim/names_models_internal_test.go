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

// TestModelsGoByNamesThatWereSaid: names said beforehand come first, the line counts on
// from the last of them, and small models say that they are.
func TestModelsGoByNamesThatWereSaid(t *testing.T) {
	n := newNames()
	nameModels(&n, &CompanySetup{ID: "q", Models: LabSetup{Line: Text{"Quill 3.5", "羽笔 3.5"}, Next: []string{"Ink", "Quill 5"}, Small: "Nib"}})
	for i, want := range []string{"羽笔 3.5", "Ink", "Quill 5", "Quill 6", "Quill 7", "Quill 8", "Ink Nib", "Quill 5 Nib"} {
		if got := n.titles[i+1].Zh; got != want {
			t.Errorf("model %d is %q, want %q", i+1, got, want)
		}
	}
}

// TestNamesOfModelsAreChecked: a line without a number, or of who makes no models, is a
// mistake of the file, and so are names that nobody would ever read or could not count on.
func TestNamesOfModelsAreChecked(t *testing.T) {
	wrong := func(key string, change func(*LabSetup)) (found bool) {
		s := LabsSetup()
		for i := range s.Companies {
			if s.Companies[i].Models.KnowHow.Given {
				change(&s.Companies[i].Models)
				_, problems := Compile(s)
				for _, p := range problems {
					found = found || p.Path == "companies."+s.Companies[i].ID+".models."+key
				}
				return found
			}
		}
		return false
	}
	for _, line := range []Text{{"Quill", "羽笔 3"}, {"Quill 3", ""}} {
		if !wrong("line", func(m *LabSetup) { m.Line = line }) {
			t.Errorf("%q passes", line)
		}
	}
	if wrong("line", func(m *LabSetup) { m.Line = Text{"Quill 3", "羽笔 3"} }) {
		t.Error("a line does not pass")
	}
	line := Text{"Quill 3", "羽笔 3"}
	for _, next := range [][]string{{"Ink"}, {" ", "Quill 4"}, {"Quill 4", "Quill 5", "Quill 6", "Quill 7", "Quill 8", "Quill 9"}} {
		if !wrong("next", func(m *LabSetup) { m.Line, m.Next = line, next }) {
			t.Errorf("%q passes", next)
		}
	}
	if !wrong("next", func(m *LabSetup) { m.Next = []string{"Quill 4"} }) {
		t.Error("names pass that come after none")
	}
	if wrong("next", func(m *LabSetup) { m.Line, m.Next = line, []string{"Ink", "Quill 4"} }) {
		t.Error("names do not pass")
	}
}
