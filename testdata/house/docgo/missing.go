// as: sim/week.go

package sim // want "has no doc.go"
