package main

import (
	"strings"

	"entangle/sim"
	"github.com/spf13/cobra"
)

// completer offers words for a flag or an argument. Those that do not begin
// with what is typed are left out by the caller.
type completer func(cmd *cobra.Command, args []string) ([]string, cobra.ShellCompDirective)

// complete gives a flag its completion.
func complete(cmd *cobra.Command, flag string, words completer) {
	err := cmd.RegisterFlagCompletionFunc(flag, words.filtered)
	if err != nil {
		panic(err) // the flag is declared two lines above
	}
}

func (c completer) filtered(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	list, how := c(cmd, args)
	if how == cobra.ShellCompDirectiveFilterFileExt {
		return list, how // endings of files, not words
	}
	var fit []string
	for _, w := range list {
		if strings.HasPrefix(w, typed) {
			fit = append(fit, w)
		}
	}
	return fit, how
}

func yamlFiles(*cobra.Command, []string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

func jsonlFiles(*cobra.Command, []string) ([]string, cobra.ShellCompDirective) {
	return []string{"jsonl"}, cobra.ShellCompDirectiveFilterFileExt
}

// scenarioNames offers the shipped scenarios for the first argument; files and
// folders are offered by the shell beside them.
func scenarioNames(_ *cobra.Command, args []string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return shipped(), cobra.ShellCompDirectiveDefault
}

// figurePaths offers the figures of the scenario on the command line.
func figurePaths(_ *cobra.Command, args []string) ([]string, cobra.ShellCompDirective) {
	const how = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	sc := named(args)
	if sc == nil {
		return nil, how
	}
	list := figures(sc)
	for i := range list {
		list[i] += "="
	}
	return list, how
}

// whyNames offers company.metric and the like.
func whyNames(_ *cobra.Command, args []string) ([]string, cobra.ShellCompDirective) {
	const how = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	sc := named(args)
	if sc == nil {
		return nil, how
	}
	var list []string
	for _, m := range sim.Metrics() {
		for id := range sc.Count(m.Of) {
			list = append(list, entityName(sc, m.Of, int32(id+1))+"."+m.Name+"@")
		}
	}
	return list, how
}

// companyNames offers the companies of the scenario that is named.
func companyNames(_ *cobra.Command, args []string) ([]string, cobra.ShellCompDirective) {
	const how = cobra.ShellCompDirectiveNoFileComp
	sc := named(args)
	if sc == nil {
		return nil, how
	}
	var list []string
	for id := range sc.Companies() {
		list = append(list, entityName(sc, sim.OfCompany, int32(id+1)))
	}
	return list, how
}

// named loads the scenario that the arguments name, or nil.
func named(args []string) *sim.Scenario {
	if len(args) == 0 {
		return nil
	}
	sc, _, err := (&app{}).load(args[0], scenarioFlags{})
	if err != nil {
		return nil // nothing to offer; the command itself will say why
	}
	return sc
}

func languages(*cobra.Command, []string) ([]string, cobra.ShellCompDirective) {
	return []string{"en", "zh"}, cobra.ShellCompDirectiveNoFileComp
}

func orderKinds(_ *cobra.Command, args []string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return kindNames(), cobra.ShellCompDirectiveNoFileComp
}

func csvFiles(*cobra.Command, []string) ([]string, cobra.ShellCompDirective) {
	return []string{"csv"}, cobra.ShellCompDirectiveFilterFileExt
}
