package vm

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// TipLine is a line of a tooltip: text on the left, perhaps a figure on the right.
type TipLine struct {
	Text, Value string
	Head, Dim   bool
}

// mostTerms is how many parts a tooltip lists; the rest is added up.
const mostTerms = 6

// Why explains an own figure: what it is, and the parts it is made of, the
// largest first.
func (p *Play) Why(m int) []TipLine {
	spec := sim.Metrics()[m]
	value := p.ownOrWorld(m)
	tip := []TipLine{{Text: p.Metric(m), Value: p.Value(m, value), Head: true}}
	var terms sim.Terms
	spec.Why(p.world(), p.idFor(m), &terms)
	list := gather(terms.List, strings.HasPrefix(spec.Unit, "USD per "))
	for i, t := range list {
		if i == mostTerms && len(list) > mostTerms+1 {
			tip = append(tip, TipLine{Text: p.T("more", "n", chronicle.Number(p.Lex, units.KindNumber, int64(len(list)-i))), Dim: true})
			break
		}
		tip = append(tip, TipLine{Text: p.term(t), Value: p.termValue(m, t, list, value)})
	}
	return append(tip, TipLine{Text: p.Plain("metric." + spec.Name + ".help"), Dim: true})
}

// WhyOf explains a figure of the own company, or of the world, by its name.
func (p *Play) WhyOf(name string) []TipLine { return p.Why(metric(name)) }

// termValue writes a part in the unit of the figure where the parts add up to
// it; parts of other units are plain numbers.
func (p *Play) termValue(m int, t sim.Term, list []sim.Term, value float64) string {
	sum, size := 0.0, 0.0
	for _, x := range list {
		sum += x.Value
		size += math.Abs(x.Value)
	}
	if math.Abs(sum-value) <= 1e-9*size {
		_, text := p.change(m, 0, t.Value)
		return text
	}
	return minus(chronicle.Value(p.Lex, "number", math.Round(t.Value*1000)/1000))
}

// gather adds up the parts of one name, drops those that are nothing and puts
// the largest first. Prices do not add up.
func gather(terms []sim.Term, price bool) (list []sim.Term) {
	for _, t := range terms {
		same := slices.IndexFunc(list, func(o sim.Term) bool { return o.Kind == t.Kind && o.Ref == t.Ref && o.Flow == t.Flow })
		switch {
		case same < 0:
			list = append(list, t)
		case !price:
			list[same].Value += t.Value
		}
	}
	list = slices.DeleteFunc(list, func(t sim.Term) bool { return t.Value == 0 })
	slices.SortStableFunc(list, func(a, b sim.Term) int { return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)) })
	return list
}

// term names a part, and what it is of.
func (p *Play) term(t sim.Term) string {
	name := p.Plain("term." + t.Kind.Name())
	if t.Kind == sim.TermFlowIn || t.Kind == sim.TermFlowOut {
		return p.T("part", "name", name, "of", p.Plain("flow."+t.Flow.Name()))
	}
	if t.Ref.ID == 0 || t.Ref.Of == sim.OfContract || t.Ref.Of == sim.OfWorld {
		return name
	}
	return p.T("part", "name", name, "of", p.Title(t.Ref.Of, t.Ref.ID))
}

// profile is what a tooltip about a company lists.
var profile = []string{"compute_running", "compute_owned", "idle_share", "power_energised", "price", "best_model_eci", "cash", "revenue_run_rate", "valuation", "debt", "researchers", "know_how", "trust"}

// always are those that are told even if there is nothing.
var always = map[string]bool{"compute_running": true, "compute_owned": true, "idle_share": true, "power_energised": true, "cash": true, "revenue_run_rate": true}

// AboutCompany is what the player knows of a company.
func (p *Play) AboutCompany(c sim.CompanyID) []TipLine {
	tip := []TipLine{{Text: p.Company(c), Head: true}}
	for _, name := range profile {
		m, known := sim.FindMetric(name)
		if !known {
			continue
		}
		v := p.View().Estimate(m, int32(c))
		if v == 0 && !always[name] {
			continue
		}
		text := p.seen(m, int32(c), v)
		if p.View().Exact(m) {
			text = p.Value(m, v) // everybody can read it
		}
		tip = append(tip, TipLine{Text: p.Metric(m), Value: text})
	}
	if c != p.Me {
		tip = append(tip, TipLine{Text: p.T("estimated"), Dim: true})
	}
	return tip
}

// AboutSite is what the player knows of a site.
func (p *Play) AboutSite(s sim.SiteID) []TipLine {
	n := p.node(s)
	tip := []TipLine{{Text: n.Name, Value: p.Company(n.Owner), Head: true}, {Text: p.T("site.live"), Value: n.Power}}
	if !n.Mine {
		return append(tip, TipLine{Text: p.T("estimated"), Dim: true})
	}
	view := p.View()
	site := view.Site(s)
	kw := func(x units.KW) string { return chronicle.Number(p.Lex, units.KindKW, int64(x)) }
	tip = append(tip, TipLine{Text: p.T("site.used"), Value: kw(site.Used)}, TipLine{Text: p.T("site.claimed"), Value: kw(view.Claimed(s))})
	if n.Idle {
		m := metric("site_idle")
		tip = append(tip, TipLine{Text: p.Metric(m), Value: p.Value(m, view.Estimate(m, int32(s)))})
	}
	for _, x := range []struct {
		key   string
		power units.KW
	}{{"halls", site.Shell}, {"grid", site.Grid}, {"turbines", site.Gen}, {"batteries", site.Batteries}} {
		if x.power > 0 {
			tip = append(tip, TipLine{Text: p.T("site." + x.key), Value: kw(x.power)})
		}
	}
	return append(tip, p.projects().lines(p, func(x sim.Project) bool { return x.Site == s })...)
}
