package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Limits of one file. They are far above what a scenario needs and low enough
// that the worst file is refused within a second.
const (
	maxBytes = 1 << 20
	maxDepth = 32      // of nested lists and mappings
	maxItems = 10_000  // of one list or mapping
	maxMarks = 150_000 // brackets and commas: the most nodes for the fewest bytes
)

// source is one file as it was read.
type source struct {
	name   string // for people
	file   string // slash-separated path within its file system
	data   []byte
	lines  []string
	narrow []bool // by line: each character is one byte; known when the bytes are checked
}

// readSource reads a file. The error tells people what is wrong with it, and
// begins neither with the name nor with "error".
func readSource(fsys fs.FS, file, name string) (*source, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, readable(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a plain file")
	}
	f, err := fsys.Open(file)
	if err != nil {
		return nil, readable(err)
	}
	var data bytes.Buffer
	data.Grow(int(min(info.Size(), maxBytes)) + bytes.MinRead)
	_, err = data.ReadFrom(io.LimitReader(f, maxBytes+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, readable(err)
	}
	if data.Len() > maxBytes {
		return nil, errors.New("is larger than 1 MiB, the most that a scenario file may have")
	}
	return &source{name: name, file: file, data: data.Bytes(), lines: splitLines(data.Bytes())}, nil
}

// readable turns an error of the file system into a sentence without its path.
func readable(err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("does not exist")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read by you")
	case errors.As(err, &at) && strings.Contains(at.Err.Error(), "escapes"):
		return errors.New("is a link that leads out of the pack's folder")
	case errors.As(err, &at):
		return fmt.Errorf("cannot be read: %w", at.Err)
	}
	return fmt.Errorf("cannot be read: %w", err)
}

// splitLines cuts data at the line ends of YAML.
func splitLines(data []byte) []string {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return strings.Split(text, "\n")
}

// checkBytes refuses what is not text. It runs before the YAML library sees the
// file, so that lines and columns mean the same to both.
func (src *source) checkBytes(r *report) bool {
	if marks := countMarks(src.data); marks > maxMarks {
		r.file(src.name, fmt.Sprintf("has %d brackets and commas, more than the %d that a scenario file may have", marks, maxMarks), "")
		return false
	}
	src.narrow = make([]bool, len(src.lines))
	for i, line := range src.lines {
		col := 0
		for at := 0; at < len(line); col++ {
			if ' ' <= line[at] && line[at] < 0x7f {
				at++
				continue
			}
			c, n := utf8.DecodeRuneInString(line[at:])
			s := span{src, i + 1, col + 1, col + 2}
			switch {
			case c == utf8.RuneError && n == 1:
				r.at(s, "", fmt.Sprintf("the byte 0x%02x is not UTF-8 text", line[at]), "save the file as UTF-8")
			case c < ' ' && c != '\t', c >= 0x7f && c <= 0x9f, c == '\u2028', c == '\u2029', c == '\ufeff', c == '\ufffe', c == '\uffff':
				r.at(s, "", fmt.Sprintf("the character %U cannot be printed and may not stand in a scenario", c), "delete it, or save the file as UTF-8 text")
			default:
				at += n
				continue
			}
			r.grave = true
			return false
		}
		src.narrow[i] = col == len(line)
	}
	return true
}

func countMarks(data []byte) int {
	n := 0
	for _, mark := range []byte("[]{},") {
		n += bytes.Count(data, []byte{mark})
	}
	return n
}
