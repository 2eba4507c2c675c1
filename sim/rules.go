package sim

import (
	"embed"
	"go/scanner"
	"go/token"
	"hash/fnv"
	"io"
	"io/fs"
	"strconv"
	"strings"
)

// Engine is the version of the engine.
const Engine = "0.1.0"

//go:embed *.go units/*.go rng/*.go detmath/*.go market/*.go policy/*.go
var sources embed.FS

// Rules is a hash of the rules: of the words of the tick packages' source, with
// comments, white space and tests left out. Two programs with equal rules play
// equal games from equal scenarios, seeds and orders.
func Rules() string {
	sum := fnv.New64a()
	err := fs.WalkDir(sources, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := sources.ReadFile(path)
		if err != nil {
			return err
		}
		var s scanner.Scanner
		files := token.NewFileSet()
		s.Init(files.AddFile(path, -1, len(text)), text, nil, 0)
		for {
			_, kind, word := s.Scan()
			if kind == token.EOF {
				return nil
			}
			io.WriteString(sum, kind.String()+" "+word+"\n")
		}
	})
	if err != nil {
		return "" // the files are part of the program: they are always there
	}
	text := strconv.FormatUint(sum.Sum64(), 16)
	return strings.Repeat("0", 16-len(text)) + text
}
