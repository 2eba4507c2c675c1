// as: sim/market/fast_arm64.go

package market // want "the same everywhere"
