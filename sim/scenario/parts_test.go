package scenario

import (
	"io/fs"
	"path/filepath"
	"reflect"
	"testing"

	"entangle/scenarios"
)

// FuzzParts demands that a text read in parts is what it is as a whole, and that what is
// wrong with the whole is wrong with its parts.
func FuzzParts(f *testing.F) {
	for _, pattern := range []string{"testdata/*.yaml", "testdata/broken/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatal(err, pattern)
		}
		for _, name := range files {
			f.Add(string(read(f, name)))
		}
	}
	for _, text := range []string{
		"a: 1\nb: 2\nc: 3\n", "a: 1\n---\nb: 2\n", "a: 1\n...\nb: 2\n", " a: 1\nb: 2\n", "{a: 1}\nb: 2\n", "!!map\na: 1\nb: 2\n",
		"a: &x 1\nb: *x\n", "a: \"x\ny: z\"\nb: 2\n", "a: [1,\nb, 2]\nc: 3\n", "a: |\n x\n\n\nb: >\n y\nc:\n", "a: x\nb\nc: 3\n", "a:\n- 1\n-\nb: - 2\n", "a: 1\r\nb: 2\r\n",
		"a: 1\na: 2\na: 3\n", "? a\nb: 1\n", "%YAML 1.1\n---\na: 1\nb: 2\n", "# only\na: 1\n# so\nb: 2\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for parts := 2; parts <= mostParts; parts++ {
			src := &source{name: "x.yaml", file: "x.yaml", data: []byte(text), lines: splitLines([]byte(text))}
			if !src.checkBytes(&report{}) {
				return
			}
			top, ok := src.inSome(parts)
			if !ok {
				continue
			}
			var one, all report
			whole := src.whole(&one)
			if whole == nil {
				t.Fatalf("%d parts are read, the whole is not: %v", parts, one)
			}
			want, got := (&converter{src, &one}).node(whole, nil), (&converter{src, &all}).node(top, nil)
			if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(all, one) {
				t.Fatalf("%d parts say %v, the whole %v", parts, all, one)
			}
		}
	})
}

// TestShippedInParts: the shipped scenarios are long enough to be read in parts, and can be.
func TestShippedInParts(t *testing.T) {
	for _, name := range []string{"2025", "octet"} {
		data, err := fs.ReadFile(scenarios.FS, name+"/"+MainFile)
		if err != nil {
			t.Fatal(err)
		}
		src := &source{name: MainFile, file: MainFile, data: data, lines: splitLines(data)}
		top, ok := src.inSome(mostParts)
		if n := len(src.cuts(mostParts)) - 1; !ok || n != mostParts || len(data) < mostParts*leastPart && name == "2025" {
			t.Errorf("%s: %d bytes in %d parts, read %v", name, len(data), n, ok)
			continue
		}
		var r report
		whole := src.whole(&r)
		if want, got := (&converter{src, &r}).node(whole, nil), (&converter{src, &r}).node(top, nil); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: its parts differ from the whole", name)
		}
	}
}
