package sim_test

// mutant is a change of one line of the rules that a law must catch.
type mutant struct {
	law      string
	file     string
	old, new string
}

// mutants has at least one row per law. Each stands for a slip that somebody
// could make; `old` occurs once in its file.
var mutants = []mutant{
	{"money", "ledger.go", "w.book(to, why, in, amount)", "w.book(to, why, in, amount-amount/1000)"},
	{"money", "ledger.go", "w.outside[-p] += sign", "w.outside[-p] += 0"},
	{"ledger", "ledger.go", "w.total[(int(p)*int(FlowCount)+int(why))*2+way] += amount", "w.total[(int(p)*int(FlowCount)+int(why))*2+way] = amount"},
	{"solvency", "ledger.go", "amount > have {", "amount > have && why != FlowOverhead {"},
	{"power bill", "phase_ledger.go", "co.Arrears = due - w.payUpTo", "co.Arrears = -w.payUpTo"},
	{"chips", "phase_deliveries.go", "f.Made += f.Built", "f.Made += f.Built + 1"},
	{"chips", "order_place_fleet.go", "f.Ready -= n", "f.Ready -= n - 1"},
	{"backlog", "phase_deliveries.go", "fam.Backlog -= units.Chips(n)", "fam.Backlog -= units.Chips(n / 2)"},
	{"backlog", "order_chips.go", "w.families[o.Family].Backlog += units.Chips(o.Qty)", "w.families[o.Family].Backlog += 0"},
	{"orders", "clause_deliver.go", "w.expect(c, -1)", "w.expect(c, 0)"},
	{"orders", "order_chips_more.go", "w.expect(c, +1)", "w.expect(c, 0)"},
	{"orders", "phase_deliveries.go", "w.expectLess(c, n)", "w.expectLess(c, n/2)"},
	{"running", "stock.go", "f.Running = runs\n", "f.Running = runs + 1\n"},
	{"power", "phase_power.go", "s.Used = w.fillSite(s, info.owner, w.limit(s))", "s.Used = w.fillSite(s, info.owner, w.limit(s)) + 1"},
	{"power", "stock.go", "draw > live-used {", "draw > live {"},
	{"energised", "phase_building.go", "w.sites[info.site].Grid += s.Add", "w.sites[info.site].Grid += s.Add / 2"},
	{"energised", "queue.go", "s.Wired += part", "s.Wired += part / 2"},
	{"energised", "phase_building.go", "s.Energised = w.", "_ = w."},
	{"works", "works.go", "w.companies[owner].Finished += k.Power", "w.companies[owner].Finished += k.Power / 2"},
	{"works", "order_break_ground.go", "co.Broken += power", "co.Broken += power + 1"},
	{"queue", "queue.go", "row.Granted += part", "row.Granted += part / 2"},
	{"queue", "queue.go", "row.Places++", "row.Places += row.Places % 2"},
	{"plants", "plants.go", "\ts.Gen += p.Power", "\ts.Gen += p.Power / 2"},
	{"plants", "plants.go", "w.sites[site].Clean += p.clean()", "w.sites[site].Clean += 0"},
	{"due", "phase_neighbours.go", "w.suits[c]--", "w.suits[c] -= 0"},
	{"due", "rests.go", "w.rests[c] = 0", "_ = c"},
	{"letting", "phase_orders.go", "f.Let += n", "f.Let += n / 2"},
	{"letting", "clause_capacity.go", "f.Let -= n", "f.Let -= n - 1"},
	{"letting", "rentals.go", "int64(min(f.Running, f.Ready)-f.Let)", "int64(min(f.Running, f.Ready))"},
	{"capacity", "phase_compute.go", "tenant.Rented += got", "tenant.Rented += got + 1"},
	{"serving", "phase_customers.go", "int64(p.Wanted), int64(room), int64(co.Wanted))", "int64(p.Wanted), int64(co.Wanted), int64(co.Wanted))"},
	{"serving", "phase_customers.go", "w.segments[s].Served += p.Served", "w.segments[s].Served += p.Wanted"},
	{"serving", "phase_customers.go", "more = min(more, p.use(spare))", "more = p.use(spare) + 1000"},
	{"contracts", "clause.go", "w.companies[k.Parties[0]].Contracts--", "w.companies[k.Parties[1]].Contracts--"},
	{"contracts", "contract.go", "c.Contract, c.Next = id, 0", "c.Contract, c.Next = id^1<<contractRowBits, 0"},
	{"power bill", "energy.go", "max(0, t.Drawn-t.Bought)", "max(0, t.Drawn)"},
	{"power bill", "phase_power.go", "co.PowerBill += w.energyBill(s, info)", "co.PowerBill = w.energyBill(s, info)"},
	{"rows", "clause.go", "w.head.FreeClause = at", "_ = at"},
	{"rows", "clause.go", "w.head.FreeContract = row", "_ = row"},
	{"books", "books.go", "*at = c.Mate", "_ = c.Mate"},
	{"books", "books.go", "*at = c.Behind", "*at = 0"},
	{"chips", "phase_deliveries.go", "f.Coming -= f.Installing[slot]", "f.Coming -= f.Installing[slot] / 2"},
	{"terms", "phase_contracts.go", "over := k.End != 0 && k.End <= next", "over := false && k.End <= next"},
	{"terms", "phase_contracts.go", "int32(k.Missed) >= w.params.GraceWeeks", "int32(k.Missed) > 200"},
	{"billing", "clause_pay.go", "return units.Rent(c.Price, ", "return units.Rent(c.Price/2, "},
	{"billing", "phase_contracts.go", "k.Turn != turn && ", "turn > 0 && "},
	{"billing", "clause_pay.go", "if c.Owed = all - paid; c.Owed > 0 {", "if c.Owed > 0 {"},
	{"blocks", "phase_compute.go", "if f.Running < f.Let {", "if f.Running < 0 {"},
	{"letting", "rentals.go", "f.Later -= units.Chips(c.Qty)", "f.Later -= 0"},
	{"chips", "resale.go", "row.Resold += n", "row.Resold += n / 2"},
	{"booked", "rentals.go", "Booked -= w.h100eOf(c)", "Booked -= 0"},
	{"engineers", "order_gate_silicon.go", "co.Designing += int64(p.Engineers)", "co.Designing += 1"},
	{"spot", "phase_spot.go", "co.SpotIn = q", "co.SpotIn = q + 1"},
	{"spot", "phase_spot.go", "w.pay(Exchange, Party(c), FlowSpot, due)", "w.pay(Exchange, Party(c), FlowSpot, due/2)"},
	{"building", "phase_deliveries.go", "f.Built = min(f.Capacity, f.toBuild())", "f.Built = f.toBuild()"},
	{"waiting", "waiting.go", "w.companies[x.Order.By].Waiting--", "w.companies[x.Order.By].Waiting -= 2"},
	{"waiting", "waiting.go", "if x.Due > w.head.Tick {", "if x.Due >= w.head.Tick {"},
	{"ranges", "customers_price.go", "worth/compute, 0, maxExact)), minPrice)", "worth/compute, 0, maxExact)), 0) - 200*microUSD"},
	{"ranges", "customers_choose.go", "min(weeks/g.Memory, 1)", "weeks/(g.Memory-g.Memory)"},

	// Customers.
	{"offers", "customers_choose.go", "best, most = m, v\n\t\t}\n\t}\n\treturn", "best, most = m+8, v\n\t\t}\n\t}\n\treturn"},
	{"licences", "phase_customers.go", "w.clauses[p.Licence].Delivered += int64(paid)", "w.clauses[p.Licence].Delivered += int64(sum) + int64(sum)*9"},
	{"licences", "clause_pay.go", "return usd(c.Share.Of(o.Delivered))", "return usd(c.Share.Of(o.Delivered)) / 2"},
	{"training", "phase_models.go", "w.labs[c].Flop += add", "w.labs[c].Flop += flop"},
	{"models", "order_enter_benchmark.go", "	w.refresh(o.By)", "	_ = o.By"},
}
