package vm

import "entangle/sim"

// suit is the order that would court a person at the pay that the market gives.
func suit(id sim.PersonID, l sim.StarLook) sim.Order {
	return sim.Order{Kind: sim.OrderCourtStar, Mode: sim.CourtPlain, Person: id, Price: price(l.Ask)}
}

// toWin is what a person of others would cost on the day of agreement; it is marked
// where that is more than the company has.
func (p *Play) toWin(id sim.PersonID, l sim.StarLook) Cell {
	if l.Own || l.Abroad {
		return none()
	}
	sum := p.View().AtOnce(suit(id, l))
	cell := Cell{Text: p.dollars(float64(sum))}
	if sum > p.View().Own().Cash {
		cell.Tone = -1
	}
	return cell
}

// whatWins takes that sum apart, for who may be won.
func (p *Play) whatWins(id sim.PersonID, l sim.StarLook) (tip []TipLine) {
	if l.Own || l.Abroad {
		return nil
	}
	v := p.View()
	if stake := v.Stake(id); stake > 0 {
		tip = append(tip, TipLine{Text: p.T("talent.stake"), Value: p.dollars(float64(stake))})
	}
	if shares := v.Forfeits(id); shares > 0 {
		tip = append(tip, TipLine{Text: p.T("talent.shares"), Value: p.around(float64(shares), p.dollars).Full})
	}
	return tip
}

// noteCourt is what it costs if a person who is courted agrees, and who gets it.
func (p *Play) noteCourt(o sim.Order) string {
	if o.Person == 0 {
		return ""
	}
	v := p.View()
	text := p.T("quote.court", "now", p.dollars(float64(v.AtOnce(o))), "pay", p.dollars(float64(o.Price)))
	if stake := v.Stake(o.Person); stake > 0 {
		text = p.and(text, p.T("quote.stake", "sum", p.dollars(float64(stake))))
	}
	if shares := v.Forfeits(o.Person); shares > 0 && o.Mode == sim.CourtBuyout {
		text = p.and(text, p.T("quote.shares", "sum", p.dollars(float64(shares))))
	}
	return text
}

// noteRetain is what a better offer costs, and what its person asks.
func (p *Play) noteRetain(o sim.Order) string {
	pay, _ := p.View().StarTerms(o.Person)
	_, asks := p.View().Stay(o.Person)
	if asks == 0 {
		return ""
	}
	return p.T("quote.retain", "now", p.dollars(float64(p.View().AtOnce(o))), "pay", p.dollars(float64(o.Price)),
		"was", p.dollars(float64(pay)), "asks", p.dollars(float64(asks)))
}
