// as: sim/policy/buyer.go

package policy

const rival = "buys from Nvidia first" // want "nvidia"
