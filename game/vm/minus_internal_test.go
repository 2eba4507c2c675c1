package vm

import "testing"

// The hyphen before a number becomes a minus sign, others stay.
func TestMinus(t *testing.T) {
	for text, want := range map[string]string{"$2.50 per H100e-hour": "$2.50 per H100e-hour", "-$2.50 per H100e-hour": "−$2.50 per H100e-hour",
		"每 H100e 每小时 -2.50 美元": "每 H100e 每小时 −2.50 美元", "≈-12": "≈−12", "": "", "-": "-"} {
		if got := minus(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}
