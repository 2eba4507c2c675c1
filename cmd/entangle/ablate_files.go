package main

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"entangle/sim/experiment"
)

// effectsFile is the name of the CSV file in a folder.
const effectsFile = "ablation.csv"

// writeEffects writes all outcomes of all mechanics.
func (b *ablation) writeEffects(r *experiment.Compared) error {
	name := b.File
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, effectsFile)
	}
	return writeFile(name, func(w io.Writer) error {
		if _, err := io.WriteString(w, "mechanic,verdict,outcome,unit,pairs,base,without,difference,se,low99,high99,z,moved\n"); err != nil {
			return err
		}
		for arm := range r.Arms {
			verdict := r.Judge(arm).Verdict.String()
			for k := range r.Numbers {
				if _, err := w.Write(effectLine(r.At(arm, k), verdict)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// effectLine is a row of the file, with exact numbers.
func effectLine(e experiment.Effect, verdict string) []byte {
	var line []byte
	for _, text := range [...]string{e.Arm, verdict, e.Outcome, e.Unit} {
		line = append(append(line, text...), ',')
	}
	line = strconv.AppendInt(line, int64(e.Pairs), 10)
	low, high := e.Interval()
	for _, v := range [...]float64{e.Base, e.Other, e.Diff, e.SE, low, high, e.Z(), e.MovedShare()} {
		line = strconv.AppendFloat(append(line, ','), v, 'g', -1, 64)
	}
	return append(line, '\n')
}

// The document of ablate --json. docs/ablate.md describes each key.
type (
	ablationDocument struct {
		experiment.Origin
		Outcomes  int                `json:"outcomes"`
		DeadZ     float64            `json:"dead_z"`
		AliveZ    float64            `json:"alive_z"`
		Off       []string           `json:"off"`
		Mechanics []mechanicDocument `json:"mechanics"`
	}
	mechanicDocument struct {
		Mechanic string           `json:"mechanic"`
		Verdict  string           `json:"verdict"`
		Moved    int              `json:"moved"`
		Effects  []effectDocument `json:"effects"`
	}
	effectDocument struct {
		Outcome    string   `json:"outcome"`
		Unit       string   `json:"unit"`
		Base       float64  `json:"base"`
		Without    float64  `json:"without"`
		Difference float64  `json:"difference"`
		SE         float64  `json:"se"`
		Low        float64  `json:"low99"`
		High       float64  `json:"high99"`
		Z          *float64 `json:"z"` // null: the same in every pair
		Moved      float64  `json:"moved"`
	}
)

func (b *ablation) writeJSON(r *experiment.Compared) error {
	return experiment.WriteJSON(b.Out, b.document(r))
}

func (b *ablation) document(r *experiment.Compared) ablationDocument {
	d := ablationDocument{Origin: b.origin(b.name, b.pack.Hash(), b.Seed, r.Pairs), Outcomes: len(r.Numbers),
		DeadZ: experiment.DeadZ, AliveZ: experiment.Threshold(len(r.Numbers), r.Pairs), Off: append([]string{}, b.off...)}
	for arm, name := range r.Arms {
		m := mechanicDocument{Mechanic: name, Verdict: r.Judge(arm).Verdict.String(), Effects: []effectDocument{}}
		for k := range r.Numbers {
			if z := r.At(arm, k).Z(); max(z, -z) > experiment.DeadZ {
				m.Moved++
			}
		}
		for _, k := range b.strongest(r, arm) {
			m.Effects = append(m.Effects, effectOf(r.At(arm, k)))
		}
		d.Mechanics = append(d.Mechanics, m)
	}
	return d
}

func effectOf(e experiment.Effect) effectDocument {
	low, high := e.Interval()
	d := effectDocument{Outcome: e.Outcome, Unit: e.Unit, Base: e.Base, Without: e.Other, Difference: e.Diff, SE: e.SE,
		Low: low, High: high, Moved: e.MovedShare()}
	if z := e.Z(); !math.IsInf(z, 0) {
		d.Z = &z
	}
	return d
}
