package scenario

// where is a place in the scenario: a key under another place. Nil is the whole. Its
// text is made where a message needs it, which is hardly ever.
type where struct {
	above *where
	key   string
}

func (w *where) to(key string) *where { return &where{w, key} }

// String is the path, like companies.lumen.cash.
func (w *where) String() string {
	if w == nil {
		return ""
	}
	return join(w.above.String(), w.key)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
