package chronicle_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/chronicle"
)

// example is an event and how it is told.
type example struct {
	e      sim.Event
	en, zh string
}

func asTold(t *testing.T, sc *sim.Scenario, list []example) {
	t.Helper()
	en, zh := words(t, "en"), words(t, "zh")
	for _, c := range list {
		if got := chronicle.Sentence(en, sc, c.e); got != c.en {
			t.Errorf("got  %s\nwant %s", got, c.en)
		}
		if got := chronicle.Sentence(zh, sc, c.e); got != c.zh {
			t.Errorf("got  %s\nwant %s", got, c.zh)
		}
	}
}

// found is the number of a thing in a scenario.
func found(t *testing.T, sc *sim.Scenario, of sim.Entity, name string) int32 {
	t.Helper()
	id, near := sc.Find(of, name)
	if id == 0 {
		t.Fatalf("the scenario has no %s; near it: %q", name, near)
	}
	return id
}

// A company that deals with itself is not told as its own customer.
func TestNobodyDealsWithItself(t *testing.T) {
	sc := shipped(t, "2025")
	google, v6e := sim.CompanyID(found(t, sc, sim.OfCompany, "google")), sim.FamilyID(found(t, sc, sim.OfFamily, "trillium"))
	site := sim.Ref{Of: sim.OfSite}
	for site.ID = 1; sc.Owner(sim.SiteID(site.ID)) != google; site.ID++ {
	}
	place := sc.TitleOf(site)
	asTold(t, sc, []example{
		{sim.Event{Kind: sim.EventChipsOrdered, By: google, Peer: google, Family: v6e, Qty: 1200, Amount: 12_000_000},
			"Google orders 1,200 TPU v6e chips of its own, at a cost of $12M.", "谷歌下单制造 1200 颗自研的 TPU v6e 系列芯片，成本为 1200 万美元。"},
		{sim.Event{Kind: sim.EventChipsDelivered, By: google, Peer: google, Family: v6e, Ref: site, Qty: 39_100_000},
			"Google receives 39,100 H100e of its own TPU v6e chips at " + place.En + ".", "谷歌的" + place.Zh + "数据中心收到自研的 TPU v6e 系列芯片，合 3.91 万 H100e。"},
	})
}

// A licence is told with its use: whoever gives up its own model does more than whoever
// has that of another on the shelf.
func TestLicencesSayWhatFor(t *testing.T) {
	sc := shipped(t, "2025")
	apple, openai := sim.CompanyID(found(t, sc, sim.OfCompany, "apple")), sim.CompanyID(found(t, sc, sim.OfCompany, "openai"))
	model := sim.Ref{Of: sim.OfModel, ID: 1}
	for sc.ModelOwner(sim.ModelID(model.ID)) != openai {
		model.ID++
	}
	e := sim.Event{Kind: sim.EventLicenceSigned, Mode: uint8(sim.LicenceCore), By: apple, Peer: openai, Ref: model, Qty: 70, Amount: 250_000}
	host := e
	host.Mode = uint8(sim.LicenceHost)
	asTold(t, sc, []example{
		{e, "Apple takes in o1 as the core of its products for 70 weeks, and pays OpenAI 25% of what it earns with it.",
			"苹果引入 OpenAI 的 o1 作为产品核心，为期 70 周，费用为由此所得营收的 25%。"},
		{host, "Apple takes in o1 to host it for 70 weeks, and pays OpenAI 25% of what it earns with it.",
			"苹果引入 OpenAI 的 o1 用于托管，为期 70 周，费用为由此所得营收的 25%。"},
	})
}

// Who or what has no name of its own begins with a small letter, but not at the start of
// a sentence.
func TestWhatIsDescribedIsNoName(t *testing.T) {
	sc := shipped(t, "2025")
	meta, others := sim.CompanyID(found(t, sc, sim.OfCompany, "meta")), sim.CompanyID(found(t, sc, sim.OfCompany, "others"))
	someone := sim.Ref{Of: sim.OfPerson}
	for sc.TitleOf(someone).En != "A chief scientist" {
		someone.ID++
	}
	asTold(t, sc, []example{
		{sim.Event{Kind: sim.EventStarThreatens, By: meta, Ref: someone, Amount: 19_000_000},
			"A chief scientist threatens to leave Meta; $19M a year would calm the matter.", "一位首席科学家扬言离开 Meta，年薪 1900 万美元方可平息。"},
		{sim.Event{Kind: sim.EventStarCourted, By: meta, Peer: others, Ref: someone, Amount: 19_000_000},
			"Meta courts a chief scientist of everybody else with $19M.", "Meta 以 1900 万美元招揽其他公司的一位首席科学家。"},
		{sim.Event{Kind: sim.EventStarJoined, By: others, Ref: someone, Qty: 1, Amount: 19_000_000},
			"A chief scientist, who was free, joins everybody else at $19M a year, with 1 other.", "无东家的一位首席科学家加入其他公司，年薪 1900 万美元，另有 1 人同来。"},
		{sim.Event{Kind: sim.EventQuarterClosed, By: others, Amount: 5_000_000_000},
			"Everybody else closes the quarter with revenue of $5B.", "其他公司本季度营收 50 亿美元。"},
	})
}

// A programme for chips is told with the chips it is for, unless it is called like them.
func TestProgrammesAreToldByName(t *testing.T) {
	sc := shipped(t, "2025")
	told := func(programme, family string) sim.Event {
		return sim.Event{Kind: sim.EventSiliconStage, By: sim.CompanyID(found(t, sc, sim.OfCompany, "google")), Qty: 3,
			Family: sim.FamilyID(found(t, sc, sim.OfFamily, family)), Ref: sim.Ref{Of: sim.OfProgram, ID: found(t, sc, sim.OfProgram, programme)}}
	}
	asTold(t, sc, []example{
		{told("ironworks", "ironwood"), "Ironwood, Google's chip programme for TPU v7, completes its qualification stage.",
			"谷歌为 TPU v7 系列开展的自研芯片项目“Ironwood”完成验证阶段。"},
		{told("trn3", "trainium3"), "Trainium3, Google's chip programme, completes its qualification stage.",
			"谷歌的自研芯片项目“Trainium3”完成验证阶段。"},
	})
}

// What came as expected, in round figures, is not set against itself; and compute of runs
// is written as those do who train models.
func TestRunsAreTold(t *testing.T) {
	sc := shipped(t, "2025")
	model := sim.Ref{Of: sim.OfModel, ID: 1}
	by, name := sc.ModelOwner(1), sc.TitleOf(model)
	owner := sc.TitleOf(sim.Ref{Of: sim.OfCompany, ID: int32(by)})
	asTold(t, sc, []example{
		{sim.Event{Kind: sim.EventRunDone, By: by, Ref: model, Qty: 136, Amount: 136}, owner.En + " finishes " + name.En + ": an ECI of 136, as expected.",
			owner.Zh + "完成" + name.Zh + "：ECI 136 分，符合预期。"},
		{sim.Event{Kind: sim.EventRunDone, By: by, Ref: model, Qty: 136, Amount: 134}, owner.En + " finishes " + name.En + ": an ECI of 136; 134 was expected.",
			owner.Zh + "完成" + name.Zh + "：ECI 136 分，预期为 134 分。"},
		{sim.Event{Kind: sim.EventRunShelved, By: by, Ref: model, Qty: 92_467}, owner.En + " shelves " + name.En + ", on which 9.25e26 FLOP were spent.",
			owner.Zh + "搁置" + name.Zh + "，已投入 9.25e26 FLOP。"},
	})
	for n, want := range map[int64]string{0: "0e22", 1: "1e22", 10: "1e23", 41_027: "4.1e26", 999_600: "1e28", 1_000_000_000: "1e31"} {
		if got := chronicle.Flop(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}
