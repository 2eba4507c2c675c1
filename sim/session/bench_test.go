package session_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// BenchmarkWeek plays quartet over and over and counts a company-week.
func BenchmarkWeek(b *testing.B) {
	pack, err := scenario.Load(scenarios.FS, "quartet")
	sc, err := scenario.Check(pack, err)
	if err != nil {
		b.Fatal(err)
	}
	s := session.New(sc)
	b.ReportAllocs()
	weeks := 0
	for b.Loop() {
		s.Reset(uint64(weeks))
		for !s.World.Over() {
			s.Advance(nil)
			weeks++
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(weeks*sc.Companies()), "ns/company-week")
}
