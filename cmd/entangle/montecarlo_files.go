package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The files of an experiment.
const (
	outcomesFile   = "outcomes.csv"
	seriesFile     = "series.csv"
	experimentFile = "experiment.json"
)

// diskFile is a file being written.
type diskFile interface {
	io.WriteCloser
	Sync() error
}

func createFile(name string) (diskFile, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// file writes a file of the experiment and makes sure that it is on the disk.
func (m *monteCarlo) file(dir, name string, write func(io.Writer) error) error {
	return fileIn(m.create, dir, name, write)
}

// fileIn writes a new file into a folder and makes sure that it is on the disk.
func fileIn(make func(name string) (diskFile, error), dir, name string, write func(io.Writer) error) error {
	f, err := make(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	if err = buffered(f, write); err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// intoFolder has fill write the files of an experiment, all or none. The folder
// may hold something only with --force.
func (m *monteCarlo) intoFolder(fill func(dir string) error) error {
	return intoFolder(m.Dir, m.Force, fill, outcomesFile, seriesFile, experimentFile)
}

// intoFolder has fill write files and folders of these names into a folder, all or
// none. The folder may hold something only by force.
func intoFolder(dir string, force bool, fill func(dir string) error, names ...string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return writeFolder(dir, fill)
	case err != nil:
		return cannotWrite(dir, err)
	case len(entries) > 0 && !force:
		last := len(names) - 1
		return wrongf("cannot write %s: the folder is not empty; name a new one, or let --force replace %s and %s in it",
			dir, strings.Join(names[:last], ", "), names[last])
	}
	return cannotWrite(dir, refill(dir, fill, names))
}

// refill writes into a folder inside the one that exists, and moves the files
// out of it when all are there.
func refill(dir string, fill func(dir string) error, names []string) error {
	temp, err := makeBeside(filepath.Join(dir, "experiment"), func(temp string) error { return os.Mkdir(temp, 0o777) })
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := fill(temp); err != nil {
		return err
	}
	if err := exchange(dir, temp, names...); err != nil {
		return err
	}
	syncFolder(dir)
	return nil
}

// exchange moves files from temp to dir. Files of these names that are there go
// to temp, and come back if a move fails.
func exchange(dir, temp string, names ...string) error {
	for i, name := range names {
		to, from, old := filepath.Join(dir, name), filepath.Join(temp, name), filepath.Join(temp, "old-"+name)
		err := os.Rename(to, old)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		if err == nil {
			if err = os.Rename(from, to); err == nil {
				continue
			}
			i++ // this one's old file comes back, too
		}
		for _, name := range names[:i] {
			os.Remove(filepath.Join(dir, name))
			os.Rename(filepath.Join(temp, "old-"+name), filepath.Join(dir, name))
		}
		return err
	}
	return nil
}
