// as: sim/market/fast.go

//go:build amd64

package market // want "the same everywhere"
