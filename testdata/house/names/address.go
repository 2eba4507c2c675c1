// as: sim/scenario/source.go

package scenario

const cite = "https://www.microsoft.com/investor" // want "microsoft"
