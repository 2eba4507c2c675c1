package chronicle_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/session"
	"entangle/sim/units"
)

// anyOrder is an order as a careless player could give it.
func anyOrder(r *rand.Rand, sc *sim.Scenario) sim.Order {
	specs := sim.OrderSpecs()
	spec := specs[r.IntN(len(specs))]
	o := sim.Order{Kind: spec.Kind, By: sim.CompanyID(1 + r.IntN(sc.Companies())), Mode: uint8(r.IntN(len(spec.Modes) + 1))}
	for _, f := range spec.FieldsOf(o.Mode) {
		switch f.Field {
		case sim.FieldPeer:
			o.Peer = sim.CompanyID(r.IntN(sc.Companies() + 1))
		case sim.FieldSite:
			o.Site = sim.SiteID(r.IntN(sc.Sites() + 1))
		case sim.FieldDest:
			o.Dest = sim.SiteID(r.IntN(sc.Sites() + 1))
		case sim.FieldFamily:
			o.Family = sim.FamilyID(r.IntN(sc.Families() + 1))
		case sim.FieldRegion:
			o.Region = sim.RegionID(r.IntN(sc.Regions() + 1))
		case sim.FieldProgram:
			o.Program = sim.ProgramID(r.IntN(sc.Count(sim.OfProgram) + 1))
		case sim.FieldWeights:
			o.Weights[r.IntN(3)] = units.One - units.PPM(r.IntN(2))
		case sim.FieldWhen:
			o.When = sc.Start().AddDays(r.IntN(1000) - 100)
		case sim.FieldSet:
			o.Set = o.Set.With(sim.CompanyID(1 + r.IntN(sc.Companies())))
		default:
			few := f.Min + int64(r.ExpFloat64()*1e4)
			o.SetNumber(f.Field, []int64{f.Min - 1, f.Min, f.Min + 20, few, few, few, f.Max, f.Max + 1}[r.IntN(8)])
		}
	}
	return o
}

// Whatever is wrong with an order, the refusal says so in whole sentences.
func TestRefusalsOfCarelessOrders(t *testing.T) {
	sc := quartet(t)
	s := session.New(sc)
	s.Reset(1)
	r := rand.New(rand.NewPCG(1, 2))
	met := map[sim.Reason]bool{}
	for range 10 {
		for range 1000 {
			o := anyOrder(r, sc)
			if refusal := sim.Check(s.World, o); !refusal.Allowed() {
				met[refusal.Reason] = true
				explained(t, sc, refusal, o)
			}
		}
		s.Advance(nil)
	}
	if len(met) < 10 {
		t.Errorf("only %d reasons were met", len(met))
	}
}

// explained fails when a refusal, or the event of it, is not told in full.
func explained(t *testing.T, sc *sim.Scenario, r sim.Refusal, o sim.Order) {
	t.Helper()
	e := sim.Event{Kind: sim.EventOrderRefused, By: o.By, Peer: o.Peer, Reason: r.Reason, Order: o.Kind, Ref: r.Ref, Qty: r.Need}
	for _, lang := range assets.Languages() {
		lex := lexes[lang]
		if lex == nil {
			lex = words(t, lang)
			lexes[lang] = lex
		}
		texts := []string{chronicle.Refusal(lex, sc, r, o)}
		if o.Kind.Spec().Kind != sim.OrderNone {
			texts = append(texts, chronicle.Sentence(lex, sc, e))
		}
		for _, text := range texts {
			if strings.ContainsAny(text, "{}[]") {
				t.Errorf("%s, %+v: %q", r.Reason.Spec().Name, o, text)
			}
		}
	}
}

// lexes keeps what explained has read.
var lexes = map[string]*assets.Lexicon{}

// Each reason, with the orders and the entity that the engine refuses for it,
// is explained, with something to be had and with nothing.
func TestEveryReasonIsExplained(t *testing.T) {
	sc := quartet(t)
	orders := map[sim.OrderKind]sim.Order{
		sim.OrderChips:         {Kind: sim.OrderChips, By: 2, Family: 1, Qty: 5, Site: 2},
		sim.OrderRent:          {Kind: sim.OrderRent, By: 4, Peer: 3, Family: 1, Qty: 5, Weeks: 26, Price: 1},
		sim.OrderOpenFleet:     {Kind: sim.OrderOpenFleet, By: 3, Family: 1, Qty: 5, Site: 4},
		sim.OrderPlaceFleet:    {Kind: sim.OrderPlaceFleet, By: 3, Family: 1, Qty: 5, Site: 4, Dest: 3},
		sim.OrderRation:        {Kind: sim.OrderRation, By: 3, Family: 1, Weights: [3]units.PPM{units.One}},
		sim.OrderGateSilicon:   {Kind: sim.OrderGateSilicon, By: 3, Mode: sim.GateFund, Program: 1},
		sim.OrderGateProgramme: {Kind: sim.OrderGateProgramme, By: 3, Mode: sim.DecideShip, Program: 1},
		sim.OrderPortStack:     {Kind: sim.OrderPortStack, By: 3, Family: 1, Qty: 5, Weeks: 8},
		sim.OrderSetPolicy:     {Kind: sim.OrderSetPolicy, Mode: sim.PolicyPrice, By: 4, Price: 1},

		sim.OrderBreakGround: {Kind: sim.OrderBreakGround, By: 3, Site: 4, Qty: 50_000},
		sim.OrderJoinQueue:   {Kind: sim.OrderJoinQueue, Mode: sim.QueueWithdraw, By: 3, Site: 4, Qty: 50_000},
		sim.OrderBridgePower: {Kind: sim.OrderBridgePower, Mode: sim.BridgePermitLater, By: 3, Site: 4, Qty: 50_000},
		sim.OrderSignEnergy:  {Kind: sim.OrderSignEnergy, Mode: uint8(sim.SourceNuclear), By: 3, Site: 4, Qty: 50_000, Weeks: 104},
		sim.OrderLayOff:      {Kind: sim.OrderLayOff, Mode: 1, By: 3, Qty: 5},
		sim.OrderOpenOffice:  {Kind: sim.OrderOpenOffice, Mode: 1, By: 3, Region: 1, Qty: 50},
		sim.OrderMakePact:    {Kind: sim.OrderMakePact, Mode: sim.PactAir, By: 3, Region: 1, Qty: 5_000_000},

		// capital
		sim.OrderRaiseEquity: {Kind: sim.OrderRaiseEquity, By: 3, Qty: 50_000_000},
		sim.OrderBorrow:      {Kind: sim.OrderBorrow, Mode: uint8(sim.LoanChips), By: 3, Qty: 50_000_000, Weeks: 104},
		sim.OrderGuide:       {Kind: sim.OrderGuide, By: 3, Qty: 50_000_000},

		sim.OrderReorganise:  {Kind: sim.OrderReorganise, Mode: uint8(sim.FormFlat), By: 3},
		sim.OrderDelegate:    {Kind: sim.OrderDelegate, Mode: uint8(sim.GroupPower), By: 3},
		sim.OrderWarRoom:     {Kind: sim.OrderWarRoom, Mode: uint8(sim.GroupPower), By: 3, Weeks: 4},
		sim.OrderInvestigate: {Kind: sim.OrderInvestigate, Mode: uint8(sim.SubjectMoney), By: 3, Peer: 1},
	}
	orders[sim.OrderBook] = sim.Order{Kind: sim.OrderBook, Mode: sim.BookRamp, By: 3, Peer: 2, Qty: 5_000_000, When: sc.Start(), Weeks: 156, Price: 1}
	orders[sim.OrderExpandSupply] = sim.Order{Kind: sim.OrderExpandSupply, Mode: uint8(sim.SupplyPackaging), By: 3, Qty: 50}
	orders[sim.OrderStartRun] = sim.Order{Kind: sim.OrderStartRun, Mode: sim.RecipeKnown, By: 3, Qty: 5}
	orders[sim.OrderSteerRun] = sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerExtend, By: 3, Model: 17, Qty: 5}
	orders[sim.OrderRelease] = sim.Order{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseOpen), By: 3, Model: 17, Weeks: 4}
	orders[sim.OrderEnterBenchmark] = sim.Order{Kind: sim.OrderEnterBenchmark, Mode: uint8(sim.EntryTuned), By: 3, Model: 17}
	orders[sim.OrderLicenseModel] = sim.Order{Kind: sim.OrderLicenseModel, Mode: uint8(sim.LicenceHost), By: 3, Model: 1, Weeks: 26}
	model := sim.Ref{Of: sim.OfModel, ID: 17}
	programme := sim.Ref{Of: sim.OfProgram, ID: 1}
	company, site, family := sim.Ref{Of: sim.OfCompany, ID: 3}, sim.Ref{Of: sim.OfSite, ID: 4}, sim.Ref{Of: sim.OfFamily, ID: 1}
	region := sim.Ref{Of: sim.OfRegion, ID: 1}
	cases := map[sim.Reason]struct {
		field sim.FieldID
		ref   sim.Ref
		by    []sim.OrderKind
	}{
		sim.ReasonUnknownKind:   {sim.FieldMode, sim.Ref{}, []sim.OrderKind{sim.OrderSetPolicy, 99}},
		sim.ReasonUnusedField:   {0, sim.Ref{}, []sim.OrderKind{sim.OrderChips, sim.OrderRent}},
		sim.ReasonNoSuchThing:   {sim.FieldPeer, company, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonTooSmall:      {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderChips, sim.OrderRent}},
		sim.ReasonTooLarge:      {sim.FieldWeeks, sim.Ref{}, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonNotOwnSite:    {sim.FieldSite, company, []sim.OrderKind{sim.OrderChips, sim.OrderOpenFleet, sim.OrderPlaceFleet}},
		sim.ReasonSameSite:      {sim.FieldDest, site, []sim.OrderKind{sim.OrderPlaceFleet}},
		sim.ReasonSamePeer:      {sim.FieldPeer, sim.Ref{}, []sim.OrderKind{sim.OrderRent, sim.OrderBook}},
		sim.ReasonNotSoldTo:     {0, company, []sim.OrderKind{sim.OrderChips}},
		sim.ReasonNoResale:      {sim.FieldFamily, family, []sim.OrderKind{sim.OrderPlaceFleet}},
		sim.ReasonOwnFamily:     {0, family, []sim.OrderKind{sim.OrderChips}},
		sim.ReasonNoSlots:       {sim.FieldQty, company, []sim.OrderKind{sim.OrderChips}},
		sim.ReasonCash:          {0, sim.Ref{}, []sim.OrderKind{sim.OrderChips, sim.OrderRent, sim.OrderBook}},
		sim.ReasonContractLimit: {0, company, []sim.OrderKind{sim.OrderChips, sim.OrderRent}},
		sim.ReasonBidLimit:      {0, sim.Ref{}, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonNotOffered:    {sim.FieldPeer, company, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonExcluded:      {sim.FieldPeer, company, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonOfferTooSmall: {sim.FieldQty, site, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonUnderFloor:    {sim.FieldPrice, site, []sim.OrderKind{sim.OrderRent}},
		sim.ReasonNoSuchChips:   {sim.FieldQty, site, []sim.OrderKind{sim.OrderOpenFleet, sim.OrderPlaceFleet}},
		sim.ReasonNoPower:       {sim.FieldQty, site, []sim.OrderKind{sim.OrderPlaceFleet}},
		sim.ReasonAttention:     {0, sim.Ref{}, []sim.OrderKind{sim.OrderChips, sim.OrderSetPolicy}},
		sim.ReasonPending:       {0, sim.Ref{}, []sim.OrderKind{sim.OrderChips}},
		sim.ReasonBadWeights:    {sim.FieldWeights, sim.Ref{}, nil},
		sim.ReasonBadDate:       {sim.FieldWhen, sim.Ref{}, nil},
		sim.ReasonNotDesigner:   {sim.FieldFamily, company, []sim.OrderKind{sim.OrderRation}},
		sim.ReasonTooSoon:       {sim.FieldQty, family, []sim.OrderKind{sim.OrderRation}},
		sim.ReasonRipe:          {sim.FieldFamily, family, []sim.OrderKind{sim.OrderPortStack}},
		sim.ReasonNoTestBlock:   {sim.FieldFamily, family, []sim.OrderKind{sim.OrderPortStack}},
		sim.ReasonNoEngineers:   {sim.FieldQty, family, []sim.OrderKind{sim.OrderPortStack}},
		sim.ReasonNotOut:        {sim.FieldFamily, family, []sim.OrderKind{sim.OrderChips}},
		sim.ReasonNotOwnProgram: {sim.FieldProgram, company, []sim.OrderKind{sim.OrderGateSilicon}},
		sim.ReasonProgramOver:   {sim.FieldProgram, programme, []sim.OrderKind{sim.OrderGateSilicon}},
		sim.ReasonSamePace:      {sim.FieldMode, programme, []sim.OrderKind{sim.OrderGateSilicon}},
		sim.ReasonOtherProgram:  {sim.FieldProgram, programme, []sim.OrderKind{sim.OrderGateSilicon, sim.OrderGateProgramme}},
		sim.ReasonStageMissing:  {sim.FieldMode, programme, []sim.OrderKind{sim.OrderGateProgramme}},
		sim.ReasonServesNobody:  {0, sim.Ref{}, []sim.OrderKind{sim.OrderSetPolicy}},

		sim.ReasonNoPlace:      {sim.FieldRegion, sim.Ref{}, []sim.OrderKind{sim.OrderBreakGround, sim.OrderJoinQueue}},
		sim.ReasonNoGrowth:     {sim.FieldSite, region, []sim.OrderKind{sim.OrderBreakGround, sim.OrderMakePact}},
		sim.ReasonClosedRegion: {sim.FieldSite, region, []sim.OrderKind{sim.OrderBreakGround, sim.OrderJoinQueue, sim.OrderRent, sim.OrderBook}},
		sim.ReasonNeedsSite:    {0, region, []sim.OrderKind{sim.OrderJoinQueue, sim.OrderMakePact}},
		sim.ReasonProjects:     {0, sim.Ref{}, []sim.OrderKind{sim.OrderBreakGround, sim.OrderBridgePower, sim.OrderSignEnergy, sim.OrderStartRun, sim.OrderSteerRun, sim.OrderExpandSupply}},
		sim.ReasonTolerance:    {0, region, []sim.OrderKind{sim.OrderBreakGround}},
		sim.ReasonPowerLeft:    {sim.FieldQty, site, []sim.OrderKind{sim.OrderBridgePower, sim.OrderJoinQueue}},
		sim.ReasonNoUnits:      {sim.FieldQty, region, []sim.OrderKind{sim.OrderBridgePower, sim.OrderSignEnergy}},
		sim.ReasonSuitOpen:     {0, region, []sim.OrderKind{sim.OrderMakePact}},

		sim.ReasonNoTalent: {0, sim.Ref{}, []sim.OrderKind{sim.OrderLayOff, sim.OrderOpenOffice, sim.OrderSetPolicy}},
		sim.ReasonNoHeads:  {sim.FieldQty, company, []sim.OrderKind{sim.OrderLayOff}},
		sim.ReasonOffices:  {0, company, []sim.OrderKind{sim.OrderOpenOffice}},

		// Customers.
		sim.ReasonNotHosted: {sim.FieldModel, model, []sim.OrderKind{sim.OrderLicenseModel}},
		sim.ReasonLicensed:  {sim.FieldModel, company, []sim.OrderKind{sim.OrderLicenseModel}},

		// Models.
		sim.ReasonMakesNone:   {0, sim.Ref{}, []sim.OrderKind{sim.OrderStartRun, sim.OrderSteerRun, sim.OrderRelease, sim.OrderEnterBenchmark}},
		sim.ReasonNotOwnModel: {sim.FieldModel, company, []sim.OrderKind{sim.OrderSteerRun, sim.OrderRelease, sim.OrderEnterBenchmark}},
		sim.ReasonNoRun:       {sim.FieldModel, model, []sim.OrderKind{sim.OrderSteerRun}},
		sim.ReasonRunTooBig:   {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderStartRun, sim.OrderSteerRun}},
		sim.ReasonNotFinished: {sim.FieldModel, model, []sim.OrderKind{sim.OrderSteerRun, sim.OrderRelease, sim.OrderEnterBenchmark}},
		sim.ReasonOnOffer:     {sim.FieldModel, model, []sim.OrderKind{sim.OrderRelease}},
		sim.ReasonEntered:     {sim.FieldModel, model, []sim.OrderKind{sim.OrderEnterBenchmark}},
		// Stars, whom this scenario does without: see TestStarsAreExplained.
		sim.ReasonNoCompute: {}, sim.ReasonNoMandate: {}, sim.ReasonNoOccasion: {}, sim.ReasonNoTeam: {}, sim.ReasonNoLink: {},

		// capital
		sim.ReasonNoCapital:  {0, sim.Ref{}, []sim.OrderKind{sim.OrderRaiseEquity, sim.OrderBorrow, sim.OrderGuide}},
		sim.ReasonInsolvent:  {0, company, []sim.OrderKind{sim.OrderRaiseEquity, sim.OrderChips}},
		sim.ReasonStake:      {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderRaiseEquity}},
		sim.ReasonCollateral: {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderBorrow}},
		sim.ReasonCover:      {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderBorrow}},
		sim.ReasonLenders:    {0, sim.Ref{}, []sim.OrderKind{sim.OrderBorrow}},
		sim.ReasonLoans:      {0, sim.Ref{}, []sim.OrderKind{sim.OrderBorrow}},
		sim.ReasonGuided:     {0, sim.Ref{}, []sim.OrderKind{sim.OrderGuide}},
		sim.ReasonOtherSite:  {sim.FieldSite, company, []sim.OrderKind{sim.OrderBook}},
		sim.ReasonBookingDay: {sim.FieldWhen, sim.Ref{}, []sim.OrderKind{sim.OrderBook}},
		sim.ReasonNoHeadroom: {sim.FieldQty, company, []sim.OrderKind{sim.OrderBook}},
		sim.ReasonCredit:     {sim.FieldQty, company, []sim.OrderKind{sim.OrderBook}},
		sim.ReasonUnderAsk:   {sim.FieldPrice, company, []sim.OrderKind{sim.OrderBook}},
		sim.ReasonNotBooked:  {sim.FieldPeer, company, []sim.OrderKind{sim.OrderBook}},
		sim.ReasonTooHigh:    {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderGuide}},
		sim.ReasonOwnStar:    {}, sim.ReasonNotOwnStar: {}, sim.ReasonSettling: {}, sim.ReasonAbroad: {}, sim.ReasonLowPay: {},

		sim.ReasonNotPlayed:  {0, sim.Ref{}, []sim.OrderKind{sim.OrderReorganise, sim.OrderDelegate, sim.OrderWarRoom, sim.OrderInvestigate, sim.OrderBook, sim.OrderExpandSupply}},
		sim.ReasonNotMaker:   {sim.FieldMode, company, []sim.OrderKind{sim.OrderExpandSupply}},
		sim.ReasonNoTools:    {sim.FieldQty, sim.Ref{}, []sim.OrderKind{sim.OrderExpandSupply}},
		sim.ReasonSameForm:   {sim.FieldMode, sim.Ref{}, []sim.OrderKind{sim.OrderReorganise}},
		sim.ReasonHasDeputy:  {sim.FieldMode, sim.Ref{}, []sim.OrderKind{sim.OrderDelegate}},
		sim.ReasonNoDeputy:   {sim.FieldMode, sim.Ref{}, []sim.OrderKind{sim.OrderDelegate, sim.OrderChips}},
		sim.ReasonDeputyBusy: {0, sim.Ref{}, []sim.OrderKind{sim.OrderChips}},
		// Events from outside, without which this scenario is: see TestEventsAreExplained.
		sim.ReasonNotOpen: {}, sim.ReasonNotAsked: {}, sim.ReasonAnswered: {}, sim.ReasonBarred: {},
		sim.ReasonKnown: {0, company, []sim.OrderKind{sim.OrderInvestigate}},
	}
	for _, reason := range sim.Reasons() {
		c, known := cases[reason]
		if !known {
			t.Errorf("say which orders are refused for %s", reason.Spec().Name)
		}
		for _, kind := range c.by {
			o := orders[kind]
			o.Kind, o.By = kind, max(o.By, 1)
			for _, have := range []int64{0, 1, 7} {
				explained(t, sc, sim.Refusal{Reason: reason, Field: c.field, Amounts: sim.Amounts{Have: have, Need: 8}, Ref: c.ref}, o)
			}
			if o.Kind == sim.OrderRent {
				o.Site = 4
				explained(t, sc, sim.Refusal{Reason: reason, Field: c.field, Amounts: sim.Amounts{Have: 3, Need: 8}, Ref: c.ref}, o)
			}
		}
	}
}

func TestRefusalsByExample(t *testing.T) {
	sc := quartet(t)
	en, zh := words(t, "en"), words(t, "zh")
	lumen, harbour, quay, basin := sim.CompanyID(4), sim.CompanyID(3), sim.SiteID(4), sim.SiteID(3)
	bid := sim.Order{Kind: sim.OrderRent, By: lumen, Peer: harbour, Family: 1, Qty: 12_000, Weeks: 26, Price: 2_000_000}
	move := sim.Order{Kind: sim.OrderPlaceFleet, By: harbour, Family: 1, Qty: 500, Site: quay, Dest: basin}
	toBasin := sim.Ref{Of: sim.OfSite, ID: int32(basin)}
	for _, c := range []struct {
		r      sim.Refusal
		o      sim.Order
		en, zh string
	}{
		{sim.Refusal{Reason: sim.ReasonOfferTooSmall, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 9_500, Need: 12_000}, Ref: toBasin}, bid,
			"Harbour offers 9,500 Hammer chips at Basin; Lumen asked for 12,000. Ask for 9,500 or fewer, or name another site.",
			"港湾在内港挂牌的锤系列芯片只有 9500 颗，流明要租 12,000 颗。请租不超过 9500 颗，或另选数据中心。"},
		{sim.Refusal{Reason: sim.ReasonUnderFloor, Field: sim.FieldPrice, Amounts: sim.Amounts{Have: 2_000_000, Need: 2_000_400}, Ref: toBasin}, bid, // two decimals would not tell them apart
			"Lumen would pay $2 per H100e-hour at most; Harbour lets at Basin for no less than $2.0004 per H100e-hour. A ceiling of $2.0004 per H100e-hour would pass.",
			"流明最高只出每 H100e 每小时 2 美元，港湾在内港的底价为每 H100e 每小时 2.0004 美元。出价不低于每 H100e 每小时 2.0004 美元方可。"},
		{sim.Refusal{Reason: sim.ReasonTooLarge, Field: sim.FieldWeeks, Amounts: sim.Amounts{Have: 200, Need: 156}}, bid,
			"The term is 200 weeks; this order takes no more than 156 weeks.", "期限为 200 周，不得高于 156 周。"},
		{sim.Refusal{Reason: sim.ReasonCash, Amounts: sim.Amounts{Have: 45_010_000, Need: 45_020_000}}, sim.Order{Kind: sim.OrderChips, By: harbour, Family: 1, Qty: 9, Site: quay},
			"Harbour may spend $45,010,000 above its cash floor; the deposit comes to $45,020,000. Fewer chips, a smaller share prepaid or a lower floor would pass.",
			"港湾在现金下限之上可动用 45,010,000 美元，定金需要 45,020,000 美元。请减少数量、降低预付比例，或调低现金下限。"},
		{sim.Refusal{Reason: sim.ReasonNoPower, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 1, Need: 500}, Ref: toBasin}, move,
			"The power left at Basin runs 1 more Hammer chip; Harbour wants to move 500 there. Move 1 or fewer, or wait for more power.",
			"内港数据中心的余电还能带动 1 颗锤系列芯片，港湾要调入 500 颗。请调入不超过 1 颗，或等新的电力接通。"},
		{sim.Refusal{Reason: sim.ReasonNoPower, Field: sim.FieldQty, Amounts: sim.Amounts{Need: 500}, Ref: toBasin}, move,
			"Basin has no power left for Hammer chips; Harbour wants to move 500 there. Choose another site, or wait for more power.",
			"内港数据中心已无余电可供锤系列芯片，港湾要调入 500 颗。请另选一处，或等新的电力接通。"},
	} {
		if got := chronicle.Refusal(en, sc, c.r, c.o); got != c.en {
			t.Errorf("got  %s\nwant %s", got, c.en)
		}
		if got := chronicle.Refusal(zh, sc, c.r, c.o); got != c.zh {
			t.Errorf("got  %s\nwant %s", got, c.zh)
		}
	}
}

// Kinds of event whose sentences depend on what is there.
func TestSentencesByExample(t *testing.T) {
	sc := quartet(t)
	en, zh := words(t, "en"), words(t, "zh")
	for _, c := range []struct {
		e      sim.Event
		en, zh string
	}{
		{sim.Event{Kind: sim.EventPolicySet, By: 4, Order: sim.OrderSetPolicy, Qty: int64(sim.PolicyCashFloor), Amount: 150_000_000},
			"Lumen sets its cash floor to $150M.", "流明将“现金下限”设为 1.5 亿美元。"},
		{sim.Event{Kind: sim.EventPolicySet, By: 4, Order: sim.OrderSetPolicy, Qty: int64(sim.PolicyRenew), Amount: int64(units.One / 2)},
			"Lumen sets its renewal share to 50%.", "流明将“续租比例”设为 50%。"},
		{sim.Event{Kind: sim.EventQuarterClosed, By: 1}, "Anvil closes the quarter without revenue.", "铁砧本季度没有营收。"},
		{sim.Event{Kind: sim.EventPaymentMissed, By: 4, Peer: 3, Ref: sim.Ref{Of: sim.OfContract, ID: 9}, Amount: 12_000_000},
			"Lumen falls behind on its payments to Harbour: $12M is overdue.", "流明拖欠港湾的款项，逾期 1200 万美元。"},
		{sim.Event{Kind: sim.EventPaymentMissed, By: 4, Amount: 3_000_000},
			"Lumen cannot pay $3M of its overheads for the week.", "流明本周的运营费用有 300 万美元无力支付。"},
		{sim.Event{Kind: sim.EventContractEnded, By: 3, Peer: 1},
			"The contract between Harbour and Anvil ends.", "港湾与铁砧的合同终止。"},
		{sim.Event{Kind: sim.EventOrderRefused, By: 4, Order: sim.OrderChips, Reason: sim.ReasonCash, Qty: 45_000_000},
			"Lumen could not order chips: it may not spend the $45M that this commits.", "流明未能订购芯片：可动用的现金不足 4500 万美元。"},
	} {
		if got := chronicle.Sentence(en, sc, c.e); got != c.en {
			t.Errorf("got  %s\nwant %s", got, c.en)
		}
		if got := chronicle.Sentence(zh, sc, c.e); got != c.zh {
			t.Errorf("got  %s\nwant %s", got, c.zh)
		}
	}
}

// An order that names no place where it must name one is told without it.
func TestLinesWithoutAPlace(t *testing.T) {
	sc := quartet(t)
	for _, o := range []sim.Order{{Kind: sim.OrderBreakGround, By: 3, Qty: 50_000}, {Kind: sim.OrderBreakGround, By: 3},
		{Kind: sim.OrderJoinQueue, Mode: sim.QueueFirm, By: 3, Qty: 50_000}, {Kind: sim.OrderJoinQueue, Mode: sim.QueueFlexible, By: 3},
		{Kind: sim.OrderJoinQueue, Mode: sim.QueueWithdraw, By: 3, Qty: 50_000}} {
		for _, lang := range assets.Languages() {
			if text := chronicle.Order(words(t, lang), sc, o); strings.ContainsAny(text, "{}") {
				t.Errorf("%s: %q", lang, text)
			}
		}
	}
}
