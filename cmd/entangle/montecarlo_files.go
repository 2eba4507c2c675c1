package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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
	f, err := m.create(filepath.Join(dir, name))
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
	entries, err := os.ReadDir(m.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return writeFolder(m.Dir, fill)
	case err != nil:
		return cannotWrite(m.Dir, err)
	case len(entries) > 0 && !m.Force:
		return wrongf("cannot write %s: the folder is not empty; name a new one, or let --force replace %s, %s and %s in it",
			m.Dir, outcomesFile, seriesFile, experimentFile)
	}
	return cannotWrite(m.Dir, m.refill(fill))
}

// refill writes into a folder inside the one that exists, and moves the files
// out of it when all are there.
func (m *monteCarlo) refill(fill func(dir string) error) error {
	temp, err := makeBeside(filepath.Join(m.Dir, "experiment"), func(temp string) error { return os.Mkdir(temp, 0o777) })
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := fill(temp); err != nil {
		return err
	}
	if err := exchange(m.Dir, temp, outcomesFile, seriesFile, experimentFile); err != nil {
		return err
	}
	syncFolder(m.Dir)
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
