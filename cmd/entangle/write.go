package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile writes a file whole or not at all: what write produces goes to a
// new file in the same folder, which takes the name only once it is on the
// disk. A link is followed; a device (/dev/stdout, a pipe) is written to as it
// is.
func writeFile(name string, write func(io.Writer) error) error {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return wrongf("cannot write %s: it is a folder; give the name of a file", name)
	case err == nil && !info.Mode().IsRegular():
		return cannotWrite(name, writeDevice(name, write))
	case err == nil:
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return cannotWrite(name, err)
		}
	}
	mode := fs.FileMode(0o666)
	if info != nil {
		mode = info.Mode().Perm()
	}
	return cannotWrite(name, replaceFile(name, mode, write))
}

// replaceFile does the work of writeFile for an ordinary file.
func replaceFile(name string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	var f *os.File
	temp, err := makeBeside(name, func(temp string) error {
		f, err = os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		return err
	})
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(temp)
		}
	}()
	if err = buffered(f, write); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(temp, name); err != nil {
		return err
	}
	syncFolder(filepath.Dir(name))
	return nil
}

// makeBeside makes something new, with a name like the one given, in the same
// folder.
func makeBeside(name string, make func(temp string) error) (temp string, err error) {
	for n := range 100 {
		temp = filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d-%d.part", filepath.Base(name), os.Getpid(), n))
		if err = make(temp); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return temp, err
}

func writeDevice(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = buffered(f, write)
	return errors.Join(err, f.Close())
}

// buffered writes through a buffer and reports the first error of either.
func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// syncFolder makes a rename last. Some systems cannot sync a folder; the file
// itself is safe even so.
func syncFolder(name string) {
	if d, err := os.Open(name); err == nil {
		_ = d.Sync()
		d.Close()
	}
}

// writeFolder fills a new folder whole or not at all: fill writes into a folder
// beside it, which then takes its name. The folder may exist if it is empty.
func writeFolder(name string, fill func(dir string) error) error {
	name = filepath.Clean(name)
	if err := freeFolder(name); err != nil {
		return err
	}
	temp, err := makeBeside(name, func(temp string) error { return os.Mkdir(temp, 0o777) })
	if err != nil {
		return cannotWrite(name, err)
	}
	defer os.RemoveAll(temp) // nothing is left of it after the rename
	if err := fill(temp); err != nil {
		return cannotWrite(name, err)
	}
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cannotWrite(name, err)
	}
	if err := os.Rename(temp, name); err != nil {
		return cannotWrite(name, err)
	}
	syncFolder(filepath.Dir(name))
	return nil
}

// freeFolder refuses a name that holds something already.
func freeFolder(name string) error {
	entries, err := os.ReadDir(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return cannotWrite(name, err)
	case len(entries) > 0:
		return wrongf("cannot write %s: the folder is not empty; name a new one", name)
	}
	return nil
}

// cannotWrite says which file could not be written and why; nil stays nil.
func cannotWrite(name string, err error) error {
	var e *exitError
	if err == nil || errors.As(err, &e) {
		return err
	}
	return fmt.Errorf("cannot write %s: %w; nothing was kept of it", name, reason(err))
}

// reason takes the operation and path off an error of the file system.
func reason(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
