package rng

// Subject returns the subject for a name given in parts, such as a kind and an
// id. Call it when a scenario is compiled and keep the number: it is FNV-1a over
// the parts joined by a zero byte, then mixed.
func Subject(parts ...string) uint64 {
	const (
		offset = 14695981039346656037
		prime  = 1099511628211
	)
	h := uint64(offset)
	for i, part := range parts {
		if i > 0 {
			h *= prime // the zero byte
		}
		for j := range len(part) {
			h = (h ^ uint64(part[j])) * prime
		}
	}
	return mix(h)
}
