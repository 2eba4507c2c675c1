// as: sim/doc.go

package sim // want "at least 2 lines"
