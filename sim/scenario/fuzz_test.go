package scenario

import (
	"path/filepath"
	"reflect"
	"testing"
	"testing/fstest"
	"time"
)

// FuzzLoad demands that no text makes Load panic or point outside of a file,
// and that whatever it accepts survives an export.
func FuzzLoad(f *testing.F) {
	base := read(f, "testdata/base.yaml")
	f.Add(string(base))
	f.Add(exported(f, mustLoad(f, justBase).Setup))
	broken, err := filepath.Glob("testdata/broken/*/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range broken {
		f.Add(string(read(f, name)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		// The text once as the whole scenario, once laid over one that is right.
		for _, main := range []string{text, justBase} {
			fsys := fstest.MapFS{"base.yaml": {Data: base}, MainFile: {Data: []byte(main)}, "over.yaml": {Data: []byte(text)}}
			var over []Overlay
			if main == justBase {
				over = []Overlay{{FS: fsys, File: "over.yaml"}}
			}
			began := time.Now()
			p, err := Load(fsys, ".", over...)
			if took := time.Since(began); took > 2*time.Second {
				t.Fatalf("took %v", took)
			}
			_, checked := Check(p, err) // must not panic on what Load left out
			if err != nil && checked == nil {
				t.Fatalf("Check accepts what Load refuses: %v", err)
			}
			if err != nil {
				ds := err.(Diagnostics)
				if len(ds) == 0 || ds.Error() == "" {
					t.Fatal("an error without text")
				}
				checkPlaces(t, fsys, ds)
				continue
			}
			before := exported(t, p.Setup)
			q := mustLoad(t, before)
			if !reflect.DeepEqual(p.Setup, q.Setup) || p.Hash() != q.Hash() {
				t.Fatalf("reads back as\n%s\nwant\n%s", exported(t, q.Setup), before)
			}
		}
	})
}
