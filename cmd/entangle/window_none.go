//go:build headless

package main

// playWindow is for a program built without the window, as clusters want it.
func (a *app) playWindow(string, *windowFlags) error {
	return errNoWindow("this program is built without it (build tag headless)")
}
