package sim

import "entangle/sim/units"

// openOfficeSpec: open_office opens a place in a region where a company hires
// people whom nobody else reaches. It takes 10 to 20 weeks, and the organisation
// grows slower of it.
var openOfficeSpec = OrderSpec{
	Kind: OrderOpenOffice, Name: "open_office", Group: GroupTalent, Attention: 1, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "office"}},
	Modes:  []ModeSpec{{1 + uint8(TierResearchers), "for_researchers", officeFields}, {1 + uint8(TierEngineers), "for_engineers", officeFields}},
	check:  checkOpenOffice, apply: applyOpenOffice,
}

var officeFields = []FieldSpec{{Field: FieldMode, Name: "office"}, {Field: FieldRegion, Name: "region"},
	{Field: FieldQty, Name: "heads", Unit: noUnit, Min: 5, Max: 2_000}}

const (
	officeSite  = units.USD(2_000_000) // rent, lease and law of an office
	officeHead  = units.USD(60_000)    // a place to work and a permit to do so, per head
	officeTape  = 2.0                  // points of bureaucracy
	officeWeeks = 10                   // at least until it opens, and as many again at most
	officeShare = 4                    // times six weeks in which it is filled where nobody else hires
)

func checkOpenOffice(w *World, o *Order) Refusal {
	if !w.hasTalent() {
		return Refusal{Reason: ReasonNoTalent}
	}
	if !w.sc.hiresIn(o.By, o.Region) {
		return Refusal{Reason: ReasonClosedRegion, Field: FieldRegion, Ref: Ref{OfRegion, int32(o.Region)}}
	}
	rows, used := w.officesOf(o.By), int64(0)
	for i := range rows {
		if rows[i].Region != 0 {
			used++
		}
	}
	if used == officesPerCompany {
		return Refusal{Reason: ReasonOffices, Amounts: Amounts{used, officesPerCompany}, Ref: Ref{OfCompany, int32(o.By)}}
	}
	return w.spend(o.By, officeCost(o))
}

// officeCost is what an office costs at once.
func officeCost(o *Order) units.USD { return officeSite + officeHead*units.USD(o.Qty) }

// officesOf is the rows of a company.
func (w *World) officesOf(c CompanyID) []Office {
	return w.offices[int(c)*officesPerCompany:][:officesPerCompany]
}

func applyOpenOffice(w *World, o *Order) {
	cost := officeCost(o)
	w.payUpTo(o.By, Payroll, FlowPay, cost)
	rows := w.officesOf(o.By)
	for i := range rows {
		if rows[i].Region != 0 {
			continue
		}
		draw := w.stream(streamOffices, w.sc.companies[o.By].key+uint64(i))
		opens := w.Date().AddWeeks(officeWeeks + int(draw.IntN(officeWeeks+1)))
		rows[i] = Office{Region: o.Region, Tier: o.tierOf(), Opens: opens, Heads: int32(o.Qty)}
		break
	}
	w.emit(Event{Kind: EventOfficePlanned, By: o.By, Order: o.Kind, Ref: Ref{OfRegion, int32(o.Region)}, Qty: o.Qty, Amount: int64(cost)})
}

// hireInOffices opens offices whose day has come and fills those that are open:
// the slower, the more others hire in the same region.
func (w *World) hireInOffices() {
	beside := w.room.beside // open offices by region
	hiring, kept := w.room.hiring[:len(w.offices)], 0
	clear(beside)
	for _, i := range w.planned(hiring) {
		k, c := &w.offices[i], CompanyID(i/officesPerCompany)
		if !w.hiresIn(c, k) {
			continue
		}
		hiring[kept] = i
		kept++
		if beside[k.Region]++; !k.Open {
			k.Open = true
			w.addTape(c, officeTape)
			w.emit(Event{Kind: EventOfficeOpen, By: c, Ref: Ref{OfRegion, int32(k.Region)}, Qty: int64(k.Heads)})
		}
	}
	hiring = hiring[:kept]
	if !on(w.sc.setup.Switches.TalentMarket) {
		return
	}
	for _, i := range hiring {
		k := &w.offices[i]
		w.fill(CompanyID(i/officesPerCompany), k, beside[k.Region])
	}
}

// planned lists the rows of offices that there are or will be: which they are nobody could
// guess.
func (w *World) planned(list []int32) []int32 {
	n := 0
	for i := range w.offices {
		list[n] = int32(i)
		n += int(countIf(w.offices[i].Region != 0))
	}
	return list[:n]
}

// hiresIn tells whether an office's day has come; nobody hires for administrators.
func (w *World) hiresIn(c CompanyID, k *Office) bool {
	return k.Opens <= w.Date() && !w.companies[c].Bust
}

// fill hires in an office for six weeks, where so many are open in its region, and closes
// its book when it is full.
func (w *World) fill(c CompanyID, k *Office, beside int32) {
	if w.companies[c].Policy.Growth < 0 {
		return
	}
	n := min(max(k.Heads/(officeShare*beside), 1), k.Heads-k.Hired)
	crew := w.crew(c, k.Tier)
	crew.Trained += int64(n)
	crew.Hires += int64(n)
	crew.Target += float64(n)
	crew.join(int64(n), float64(w.labour.Wage[k.Tier]*officePay), w.slot())
	w.labour.Came[k.Tier] += int64(n)
	if k.Hired += n; k.Hired >= k.Heads {
		*k = Office{}
	}
	w.countStaff(c)
}

// officePay is what people earn there over the market's pay.
const officePay = 0.7
