package sim

import "entangle/sim/units"

// IncidentSetup is an event from outside: a rule, a court, a tariff, an outage. It
// comes on a date, give or take some weeks, or with a chance; everybody sees its sign
// before; those whom it concerns may choose how to meet it. What companies do is never
// such an event.
type IncidentSetup struct {
	ID        string        `yaml:"id" doc:"short name, unique"`
	Title     Text          `yaml:"title" doc:"name shown to people"`
	Sign      Text          `yaml:"sign" opt:"" doc:"what is seen of it before; needed with notice"`
	Text      Text          `yaml:"text" doc:"what happens, in a few sentences that say who gains"`
	Date      units.Date    `yaml:"date" opt:"" doc:"day on which it happens; absent: it comes with a chance"`
	Jitter    Figure        `yaml:"jitter" unit:"weeks" range:"0,26" opt:"" doc:"weeks that it may come earlier or later than its date, each as likely; absent: none"`
	Odds      Figure        `yaml:"odds" unit:"share" range:"0,1000000" opt:"" doc:"chance that it comes at all, where it has a date; absent: for sure"`
	Chance    Figure        `yaml:"chance" unit:"share" range:"0,990000" opt:"" doc:"chance that it comes within a quarter, where it has no date"`
	When      []WhenSetup   `yaml:"when" opt:"" doc:"what must hold so that it can come: then it is a situation and has no date; absent: nothing"`
	Rest      Figure        `yaml:"rest" unit:"weeks" range:"1,520" opt:"" doc:"weeks after which it can come again; needed with chance"`
	Follows   string        `yaml:"follows" opt:"" doc:"event that must have happened before; absent: none"`
	Notice    Figure        `yaml:"notice" unit:"weeks" range:"1,52" opt:"" doc:"weeks by which everybody sees its sign before it happens; absent: it comes without one"`
	Severity  Figure        `yaml:"severity" unit:"number" range:"0.1,5" opt:"" doc:"factor on the size of all its effects, drawn each time it happens; absent: 1"`
	Answer    Figure        `yaml:"answer" unit:"weeks" range:"1,26" opt:"" doc:"weeks in which those concerned can choose; needed with choices"`
	Seat      string        `yaml:"seat" opt:"" doc:"whom it concerns: designer of the family, buyer who has chips on order, owner of power in the region, seller in the segment, unlisted company or everybody; absent: nobody"`
	Strikes   string        `yaml:"strikes" opt:"" doc:"whether it strikes one of those, drawn by their power in the region, of those who serve or let and do not stand for many, or else alike, or all of them; absent: all"`
	Family    string        `yaml:"family" opt:"" doc:"chip family that it is about; absent: all"`
	Region    string        `yaml:"region" opt:"" doc:"region that it is about"`
	Segment   string        `yaml:"segment" opt:"" doc:"market that it is about"`
	Companies []string      `yaml:"companies" opt:"" doc:"companies that it is about: buyers of the family, or of those with the seat the only ones concerned; absent: all"`
	Effects   []EffectSetup `yaml:"effects" opt:"" doc:"what it brings, whatever anybody chooses"`
	Choices   []ChoiceSetup `yaml:"choices" opt:"" doc:"how those whom it concerns can meet it; who does not choose does nothing"`
}

// WhenSetup is a condition on a metric of the world.
type WhenSetup struct {
	Metric string `yaml:"metric" doc:"name of a metric (docs/files.md)"`
	Of     string `yaml:"of" opt:"" doc:"company, region, family, segment, site, programme or person whose metric it is; absent: the world's"`
	Above  Figure `yaml:"above" unit:"number" range:"-1000000000000,1000000000000" opt:"" doc:"it holds above this, in the metric's unit; one of above and below is needed"`
	Below  Figure `yaml:"below" unit:"number" range:"-1000000000000,1000000000000" opt:"" doc:"it holds below this"`
}

// ChoiceSetup is one way to meet an event from outside.
type ChoiceSetup struct {
	ID      string        `yaml:"id" doc:"short name, unique among the choices of the event"`
	Title   Text          `yaml:"title" doc:"name shown to people"`
	Text    Text          `yaml:"text" opt:"" doc:"what it means, in a sentence"`
	Effects []EffectSetup `yaml:"effects" doc:"what it brings for who chooses it, on top of those of the event"`
}

// EffectSetup is one thing that an event or a choice brings. Which fields a kind uses
// is in EffectSpecs; the others must be absent.
type EffectSetup struct {
	Kind   string `yaml:"kind" doc:"sales, levy, duty, energy_price, power_cut, reach, mood, tolerance, trust or cost"`
	Share  Figure `yaml:"share" unit:"share" range:"-3000000,3000000" opt:"" doc:"size: of chips withheld (sales), of what the designer is paid (levy), of the price of chips (duty), of the energy price, of power missing (power_cut), of appeal (reach), of valuations (mood), points of tolerance, of what a company takes in in four weeks (cost)"`
	Points Figure `yaml:"points" unit:"number" range:"-50,50" opt:"" doc:"size in points of the public's trust (trust)"`
	Money  Figure `yaml:"money" unit:"usd" range:"0,1000000000000" opt:"" doc:"size in money, paid at once (cost); there share may stand instead"`
	Weeks  Figure `yaml:"weeks" unit:"weeks" range:"1,520" opt:"" doc:"weeks that it lasts; needed but for mood, tolerance, trust and cost, which come at once"`
	After  Figure `yaml:"after" unit:"weeks" range:"1,260" opt:"" doc:"weeks after which it begins; absent: at once"`
	Odds   Figure `yaml:"odds" unit:"share" range:"0,1000000" opt:"" doc:"chance that it comes at all; absent: for sure"`
}
