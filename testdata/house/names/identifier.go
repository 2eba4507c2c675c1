// as: sim/week.go

package sim

func openAIShare() int { return 0 } // want "openai"
