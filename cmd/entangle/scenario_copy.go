package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"entangle/sim/session"
)

// copyFolder copies the folder of a scenario, and the folders in it, to one on
// disk that goes by another name.
func copyFolder(from fs.FS, name, to, newName string) error {
	sub, err := fs.Sub(from, name)
	if err != nil {
		return err
	}
	return fs.WalkDir(sub, ".", func(path string, d fs.DirEntry, err error) error {
		target := filepath.Join(to, filepath.FromSlash(path))
		switch {
		case err != nil || path == ".":
			return err
		case d.IsDir():
			return os.Mkdir(target, 0o777)
		}
		text, err := fs.ReadFile(sub, path)
		if err != nil {
			return err
		}
		text = renamed(path, text, name, newName)
		return create(target, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	})
}

// renamed is a file of a scenario that has got a new name: files of orders say in
// their header which scenario they are for.
func renamed(path string, text []byte, from, to string) []byte {
	if filepath.Ext(path) != ".jsonl" {
		return text
	}
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	var h session.OrderHeader
	d := json.NewDecoder(bytes.NewReader(first))
	d.DisallowUnknownFields()
	if err := d.Decode(&h); err != nil || h.Scenario != from {
		return text
	}
	h.Scenario = to
	var out bytes.Buffer
	if err := session.WriteHeader(&out, h); err != nil {
		return text
	}
	out.Write(rest)
	return out.Bytes()
}

// create writes a new file in a folder that nobody uses yet, and makes sure that
// it is on the disk.
func create(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	return errors.Join(buffered(f, write), f.Sync(), f.Close())
}
