package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// Lead times in weeks at which a designer thinks its chips scarce, and plenty.
const (
	scarceLead = 20
	plentyLead = 6
)

// rationChips says how own designs are shared out. The bold sell places to who
// pays most and hold some back for them, the thrifty to who pays first, the
// patient to who stays. Prices follow scarcity.
func rationChips(m *mind) {
	if !m.DesignsAny() {
		m.out.Plan.Next[sim.AreaRation] = units.LastDate
		return
	}
	for f := sim.FamilyID(1); int(f) <= m.Families(); f++ {
		if m.Sells(f) {
			m.ration(f)
		}
	}
}

func (m *mind) ration(f sim.FamilyID) {
	now := m.Rationing(f)
	o := &sim.Order{Kind: sim.OrderRation, Family: f, Weights: m.designerWeights(), Qty: m.listPrice(f, now)}
	if m.LeadOf(f) > scarceLead {
		o.Share = ppm(lean(m.Risk, 0, 0.3))
	}
	if o.Share != now.HoldBack || o.Weights != now.Weights || o.Qty != 0 {
		m.sure(o)
	}
}

// designerWeights is what price, prepayment and loyalty weigh with a leadership.
func (m *mind) designerWeights() (w [3]units.PPM) {
	sum := 3 + m.Risk + m.Thrift + m.Patience
	w[0], w[1] = ppm((1+m.Risk)/sum), ppm((1+m.Thrift)/sum)
	w[2] = units.One - w[0] - w[1]
	return w
}

// listPrice is the new list price, 0 to leave it to the drift.
func (m *mind) listPrice(f sim.FamilyID, now sim.Ration) int64 {
	const quarter = 13
	if now.Weeks < quarter {
		return 0
	}
	list := m.ListOf(f)
	switch step := lean(m.Risk, 0.02, 0.09); {
	case m.LeadOf(f) > scarceLead:
		return int64(list + part(list, step))
	case m.LeadOf(f) < plentyLead:
		return max(int64(list-part(list, step)), int64(now.Cost)*5/4)
	}
	return 0
}
