package sim

import "entangle/sim/rng"

// stream is a random stream of this week; draws are counted by its users.
func (w *World) stream(id rng.StreamID, subject uint64) rng.Stream {
	w.head.Draws++
	return w.key.Stream(id, subject)
}

// The random streams of the world. A number is never used again for another
// purpose: it would change what every seed means.
const (
	streamFigure    rng.StreamID = 1 + iota // a figure's draw at the start; subject: its path
	streamSupply                            // a family's weekly shock
	streamDemand                            // a segment's weekly shock
	streamFog                               // error of an estimate of a rival
	streamPolicy                            // a strategy's own draws
	streamBids                              // ties between bids
	streamTurn                              // whose orders come first in a week
	streamPackaging                         // the weekly shock of the world's packaging
	_                                       // 9 to 19 are kept for others
	_
	_
	_
	_
	_
	_
	_
	_
	_
	_
	streamWorks   // weeks of the stages of a work; subject: company and serial
	streamQueue   // weeks of a request
	streamPlants  // weeks of turbines, batteries and permits
	streamPlaces  // who comes first in line of those who file in a week
	streamPeak    // whether the grid is short in a week; subject: region
	streamQuarrel // what neighbours do; subject: company, region
	streamSilicon // slips of own-chip programmes; subject: programme and stage

	// Stars.
	streamAnswer rng.StreamID = 45 // what a person chooses in a week
	streamSuit   rng.StreamID = 46 // when a person answers, and whether the employer hears of it
	streamWalk   rng.StreamID = 47 // whether a person carries out a threat
	streamFollow rng.StreamID = 48 // who of a team follows
	streamRegret rng.StreamID = 49 // whether a person goes back
)

// Streams of talent.
const (
	streamQuits   rng.StreamID = 40 + iota // broken heads of those who quit; subject: company and tier
	streamHires                            // of those who are hired
	streamOffices                          // weeks until an office opens; subject: company and row

	streamRetrain   rng.StreamID = 54 // talent: broken heads of those who learn the trade; subject: company and tier
	streamSentiment rng.StreamID = 55 // capital: the market's mood
	streamRound     rng.StreamID = 56 // weeks until investors answer; subject: company
	streamInvestors rng.StreamID = 57 // whether they have a mind for it; subject: company
	streamAuction   rng.StreamID = 58 // who is asked first at an auction; subject: fleet
	streamOwnMood   rng.StreamID = 59 // a company's mood apart from the market's; subject: company
)

// The streams of business programmes.
const (
	streamVenture rng.StreamID = 70 + iota // how good one is; subject: programme
	streamTrial                            // what its owner sees of that; subject: programme and stage
)
