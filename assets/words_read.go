package assets

import "strings"

// wording is a pattern as a file of words gives it. Its key is the group and the name,
// joined by a dot.
type wording struct{ key, text string }

// readPlain reads a file of words as they are written here: groups at the left margin;
// in them, two spaces in, "name: text" with the text plain, in double quotes, or folded
// after >-. It is so much faster than the YAML library, in which these files are as well
// formed, that a command starts in two thirds of the time. Whatever else YAML knows it
// leaves to the library: ok is false, as it is for names given twice.
func readPlain(data string) (list []wording, ok bool) {
	if strings.ContainsAny(data, "\r\t\ufeff") {
		return nil, false
	}
	seen, group := map[string]bool{}, ""
	for data != "" {
		line := nextLine(&data)
		name, text := cutName(strings.TrimPrefix(line, "  "))
		switch inside := strings.HasPrefix(line, "  "); {
		case line == "" || strings.TrimLeft(line, " ")[0] == '#':
			continue
		case name == "" || inside && group == "" || seen[name+" in "+group] && inside || seen[name] && !inside:
			return nil, false
		case !inside:
			if text != "" {
				return nil, false
			}
			group, seen[name] = name, true
			continue
		}
		seen[name+" in "+group] = true
		if text == ">-" {
			text, ok = folded(&data)
		} else {
			text, ok = oneLine(text)
		}
		if !ok {
			return nil, false
		}
		list = append(list, wording{group + "." + name, text})
	}
	return list, true
}

// nextLine takes the first line off a text, without its end.
func nextLine(data *string) string {
	line, rest, _ := strings.Cut(*data, "\n")
	*data = rest
	return strings.TrimRight(line, " ")
}

// cutName cuts a line at its name, which begins with a letter or a digit and goes on
// with these, spaces and _./-; the name is empty if there is none.
func cutName(line string) (name, text string) {
	name, text, ok := strings.Cut(line, ":")
	if !ok || text != "" && text[0] != ' ' || name == "" || name == "null" {
		return "", ""
	}
	for i := range len(name) {
		if c := name[i]; !isAlphanumeric(c) && (i == 0 || i == len(name)-1 && c == ' ' || strings.IndexByte(" _./-", c) < 0) {
			return "", ""
		}
	}
	return name, strings.TrimLeft(text, " ")
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// oneLine reads a text that stands on the line of its name.
func oneLine(text string) (string, bool) {
	switch {
	case text == "" || text == "null":
		return "", false
	case text[0] != '"':
		special := strings.IndexByte("'[]{}&*!|>%@`#,?:-~", text[0]) >= 0
		return text, !special && !strings.Contains(text, ": ") && !strings.Contains(text, " #") && !strings.HasSuffix(text, ":")
	case len(text) == 1 || text[len(text)-1] != '"':
		return "", false
	}
	inside := text[1 : len(text)-1]
	if strings.IndexByte(inside, '\\') < 0 {
		return inside, strings.IndexByte(inside, '"') < 0
	}
	var b strings.Builder
	for i := 0; i < len(inside); i++ {
		c := inside[i]
		if c == '\\' && i+1 < len(inside) {
			i++
			if inside[i] != '"' && inside[i] != '\\' {
				return "", false
			}
			c = inside[i]
		} else if c == '"' || c == '\\' {
			return "", false
		}
		b.WriteByte(c)
	}
	return b.String(), true
}

// folded takes the lines of a folded text off, which stand four spaces in.
func folded(data *string) (text string, ok bool) {
	var lines []string
	for strings.HasPrefix(*data, "    ") {
		line, rest, _ := strings.Cut((*data)[4:], "\n")
		if line != strings.Trim(line, " ") || line == "" {
			return "", false
		}
		lines, *data = append(lines, line), rest
	}
	after := strings.TrimLeft(*data, "\n")
	return strings.Join(lines, " "), len(lines) > 0 && !strings.HasPrefix(after, "   ")
}
