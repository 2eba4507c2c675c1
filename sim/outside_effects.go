package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// impose puts an effect of an event on a company, or on all with by 0, from today on
// or later; what comes at once comes at once.
func (w *World) impose(x int16, by CompanyID, row *Incident) {
	e, today := w.sc.effects[x].setup, w.Date()
	b := Burden{Effect: x, By: by, From: today.AddWeeks(int(w.whole(&e.After))), Size: w.sizeOf(x, by, row.Severity), Event: row.Event}
	b.Until = b.From.AddWeeks(int(w.whole(&e.Weeks)))
	if e.Odds.Given {
		info := &w.sc.effects[x]
		draw := w.stream(streamOdds, w.sc.incidents[info.incident].key^w.sc.companies[by].key+uint64(x))
		if draw.Float64() >= w.figure(&e.Odds)/float64(units.One) {
			return
		}
	}
	if b.Until == b.From && b.From < today+7 {
		w.hit(&b)
		return
	}
	w.burdens = append(w.burdens, b)
}

// sizeOf is the size of an effect on a company at a severity, in the unit of its kind.
func (w *World) sizeOf(x int16, by CompanyID, severity float64) int64 {
	e := w.sc.effects[x].setup
	size := w.figure(&e.Share) + float64(trustScale*w.figure(&e.Points)) + w.figure(&e.Money)
	if w.sc.effects[x].kind == EffectCost && e.Share.Given {
		size = float64(size * (w.month(by) / float64(units.One)))
	}
	return units.FromFloat(float64(severity*size), -maxExact, maxExact)
}

// month is what a company took in in the last four weeks, in dollars.
func (w *World) month(c CompanyID) (sum float64) {
	for _, x := range w.companies[c].Sales {
		sum += float64(x)
	}
	return sum
}

// turnBurdens ends what is over, and begins what is due.
func (w *World) turnBurdens() {
	today, left := w.Date(), w.burdens[:0]
	for i := range w.burdens {
		b := w.burdens[i]
		if b.On && b.Until <= today {
			w.bear(&b, -1)
			continue
		}
		if !b.On && b.From < today+7 {
			if b.Until == b.From {
				w.hit(&b)
				continue
			}
			b.On = true
			w.bear(&b, +1)
		}
		left = append(left, b)
	}
	w.burdens = left
}

// bear adds a lasting effect to what phases read, or with -1 takes it off. All of these
// are whole numbers, so that nothing is left of what is over.
func (w *World) bear(b *Burden, sign int64) {
	x := &w.sc.effects[b.Effect]
	info, size := &w.sc.incidents[x.incident], units.PPM(sign*b.Size)
	switch x.kind {
	case EffectSales, EffectLevy, EffectDuty:
		w.bearTrade(x.kind, b.By, info, size)
	case EffectEnergy:
		if b.By == 0 {
			w.regions[info.region].Dearer += size
			w.retariff(info.region)
			return
		}
		w.tie(b.By, info.region).Extra += size
		w.rebill(b.By)
	case EffectPower:
		w.tie(b.By, info.region).Down += size
		for s := w.sc.companies[b.By].siteFrom; s < w.sc.companies[b.By].siteTo; s++ {
			if w.sc.sites[s].region == info.region {
				w.stirSite(s)
			}
		}
	case EffectReach:
		p := w.product(info.segment, b.By)
		p.Bent += size
		p.Strain = detmath.Log(1 + float64(max(p.Bent, leastAppeal))/float64(units.One))
	}
}

// leastAppeal bounds by how much a product's appeal can fall, less a part of itself.
const leastAppeal = -950_000

// bearTrade adds an effect on the sales of chips: of the family or of all, to those whom
// the event is about. What a buyer chose is his alone.
func (w *World) bearTrade(kind EffectKind, by CompanyID, info *incidentInfo, size units.PPM) {
	for f := FamilyID(1); int(f) < len(w.families); f++ {
		if info.family != 0 && f != info.family {
			continue
		}
		for c := CompanyID(1); int(c) < len(w.companies); c++ {
			mine := by == c || by == 0 || w.sc.families[f].designer == by
			if !mine || w.sc.companies[c].orders&(1<<(f-1)) == 0 || info.set != (CompanySet{}) && !info.set.Has(c) {
				continue
			}
			switch a := w.account(c, f); kind {
			case EffectSales:
				a.Barred += size
				w.bar(c, f)
			case EffectLevy:
				a.Levy += size
			case EffectDuty:
				a.Duty += size
			}
		}
	}
}

// bar notes whether a company may order a family at all. Who may not any more is freed
// of his orders: they are void, and what he paid on them comes back as far as the
// designer has it.
func (w *World) bar(c CompanyID, f FamilyID) {
	co, bit := &w.companies[c], uint64(1)<<(f-1)
	if w.account(c, f).barred() < units.One {
		co.Barred &^= bit
		return
	}
	if co.Barred |= bit; w.sc.families[f].designer == c {
		return
	}
	for at, next := co.Orders, int32(0); at != 0; at = next {
		k := &w.clauses[at]
		if next = k.Mate; k.Family != f || k.Delivered == k.Qty {
			continue
		}
		if deal := &w.contracts[k.Contract.row()]; w.plainOrder(deal) {
			w.end(deal, EventContractEnded, deal.Signed, 0)
		}
	}
}

// plainOrder tells whether a contract is an order for chips and nothing else.
func (w *World) plainOrder(k *Contract) bool {
	c := &w.clauses[k.Clauses]
	p := &w.clauses[c.Next]
	return c.Kind == ClauseDeliver && p.Kind == ClausePay && p.Base == PayPerChip && p.Next == 0
}

// barred is the share of a family's chips that is withheld from a buyer.
func (a *Account) barred() units.PPM { return min(max(a.Barred, 0), units.One) }

// hit does what comes at once.
func (w *World) hit(b *Burden) {
	x := &w.sc.effects[b.Effect]
	share := float64(b.Size) / float64(units.One)
	switch x.kind {
	case EffectMood:
		if b.By == 0 && on(w.sc.setup.Switches.Sentiment) && w.financed() {
			if share < 0 {
				share = float64(share * w.climate.calm())
			}
			w.climate.Fright += share
		} else if b.By != 0 && w.financed() {
			f := &w.finances[b.By]
			f.Mood = min(max(f.Mood+share, -mostMood), mostMood)
		}
	case EffectTolerance:
		row := &w.regions[w.sc.incidents[x.incident].region]
		row.Tolerance = min(max(row.Tolerance+share, 0), 1)
	case EffectTrust:
		co := &w.companies[b.By]
		co.Trust = min(max(co.Trust-w.anger(-float64(b.Size)/trustScale), 0), 100)
	case EffectCost:
		w.payUpTo(b.By, Society, FlowOutside, units.USD(b.Size))
	}
}

// payDuties pays what the state takes of chips that are delivered: a levy from the
// designer, a duty from the buyer, who pays it on what he has built for himself, too.
func (w *World) payDuties(c *Clause, a *Account, n int64) {
	if a.Levy|a.Duty == 0 {
		return
	}
	worth := units.USD(n) * w.families[c.Family].UnitCost
	if p := w.priceOf(c); p != nil {
		worth = units.USD(units.MulDiv(int64(p.Price), n, int64(microUSD)))
	}
	w.payUpTo(c.From, Society, FlowOutside, usd(max(a.Levy, 0).Of(int64(worth))))
	w.payUpTo(c.To, Society, FlowOutside, usd(max(a.Duty, 0).Of(int64(worth))))
}

// barredBy is the event that keeps a company from ordering a family.
func (w *World) barredBy(c CompanyID, f FamilyID) IncidentID {
	for i := range w.burdens {
		b := &w.burdens[i]
		x := &w.sc.effects[b.Effect]
		info := &w.sc.incidents[x.incident]
		if b.On && x.kind == EffectSales && b.Size > 0 && info.family == f && (info.set == (CompanySet{}) || info.set.Has(c)) {
			return x.incident
		}
	}
	return 0
}
